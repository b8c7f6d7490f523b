use std::fmt;

use crate::{
    complaint::shortened,
    fields::{fields, lines, told_separator, visible},
    number::{Decimal, Shape, is_either_way, is_one_number, no_value, number},
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
    /// A vertical bar.
    Bar,
    /// Spaces, one or more.
    Space,
}

impl Separator {
    /// All of them, the firmest first.
    const ALL: [Self; 5] =
        [Self::Tab, Self::Semicolon, Self::Bar, Self::Comma, Self::Space];

    pub(crate) fn mark(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
            Self::Bar => '|',
            Self::Space => ' ',
        }
    }

    fn plural(self) -> &'static str {
        match self {
            Self::Comma => "commas",
            Self::Semicolon => "semicolons",
            Self::Tab => "tabs",
            Self::Bar => "vertical bars",
            Self::Space => "spaces",
        }
    }
}

/// How a text is read. It is decided once for the whole text.
///
/// - **Separator.** What a first line `sep=;` says. Else tabs, semicolons or vertical bars, if more
///   than half of the lines hold one. Else nothing, if more than half of the lines are one number,
///   however it is grouped and whatever its unit. Else spaces, if they leave numbers alone on more
///   than half of the lines. Else commas, if more than half of the lines hold one. A first line of
///   words with commas between makes columns of numbers that hold one comma, too.
/// - **Header.** The first line, if others follow and a column of numbers begins there with a word;
///   beside a word it may hold years.
/// - **Column and decimals.** The first column that is a number on at least half of the lines, with
///   decimal commas if more of its fields look like `2,5` than like `2.5`; else the one that is on
///   the most. A first column without a name that counts the lines is passed over.
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
        Self::of_visible(&visible(text), choice)
    }

    /// [`of`](Self::of) a text of which all is visible.
    pub(crate) fn of_visible(text: &str, choice: Choice) -> Self {
        let separator = separator(text, choice.decimal);
        let survey = Survey::of(text, separator);
        let last = survey.columns.len().saturating_sub(1);
        let column = match choice.column {
            Some(column) => column.min(last),
            None => survey.column(choice.decimal),
        };
        let across = survey.lines == 1 && separator.is_some();
        let read = if across { survey.all() } else { survey.count(column) };
        Self {
            separator,
            decimal: choice.decimal.unwrap_or(read.decimal()),
            across,
            column,
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
    let told = text.lines().find(|line| !line.trim().is_empty());
    let told = told.and_then(told_separator).and_then(|mark| {
        Separator::ALL.into_iter().find(|known| known.mark() == mark)
    });
    if told.is_some() {
        return told;
    }
    let [mut total, mut alone, mut spaced] = [0; 3];
    let mut holding = [0; 4];
    let (mut names, mut prose) = (false, false);
    for (_, line) in lines(text) {
        for (count, separator) in holding.iter_mut().zip(Separator::ALL) {
            *count += usize::from(holds_outside_quotes(line, separator));
        }
        alone += usize::from(is_one_number(line));
        spaced += usize::from(is_spaced(line));
        if total == 0 && holds_outside_quotes(line, Separator::Comma) {
            let firsts = fields(line, Some(','));
            names = is_names(
                firsts.map(|field| field.text.trim_start().chars().next()),
            );
            prose = line.contains(", ");
        }
        total += 1;
    }
    let most = |count: usize| 2 * count > total;
    let found = Separator::ALL.into_iter().zip(holding);
    let firm = found.take(3).find(|(_, count)| most(*count));
    if let Some((separator, _)) = firm {
        return Some(separator);
    }
    let commas = holding[3];
    let columns = match decimal {
        Some(Decimal::Comma) => false,
        // Whoever says so: then the commas of 2,5 separate.
        Some(Decimal::Point) => {
            most(commas) && !lines(text).any(|(_, line)| is_either_way(line))
        }
        None => names && !prose,
    };
    if columns {
        Some(Separator::Comma)
    } else if most(alone) {
        None
    } else if most(spaced) {
        Some(Separator::Space)
    } else {
        (most(commas) && decimal != Some(Decimal::Comma))
            .then_some(Separator::Comma)
    }
}

/// Whether spaces set numbers apart on a line, and nothing else is there.
fn is_spaced(line: &str) -> bool {
    let mut numbers = 0;
    let all = fields(line, Some(' ')).all(|field| {
        numbers += 1;
        let is_word = no_value(&field.text).is_some();
        let is_number = Shape::of(&field.text) != Shape::Other;
        !field.open && !field.text.ends_with(',') && (is_number || is_word)
    });
    all && numbers > 1
}

/// Whether a separator stands on a line outside of quotation marks, which open where a field begins.
fn holds_outside_quotes(line: &str, separator: Separator) -> bool {
    let mut fields = fields(line, Some(separator.mark()));
    fields.next();
    fields.next().is_some()
}

/// What a number may begin with beside a digit, and what stands for one that is missing.
const LIKE_A_NUMBER: &str = "+-\u{2212}.,∞?#";

/// Whether fields that begin with these characters are names: one with a letter, and none like a
/// number.
fn is_names(firsts: impl Iterator<Item = Option<char>>) -> bool {
    let mut has_letter = false;
    for first in firsts.flatten() {
        if first.is_ascii_digit() || LIKE_A_NUMBER.contains(first) {
            return false;
        }
        has_letter |= first.is_ascii_alphabetic() || !first.is_ascii();
    }
    has_letter
}

/// How many fields of a column look like numbers of each kind.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    wholes: usize,
    points: usize,
    commas: usize,
    /// Commas before three digits, which may set thousands apart.
    either_way: usize,
    /// How many fields are the number of their line, counted from one or from zero.
    counting: usize,
    /// Whether the first field is a number, and whether it is a year.
    first: bool,
    year: bool,
}

