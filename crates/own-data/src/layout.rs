use std::fmt;

use crate::{
    complaint::shortened,
    fields::{fields, lines},
    number::{Decimal, Shape, no_value},
};

/// So many columns are told apart.
const MOST_COLUMNS: usize = 200;

/// What the reader says about a text; what is left open is decided by the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What stands before the fraction of a number.
    pub decimal: Option<Decimal>,
    /// The index of the column that holds the numbers.
    pub column: Option<usize>,
}

/// What sets the fields of a line apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// A comma.
    Comma,
    /// A semicolon.
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    pub(crate) fn mark(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }

    fn plural(self) -> &'static str {
        match self {
            Self::Comma => "commas",
            Self::Semicolon => "semicolons",
            Self::Tab => "tabs",
        }
    }
}

/// How a text is read. It is decided once for the whole text.
///
/// - **Separator.** Tabs, else semicolons, if more than half of the lines hold one. Else commas, if
///   more than half of the lines hold one, and not as the decimal comma of a number alone on its
///   line; where the first line is words with commas between, they separate in any case.
/// - **Decimals.** Commas, if more fields look like `2,5` than like `2.5`.
/// - **Header.** The first line, if others follow, none of its fields begins like a number and one
///   begins with a letter, and numbers follow.
/// - **Column.** The first that is a number on at least half of the lines; else the one that is on
///   the most.
/// - **One line alone** is read across: each of its fields is a number.
///
/// # Examples
///
/// ```
/// use own_data::{Choice, Layout};
///
/// let layout = |text| Layout::of(text, Choice::default()).to_string();
/// assert_eq!(layout("2,5\n3\n4,7"), "one number a line, decimal commas");
/// assert_eq!(
///     layout("name;grade\nAnna;2,5"),
///     "column 2 of 2 (“grade”), set apart by semicolons, decimal commas",
/// );
/// assert_eq!(
///     layout("1,2,3"),
///     "all numbers of the line, set apart by commas, decimal points",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What sets columns apart; none where a line is one field.
    pub separator: Option<Separator>,
    /// How fractions are written.
    pub decimal: Decimal,
    /// Whether there is one line, and each of its fields is a number.
    pub across: bool,
    /// The index of the column that is read.
    pub column: usize,
    /// The names of the columns, empty where they have none.
    pub columns: Vec<String>,
    /// Whether the first line holds the names of the columns.
    pub header: bool,
}

impl Layout {
    /// Decides how a text is read.
    #[must_use]
    pub fn of(text: &str, choice: Choice) -> Self {
        let separator = separator(text, choice.decimal);
        let survey = Survey::of(text, separator);
        let decimal = choice.decimal.unwrap_or(survey.decimal());
        let last = survey.columns.len().saturating_sub(1);
        let column = choice.column.unwrap_or_else(|| survey.column());
        Self {
            separator,
            decimal,
            across: survey.lines == 1 && separator.is_some(),
            column: column.min(last),
            header: survey.has_header(),
            columns: survey.names(),
        }
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.separator {
            None => f.write_str("one number a line")?,
            Some(separator) if self.across => {
                let apart = separator.plural();
                write!(f, "all numbers of the line, set apart by {apart}")?;
            }
            Some(separator) => {
                let (column, of) = (self.column + 1, self.columns.len());
                write!(f, "column {column} of {of}")?;
                let name = self.columns.get(self.column);
                if let Some(name) = name.filter(|name| !name.is_empty()) {
                    write!(f, " (“{name}”)")?;
                }
                write!(f, ", set apart by {}", separator.plural())?;
            }
        }
        f.write_str(match self.decimal {
            Decimal::Point => ", decimal points",
            Decimal::Comma => ", decimal commas",
        })
    }
}

fn separator(text: &str, decimal: Option<Decimal>) -> Option<Separator> {
    let [mut total, mut tabs, mut semicolons, mut commas, mut alone] = [0; 5];
    let mut begins_with_names = false;
    for (_, line) in lines(text) {
        let holds = |mark| holds_outside_quotes(line, mark);
        tabs += usize::from(holds(b'\t'));
        semicolons += usize::from(holds(b';'));
        if holds(b',') {
            commas += 1;
            alone += usize::from(Shape::of(line) == Shape::Comma);
            begins_with_names |= total == 0
                && is_names(
                    fields(line, Some(','))
                        .map(|field| field.text.trim_start().chars().next()),
                );
        }
        total += 1;
    }
    let most = |count: usize| 2 * count > total;
    let separate = match decimal {
        Some(Decimal::Comma) => false,
        Some(Decimal::Point) => most(commas),
        None => begins_with_names || most(commas) && alone <= commas / 2,
    };
    if most(tabs) {
        Some(Separator::Tab)
    } else if most(semicolons) {
        Some(Separator::Semicolon)
    } else {
        separate.then_some(Separator::Comma)
    }
}

fn holds_outside_quotes(line: &str, mark: u8) -> bool {
    let mut quoted = false;
    line.bytes().any(|byte| {
        quoted ^= byte == b'"';
        byte == mark && !quoted
    })
}

/// Whether fields that begin with these characters are names: one with a letter, and none like a
/// number.
fn is_names(firsts: impl Iterator<Item = Option<char>>) -> bool {
    let mut has_letter = false;
    for first in firsts.flatten() {
        if first.is_ascii_digit() || "+-\u{2212}.,∞?#".contains(first) {
            return false;
        }
        has_letter |= first.is_ascii_alphabetic() || !first.is_ascii();
    }
    has_letter
}

/// What stands in the lines of a text.
#[derive(Debug, Default)]
struct Survey {
    lines: usize,
    /// The fields of the first line.
    first: Vec<String>,
    /// How many fields of each column look like a number.
    columns: Vec<usize>,
    points: usize,
    commas: usize,
}

impl Survey {
    fn of(text: &str, separator: Option<Separator>) -> Self {
        let mut survey = Self::default();
        for (_, line) in lines(text) {
            survey.lines += 1;
            let fields = fields(line, separator.map(Separator::mark));
            for (index, field) in fields.enumerate() {
                let shape = Shape::of(&field.text);
                survey.points += usize::from(shape == Shape::Point);
                survey.commas += usize::from(shape == Shape::Comma);
                if index >= MOST_COLUMNS {
                    continue;
                }
                if survey.columns.len() == index {
                    survey.columns.push(0);
                }
                survey.columns[index] += usize::from(shape != Shape::Other);
                if survey.lines == 1 {
                    survey.first.push(shortened(&field.text));
                }
            }
        }
        survey
    }

    fn decimal(&self) -> Decimal {
        if self.commas > self.points { Decimal::Comma } else { Decimal::Point }
    }

    fn has_header(&self) -> bool {
        self.lines > 1
            && self.columns.iter().any(|&numbers| numbers > 0)
            && !self.first.iter().any(|name| no_value(name).is_some())
            && is_names(self.first.iter().map(|name| name.chars().next()))
    }

    fn column(&self) -> usize {
        let rows = self.lines - usize::from(self.has_header());
        let half = self
            .columns
            .iter()
            .position(|&numbers| numbers > 0 && 2 * numbers >= rows);
        let most = self.columns.iter().copied().max().unwrap_or(0);
        let fullest = self.columns.iter().position(|&count| count == most);
        half.or(fullest).unwrap_or(0)
    }

    fn names(&self) -> Vec<String> {
        let header = self.has_header();
        let name = |index| {
            let name: Option<&String> = self.first.get(index);
            name.filter(|_| header).cloned().unwrap_or_default()
        };
        (0..self.columns.len()).map(name).collect()
    }
}
