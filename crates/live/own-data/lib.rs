//! The page *Your own data*: the reader's numbers stay in the module, and what the reader sets comes
//! and goes as in a figure.

use chapter::{Control, Fact, Kind};
use live::{Drawing, answer, json};
use own_data::{ByHand, Choice, Data, Decimal, Error, Reading};
use wasm_bindgen::prelude::wasm_bindgen;

/// The `id` of the picture.
const ID: &str = "own-data";

/// So many rows of the table of labels are written at a time.
const ROWS: usize = 50_000;

/// The reader's numbers.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct OwnData {
    data: Option<Data>,
}

#[wasm_bindgen]
impl OwnData {
    /// No numbers yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a text, with decimals `"point"`, `"comma"` or as they seem to be, and the column of
    /// this index, or that which seems to hold the numbers if it is negative.
    ///
    /// The answer is JSON: how the text was read, the complaints, of how many lines, and the controls. Where there is
    /// nothing to look at it has a `refusal`, and the numbers from before stay.
    pub fn read(&mut self, text: &str, decimal: &str, column: i32) -> String {
        let decimal = Decimal::named(decimal);
        let column = usize::try_from(column).ok();
        let reading = Reading::of(text, Choice { decimal, column });
        let mut members = of_reading(&reading);
        match reading.into_data() {
            Ok(data) => {
                let controls: Vec<_> =
                    data.controls().iter().map(control).collect();
                members.push(("controls", json::array(&controls)));
                self.data = Some(data);
            }
            Err(error) => {
                members.push(("refusal", json::string(&error.to_string())));
            }
        }
        json::object(&members)
    }

    /// Draws the numbers and the mixture of these settings in a place of this width; the answer is
    /// that of a figure.
    #[must_use]
    pub fn draw(&self, settings: &[f64], width: f64) -> String {
        answer(self.drawing(settings, width))
    }

    /// The picture of these settings as a file of its own; empty if there is none.
    #[must_use]
    pub fn file(&self, settings: &[f64]) -> String {
        let look = ByHand::new(settings)
            .and_then(|by_hand| by_hand.look_at(self.data()?))
            .and_then(|look| Ok(look.plot.draw(ID)?));
        look.map_or_else(|_| String::new(), |picture| picture.standalone())
    }

    /// The next rows of the table of labels, from this number on; its head comes before the first.
    /// Empty where there are no more.
    #[must_use]
    pub fn table(&self, settings: &[f64], from: usize) -> String {
        let rows = || -> Result<String, Error> {
            let by_hand = ByHand::new(settings)?;
            let values = self.data()?.values();
            let rest = values.get(from..).unwrap_or_default();
            let rows = by_hand.labels(&rest[..rest.len().min(ROWS)])?;
            let head =
                if from == 0 { by_hand.labels_head() } else { String::new() };
            Ok(head + &rows)
        };
        rows().unwrap_or_default()
    }

    /// All numbers, in the order in which they came, for the module that fits.
    #[must_use]
    pub fn values(&self) -> Vec<f64> {
        self.data().map_or_else(|_| Vec::new(), |data| data.values().to_vec())
    }

    /// How many rows [`table`](Self::table) writes at a time.
    #[must_use]
    pub fn rows() -> usize {
        ROWS
    }

    fn data(&self) -> Result<&Data, Error> {
        self.data.as_ref().ok_or(Error::Empty)
    }

    fn drawing(&self, settings: &[f64], width: f64) -> Result<Drawing, Error> {
        let look = ByHand::new(settings)?.look_at(self.data()?)?;
        Ok(Drawing::of(ID, look, width)?)
    }
}

fn of_reading(reading: &Reading) -> Vec<(&'static str, String)> {
    let strings = |texts: &mut dyn Iterator<Item = String>| {
        let texts: Vec<_> = texts.map(|text| json::string(&text)).collect();
        json::array(&texts)
    };
    let layout = &reading.layout;
    let count = |count: usize| json::string(&Fact::count("", count).text);
    let listed = reading.complaints.iter().map(ToString::to_string);
    let more = reading.complaint_count - reading.complaints.len();
    let more = (more > 0).then(|| Fact::count("", more).text);
    let more = more.map(|count| format!("and {count} more"));
    // A line alone has no columns to choose from.
    let columns = if layout.across { &[] } else { &layout.columns[..] };
    vec![
        ("count", count(reading.values.len())),
        ("layout", json::string(&layout.to_string())),
        ("columns", strings(&mut columns.iter().cloned())),
        ("complaints", strings(&mut listed.chain(more))),
        ("unread", count(reading.complaint_count)),
    ]
}

fn control(control: &Control) -> String {
    let mut members = vec![("name", json::string(control.name))];
    if let Kind::Slider { min, max, step, .. } = control.kind {
        let bounds = [("min", min), ("max", max), ("step", step)];
        members.extend(bounds.map(|(name, bound)| (name, bound.to_string())));
    }
    // The last, since the browser keeps it within the bounds.
    members.push(("value", control.default().to_string()));
    json::object(&members)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_with_its_complaints_or_refused() {
        let mut own = OwnData::new();
        let read = own.read("1\nx\n2", "", -1);
        assert!(read.contains("line 2: “x” is not a number"), "{read}");
        let refused = own.read("x", "", -1);
        assert!(refused.contains("there is no number in it"), "{refused}");
        let junk = own.read(&"x\n".repeat(10_000), "", -1);
        let counted = r#""and 9,900 more"],"unread":"10,000""#;
        assert!(junk.contains(counted), "{junk}");
    }
}