impl Count {
    fn numbers(&self) -> usize {
        self.wholes + self.points + self.commas
    }

    /// How many can be read with these decimals, or wait for them.
    fn readable(&self, decimal: Option<Decimal>) -> usize {
        let open = if decimal.is_none() { self.either_way } else { 0 };
        self.wholes
            + match decimal.unwrap_or(self.decimal()) {
                Decimal::Point => self.points + open,
                Decimal::Comma => self.commas,
            }
    }

    /// Commas, if more numbers have one than a point, and not all of them may be of thousands.
    fn decimal(&self) -> Decimal {
        let is_open = self.commas == self.either_way;
        if self.commas > self.points && !is_open {
            Decimal::Comma
        } else {
            Decimal::Point
        }
    }
}

/// What stands in the lines of a text.
#[derive(Debug, Default)]
struct Survey {
    lines: usize,
    /// The fields of the first line.
    first: Vec<String>,
    columns: Vec<Count>,
}

impl Survey {
    fn of(text: &str, separator: Option<Separator>) -> Self {
        let mut survey = Self::default();
        for (_, line) in lines(text) {
            survey.lines += 1;
            let fields = fields(line, separator.map(Separator::mark));
            for (index, field) in fields.take(MOST_COLUMNS).enumerate() {
                if survey.columns.len() == index {
                    survey.columns.push(Count::default());
                }
                survey.columns[index].add(&field.text, survey.lines);
                if survey.lines == 1 {
                    survey.first.push(shortened(&field.text));
                }
            }
        }
        survey
    }

    fn count(&self, column: usize) -> Count {
        self.columns.get(column).copied().unwrap_or_default()
    }

    /// All columns together.
    fn all(&self) -> Count {
        self.columns.iter().fold(Count::default(), |all, count| Count {
            wholes: all.wholes + count.wholes,
            points: all.points + count.points,
            commas: all.commas + count.commas,
            either_way: all.either_way + count.either_way,
            ..all
        })
    }

    /// Whether the first line holds names: if beside them there are only years, or nothing; and if
    /// numbers follow.
    fn has_header(&self) -> bool {
        let is_word = |name: &String| {
            is_names([name.chars().next()].into_iter())
                && no_value(name).is_none()
        };
        let is_named = |(name, count): (&String, &Count)| {
            let begins_as_a_number = name.chars().next().is_some_and(|first| {
                first.is_ascii_digit() || LIKE_A_NUMBER.contains(first)
            });
            count.year || !begins_as_a_number && no_value(name).is_none()
        };
        let names = || self.first.iter().zip(&self.columns);
        self.lines > 1
            && names().any(|(name, _)| is_word(name))
            && names().all(is_named)
            && names()
                .any(|(_, count)| count.numbers() > usize::from(count.first))
    }

    fn column(&self, decimal: Option<Decimal>) -> usize {
        let rows = self.lines - usize::from(self.has_header());
        let readable = |count: &Count| count.readable(decimal);
        let is_counting = |index: usize, count: &Count| {
            index == 0
                && self.columns.len() > 1
                && self.has_header()
                && self.first.first().is_some_and(String::is_empty)
                && count.counting >= rows
        };
        let columns = || self.columns.iter().enumerate();
        let half = columns().position(|(index, count)| {
            readable(count) > 0
                && 2 * readable(count) >= rows
                && !is_counting(index, count)
        });
        let most = self.columns.iter().map(readable).max().unwrap_or(0);
        let fullest = self.columns.iter().position(|c| readable(c) == most);
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

impl Count {
    /// Counts a field of the line of this number, from 1 on.
    fn add(&mut self, field: &str, line: usize) {
        let shape = Shape::of(field);
        match shape {
            Shape::Whole => self.wholes += 1,
            Shape::Point => self.points += 1,
            Shape::Comma => self.commas += 1,
            Shape::Other => {}
        }
        self.either_way += usize::from(is_either_way(field));
        if shape == Shape::Whole {
            let whole = number(field, Decimal::Point).unwrap_or(f64::NAN);
            // Below names, counted from one or from zero.
            let below = whole - line as f64;
            self.counting += usize::from(below == -1.0 || below == -2.0);
            if line == 1 {
                self.year = (1800.0..=2100.0).contains(&whole);
            }
        }
        self.first |= line == 1 && shape != Shape::Other;
    }
}
