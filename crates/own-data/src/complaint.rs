use std::fmt;

/// How much of a field a complaint quotes, in characters.
const QUOTED: usize = 24;

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// Nothing stands there.
    Empty,
    /// Words.
    NotANumber,
    /// What others write where a value is missing, such as NaN.
    Missing,
    /// An infinity.
    Infinite,
    /// A number that would become infinite.
    TooLarge,
    /// A number that would become zero.
    TooSmall,
    /// Thousands that are set apart.
    Grouped,
    /// A comma before three digits, which may set thousands apart or begin a fraction.
    EitherWay,
    /// A date.
    Date,
    /// The first words of a last line that adds up the others.
    Total,
    /// A comma where decimal points are read.
    Comma,
    /// A point where decimal commas are read.
    Point,
    /// A number and something else.
    More,
    /// A quotation mark that opens and does not close on its line.
    Open,
}

impl Fault {
    fn what(self) -> &'static str {
        match self {
            Self::Empty => "is empty",
            Self::NotANumber => "is not a number",
            Self::Missing => "stands for a missing number",
            Self::Infinite => "is not finite",
            Self::TooLarge => "is too large for a computer's numbers",
            Self::TooSmall => "is too close to zero for a computer's numbers",
            Self::Grouped => "has its thousands set apart",
            Self::EitherWay => {
                "may be thousands or a fraction: choose the decimals"
            }
            Self::Date => "seems to be a date",
            Self::Total => "seems to add up the lines above",
            Self::Comma => "has a comma where decimal points are read",
            Self::Point => "has a point where decimal commas are read",
            Self::More => "has more in it than a number",
            Self::Open => "has a quotation mark that is not closed",
        }
    }
}

/// A line from which no number was read, and why.
///
/// # Examples
///
/// ```
/// use own_data::{Complaint, Fault};
///
/// let complaint = Complaint::new(17, 0, "abc", Fault::NotANumber);
/// assert_eq!(complaint.to_string(), "line 17: “abc” is not a number");
/// let complaint = Complaint::new(17, 1, "", Fault::Empty);
/// assert_eq!(complaint.to_string(), "line 17: column 2 is empty");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The number of the line, counted from 1.
    pub line: usize,
    /// The index of the column.
    pub column: usize,
    /// The beginning of what stands there.
    pub text: String,
    /// What is wrong with it.
    pub fault: Fault,
}

impl Complaint {
    /// A complaint that quotes the beginning of `text`.
    #[must_use]
    pub fn new(line: usize, column: usize, text: &str, fault: Fault) -> Self {
        Self { line, column, text: shortened(text), fault }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, text, fault } = self;
        let what = fault.what();
        if *fault == Fault::Empty {
            return write!(f, "line {line}: column {} {what}", column + 1);
        }
        write!(f, "line {line}: “{text}” {what}")
    }
}

/// The beginning of a text, on one line.
pub(crate) fn shortened(text: &str) -> String {
    let visible = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    let mut chars = text.trim().chars();
    let mut short: String = chars.by_ref().take(QUOTED).map(visible).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}
