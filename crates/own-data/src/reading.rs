use crate::{
    Choice, Complaint, Data, Error, Fault, Layout,
    fields::{fields, lines, visible},
    layout::Separator,
    number,
};

/// So many complaints are kept; the others are counted.
pub const MOST_COMPLAINTS: usize = 100;

/// What was read out of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// How the text was read.
    pub layout: Layout,
    /// The numbers, in the order of the text.
    pub values: Vec<f64>,
    /// What is wrong with the first lines that gave none.
    pub complaints: Vec<Complaint>,
    /// How many complaints there are in all.
    pub complaint_count: usize,
}

impl Reading {
    /// Reads a text. There is an answer to any: lines that hold no number are complained of, and
    /// the others are read in spite of them.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_data::{Choice, Decimal, Reading};
    ///
    /// let text = "1,5\n2,5\n";
    /// assert_eq!(Reading::of(text, Choice::default()).values, [1.5, 2.5]);
    /// let points = Choice { decimal: Some(Decimal::Point), ..Choice::default() };
    /// assert_eq!(Reading::of(text, points).values, [1.0, 2.0]);
    /// ```
    #[must_use]
    pub fn of(text: &str, choice: Choice) -> Self {
        let text = &*visible(text);
        let layout = Layout::of_visible(text, choice);
        let mut reading = Self {
            values: Vec::new(),
            complaints: Vec::new(),
            complaint_count: 0,
            layout,
        };
        let skipped = usize::from(reading.layout.header);
        let mut lines = lines(text).skip(skipped).peekable();
        while let Some((line, text)) = lines.next() {
            if lines.peek().is_none() && adds_up(text) {
                reading.complain(line, 0, text, Fault::Total);
            } else {
                reading.read(line, text);
            }
        }
        reading
    }

    /// The numbers to look at, under the name of their column.
    ///
    /// # Errors
    ///
    /// As [`Data::new`].
    pub fn into_data(self) -> Result<Data, Error> {
        let Layout { column, columns, .. } = self.layout;
        let name = columns.get(column).map_or("", String::as_str);
        Ok(Data::new(self.values)?.named(name))
    }

    fn read(&mut self, line: usize, text: &str) {
        let separator = self.layout.separator.map(Separator::mark);
        let mut fields = fields(text, separator).enumerate();
        if self.layout.across {
            for (column, field) in fields {
                self.read_field(line, column, &field.text, field.open);
            }
            return;
        }
        let column = self.layout.column;
        match fields.nth(column) {
            Some((_, field)) => {
                self.read_field(line, column, &field.text, field.open);
            }
            None => self.read_field(line, column, "", false),
        }
    }

    fn read_field(
        &mut self,
        line: usize,
        column: usize,
        text: &str,
        open: bool,
    ) {
        let read = if open {
            Err(Fault::Open)
        } else {
            number(text, self.layout.decimal)
        };
        match read {
            Ok(value) => self.values.push(value),
            Err(fault) => self.complain(line, column, text, fault),
        }
    }

    fn complain(
        &mut self,
        line: usize,
        column: usize,
        text: &str,
        fault: Fault,
    ) {
        self.complaint_count += 1;
        if self.complaints.len() < MOST_COMPLAINTS {
            let complaint = Complaint::new(line, column, text, fault);
            self.complaints.push(complaint);
        }
    }
}

/// The words with which a last line begins that adds up the others.
const TOTALS: [&str; 10] = [
    "total",
    "sum",
    "subtotal",
    "mean",
    "average",
    "median",
    "gesamt",
    "summe",
    "mittelwert",
    "durchschnitt",
];

/// Whether a line begins with one of the [`TOTALS`] and holds a number.
fn adds_up(line: &str) -> bool {
    let line = line.trim_start().trim_start_matches('"');
    let end = line.find(|c: char| !c.is_alphabetic()).unwrap_or(line.len());
    let word = line.get(..end).unwrap_or_default();
    line.bytes().any(|byte| byte.is_ascii_digit())
        && TOTALS.iter().any(|total| word.eq_ignore_ascii_case(total))
}
