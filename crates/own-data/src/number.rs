use std::borrow::Cow;

use crate::{Fault, nearest::Numeral};

/// What stands between a number's whole part and its fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    /// As in 2.5.
    Point,
    /// As in 2,5.
    Comma,
}

impl Decimal {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Point, Self::Comma];

    /// The name by which the page calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Comma => "comma",
        }
    }

    /// That of this name.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_data::Decimal;
    ///
    /// assert_eq!(Decimal::named("comma"), Some(Decimal::Comma));
    /// assert_eq!(Decimal::named(""), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decimal| decimal.name() == name)
    }

    /// What the reader reads who chooses it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Point => "points: 2.5",
            Self::Comma => "commas: 2,5",
        }
    }

    fn mark(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }
}

/// What is written for a value that is missing.
const MISSING: [&str; 8] =
    ["nan", "na", "n/a", "#n/a", "null", "none", "-", "?"];

const INFINITE: [&str; 3] = ["inf", "infinity", "∞"];

/// What sets thousands apart somewhere, beside point and comma.
const GROUPING: [char; 7] =
    [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’', '_'];

/// Reads a field as a number.
///
/// Spaces around it, a sign, Unicode's minus and an exponent may be there.
///
/// # Errors
///
/// The [`Fault`] of a field that is no finite number.
///
/// # Examples
///
/// ```
/// use own_data::{Decimal, Fault, number};
///
/// assert_eq!(number(" −2,5e3 ", Decimal::Comma), Ok(-2500.0));
/// assert_eq!(number("1e999", Decimal::Point), Err(Fault::TooLarge));
/// assert_eq!(number("1,234.5", Decimal::Point), Err(Fault::Grouped));
/// ```
pub fn number(field: &str, decimal: Decimal) -> Result<f64, Fault> {
    let field = without_inches(field.trim());
    let plain = plain(field, decimal);
    let digits = plain.strip_prefix(['+', '-']).unwrap_or(&plain);
    let Some(numeral) = Numeral::read(digits) else {
        return Err(fault(field, decimal));
    };
    let value = numeral.value();
    if value.is_infinite() {
        return Err(Fault::TooLarge);
    }
    if value == 0.0 && !numeral.is_zero() {
        return Err(Fault::TooSmall);
    }
    Ok(if plain.starts_with('-') { -value } else { value })
}

/// The field as programs write numbers.
fn plain(field: &str, decimal: Decimal) -> Cow<'_, str> {
    if decimal == Decimal::Point && field.is_ascii() {
        return Cow::Borrowed(field);
    }
    let plain = field.chars().map(|c| match c {
        '\u{2212}' => '-',
        // What is a mark in the other convention is none in this one.
        '.' if decimal == Decimal::Comma => ',',
        c if c == decimal.mark() => '.',
        c => c,
    });
    Cow::Owned(plain.collect())
}

/// A length in inches or feet without its marks.
fn without_inches(field: &str) -> &str {
    let length = field.trim_end_matches(['"', '\'', '″', '′', '”', '’']);
    if length.ends_with(|c: char| c.is_ascii_digit()) { length } else { field }
}

/// What is wrong with a field that is no number.
fn fault(field: &str, decimal: Decimal) -> Fault {
    let word = field.strip_prefix(['+', '-', '\u{2212}']).unwrap_or(field);
    if field.is_empty() {
        Fault::Empty
    } else if let Some(fault) = no_value(field) {
        fault
    } else if !word.starts_with(|c: char| c.is_ascii_digit()) {
        Fault::NotANumber
    } else {
        fault_behind_a_digit(word, decimal)
    }
}

/// The fault of a word that stands for a missing or an infinite number.
pub(crate) fn no_value(field: &str) -> Option<Fault> {
    let lower = field.to_ascii_lowercase();
    let word = lower.strip_prefix(['+', '-', '\u{2212}']).unwrap_or(&lower);
    if MISSING.contains(&lower.as_str()) || MISSING.contains(&word) {
        Some(Fault::Missing)
    } else {
        INFINITE.contains(&word).then_some(Fault::Infinite)
    }
}

