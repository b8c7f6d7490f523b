//! Lines and their fields.
//!
//! Not the crate `csv`: its quoted fields run over the ends of lines, so that one quotation mark
//! too many swallows the rest of the text. Here it spoils its line.

use std::borrow::Cow;

/// The lines of a text that have something in them, with their numbers.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // An old Macintosh ends lines with a carriage return alone.
    let end = if text.contains('\n') { '\n' } else { '\r' };
    let lines = text.split(end).enumerate();
    lines
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim().is_empty())
}

/// A field, without the quotation marks around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Whether a quotation mark opens it that does not close.
    pub(crate) open: bool,
}

/// The fields of a line; without a separator there is one.
pub(crate) fn fields(
    line: &str,
    separator: Option<char>,
) -> impl Iterator<Item = Field<'_>> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let (field, tail) = first(rest?, separator);
        rest = tail;
        Some(field)
    })
}

fn first(line: &str, separator: Option<char>) -> (Field<'_>, Option<&str>) {
    let Some(quoted) = line.trim_start_matches(' ').strip_prefix('"') else {
        let (text, rest) = split(line, separator);
        return (Field { text: text.into(), open: false }, rest);
    };
    let Some((inner, tail)) = closed(quoted) else {
        return (Field { text: line.into(), open: true }, None);
    };
    let (tail, rest) = split(tail, separator);
    let text = if inner.contains('"') || !tail.trim().is_empty() {
        Cow::Owned(undoubled(inner) + tail.trim_end())
    } else {
        Cow::Borrowed(inner)
    };
    (Field { text, open: false }, rest)
}

fn split(line: &str, separator: Option<char>) -> (&str, Option<&str>) {
    let split = separator.and_then(|separator| line.split_once(separator));
    split.map_or((line, None), |(field, rest)| (field, Some(rest)))
}

/// What is quoted and what follows: the quotation ends at a mark that is not doubled.
fn closed(quoted: &str) -> Option<(&str, &str)> {
    let mut marks = quoted.match_indices('"').peekable();
    loop {
        let (mark, _) = marks.next()?;
        if marks.next_if(|(next, _)| *next == mark + 1).is_none() {
            return quoted.get(..mark).zip(quoted.get(mark + 1..));
        }
    }
}

/// One mark for two.
fn undoubled(inner: &str) -> String {
    let mut is_first = false;
    let kept = |c: &char| {
        is_first = *c == '"' && !is_first;
        *c != '"' || is_first
    };
    inner.chars().filter(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(line: &str) -> Vec<String> {
        let fields = fields(line, Some(';'));
        fields.map(|field| field.text.into_owned()).collect()
    }

    #[test]
    fn fields_end_at_separators_outside_of_quotation_marks() {
        assert_eq!(texts("a;b;"), ["a", "b", ""]);
        assert_eq!(
            texts(r#" "a;b" ;"say ""no""";c"#),
            ["a;b", "say \"no\"", "c"]
        );
        assert_eq!(texts(r#""a"b;c"#), ["ab", "c"]);
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_takes_the_rest_of_its_line() {
        let fields: Vec<_> = fields("a;\"b;c", Some(';')).collect();
        assert_eq!(fields.len(), 2);
        assert!(fields[1].open && fields[1].text == "\"b;c");
    }

    #[test]
    fn lines_keep_their_numbers_whatever_ends_them() {
        let numbers = |text| -> Vec<_> { lines(text).collect() };
        assert_eq!(numbers("\u{feff}a\n \nb"), [(1, "a"), (3, "b")]);
        assert_eq!(numbers("a\r\n\r\nb\r\n"), [(1, "a\r"), (3, "b\r")]);
        assert_eq!(numbers("a\r\rb\r"), [(1, "a"), (3, "b")]);
        assert!(numbers(" \n").is_empty());
    }
}