fn fault_behind_a_digit(word: &str, decimal: Decimal) -> Fault {
    let is_mark = |c| c == '.' || c == ',';
    let is_digit = |c: char| c.is_ascii_digit();
    let is_part = |c| is_digit(c) || is_mark(c) || GROUPING.contains(&c);
    if !word.chars().all(is_part) || !word.ends_with(is_digit) {
        return if is_date(word) { Fault::Date } else { Fault::More };
    }
    let other = if decimal == Decimal::Point { ',' } else { '.' };
    let separators: Vec<char> =
        word.chars().filter(|&c| !is_digit(c)).collect();
    if is_date(word) {
        return Fault::Date;
    }
    match separators[..] {
        [','] if decimal == Decimal::Point && is_either_way(word) => {
            Fault::EitherWay
        }
        [one] if one == other && decimal == Decimal::Point => Fault::Comma,
        [one] if one == other => Fault::Point,
        _ if is_one_number(word) => Fault::Grouped,
        _ => Fault::More,
    }
}

/// Whether a word is three groups of digits, one of them a day, one a month and one a year.
fn is_date(word: &str) -> bool {
    let day = word.split(['T', ' ']).next().unwrap_or(word);
    let groups: Vec<&str> = day.split(['.', '-', '/']).collect();
    let [first, middle, last] = groups[..] else { return false };
    let all_digits =
        groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()));
    let is_short = |group: &str| (1..=2).contains(&group.len());
    let is_year = |group: &str| matches!(group.len(), 2 | 4);
    all_digits
        && is_short(middle)
        && (is_short(first) && is_year(last)
            || is_year(first) && is_short(last))
}

/// Whether a number with one comma may have its thousands set apart by it, or its fraction.
pub(crate) fn is_either_way(word: &str) -> bool {
    let word = word.trim();
    let word = word.strip_prefix(['+', '-', '\u{2212}']).unwrap_or(word);
    let Some((whole, rest)) = word.split_once(',') else { return false };
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&whole.len())
        && rest.len() == 3
        && !whole.starts_with('0')
        && is_digits(whole)
        && is_digits(rest)
}

/// Whether a text is one number and nothing else but a sign, a unit or a currency, however its
/// thousands and its fraction are set apart.
pub(crate) fn is_one_number(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_unit = |c: char| !is_digit(c) && !".,;\t|+-\u{2212}".contains(c);
    let text = text.trim().trim_start_matches(['+', '-', '\u{2212}']);
    let core = text.trim_start_matches(is_unit).trim_end_matches(is_unit);
    let core = core.trim_start_matches(['+', '-', '\u{2212}']);
    let separators = || core.chars().filter(|&c| !is_digit(c));
    let Some(first) = separators().next() else {
        return !core.is_empty();
    };
    let is_mark = |c: char| c == '.' || c == ',' || GROUPING.contains(&c);
    let mut groups = core.split(|c| !is_digit(c));
    let whole = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let (last, between) = rest.split_last().unwrap_or((&"", &[]));
    let in_threes =
        |groups: &[&str]| groups.iter().all(|group| group.len() == 3);
    if !separators().all(is_mark) || whole.is_empty() || last.is_empty() {
        return false;
    }
    // A fraction alone; or thousands, and perhaps a fraction behind another mark.
    let has_fraction = separators().next_back() != Some(first);
    let is_grouped = whole.len() <= 3
        && separators().take(between.len()).all(|mark| mark == first)
        && in_threes(between)
        && (has_fraction || last.len() == 3);
    let is_fraction = rest.len() == 1 && (first == '.' || first == ',');
    is_fraction || is_grouped
}

/// What a field looks like, before anybody knows how numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Digits alone.
    Whole,
    /// A fraction behind a point.
    Point,
    /// A fraction behind a comma.
    Comma,
    /// Anything else.
    Other,
}

impl Shape {
    /// The shape of a field.
    pub(crate) fn of(field: &str) -> Self {
        let field = without_inches(field.trim());
        let field = field.strip_prefix(['+', '-', '\u{2212}']).unwrap_or(field);
        let (mut shape, mut digits, mut exponent) = (Self::Whole, 0, false);
        let mut bytes = field.bytes().peekable();
        while let Some(byte) = bytes.next() {
            match byte {
                b'0'..=b'9' => digits += 1,
                b'.' if shape == Self::Whole && !exponent => {
                    shape = Self::Point;
                }
                b',' if shape == Self::Whole && !exponent => {
                    shape = Self::Comma;
                }
                b'e' | b'E' if digits > 0 && !exponent => {
                    exponent = true;
                    digits = 0;
                    bytes.next_if(|sign| matches!(sign, b'+' | b'-'));
                }
                _ => return Self::Other,
            }
        }
        if digits > 0 { shape } else { Self::Other }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_wrong_with_a_field_is_told() {
        let point = |field| number(field, Decimal::Point).unwrap_err();
        assert_eq!(point(""), Fault::Empty);
        assert_eq!(point("abc"), Fault::NotANumber);
        assert_eq!(point("e5"), Fault::NotANumber);
        assert_eq!(point("."), Fault::NotANumber);
        for field in ["NaN", "-nan", "NA", "n/a", "-", "?"] {
            assert_eq!(point(field), Fault::Missing, "{field}");
        }
        for field in ["inf", "-Infinity", "+INF", "−∞"] {
            assert_eq!(point(field), Fault::Infinite, "{field}");
        }
        assert_eq!(point("-1e999"), Fault::TooLarge);
        assert_eq!(point("1e-999"), Fault::TooSmall);
        for field in ["3 kg", "5%", "1e", "12abc", "3..", "1-2"] {
            assert_eq!(point(field), Fault::More, "{field}");
        }
        for field in ["1,234.5", "1 234", "1'234", "1_000", "1,234,567"] {
            assert_eq!(point(field), Fault::Grouped, "{field}");
        }
        assert_eq!(point("2,5"), Fault::Comma);
        let comma = |field| number(field, Decimal::Comma).unwrap_err();
        assert_eq!(comma("2.5"), Fault::Point);
        assert_eq!(comma("1.234,5"), Fault::Grouped);
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        let point = |field| number(field, Decimal::Point);
        for (field, value) in [
            ("2.5", 2.5),
            ("\u{a0}+2.5\t", 2.5),
            (".5", 0.5),
            ("5.", 5.0),
            ("−1E3", -1000.0),
            ("1e-3", 1e-3),
            ("0e999", 0.0),
            ("-0.0", 0.0),
        ] {
            assert_eq!(point(field), Ok(value), "{field}");
        }
        assert_eq!(number("-,5", Decimal::Comma), Ok(-0.5));
    }

    proptest! {
        #[test]
        fn a_written_number_is_read_back_to_the_bit(value in any::<f64>()) {
            let read = number(&value.to_string(), Decimal::Point);
            if value.is_finite() {
                prop_assert_eq!(read.unwrap().to_bits(), value.to_bits());
            } else {
                prop_assert!(read.is_err());
            }
            let with_comma = value.to_string().replace('.', ",");
            prop_assert_eq!(number(&with_comma, Decimal::Comma), read);
        }

        #[test]
        fn what_is_no_number_has_a_fault_and_no_panic(field in "\\PC{0,12}") {
            for decimal in [Decimal::Point, Decimal::Comma] {
                let read = number(&field, decimal);
                prop_assert!(read.is_err() || read.is_ok_and(f64::is_finite));
            }
        }

        #[test]
        fn a_number_has_the_shape_of_its_mark(value in -1e6..1e6_f64) {
            let text = format!("{value:.3}");
            prop_assert_eq!(Shape::of(&text), Shape::Point);
            prop_assert_eq!(Shape::of(&text.replace('.', ",")), Shape::Comma);
            prop_assert_eq!(Shape::of(&format!("{value:.0}")), Shape::Whole);
        }
    }
}
