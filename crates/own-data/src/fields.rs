//! Lines and their fields.
//!
//! Not the crate `csv`: its quoted fields run over the ends of lines, so that one quotation mark
//! too many swallows the rest of the text. Here it spoils its line.

use std::borrow::Cow;

use crate::number::no_value;

/// The lines of a text that have something to read in them, with their numbers: no comments, which
/// begin with `#`, `%` or `//`, and not the line `sep=;` by which Excel is told its separator.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    all_lines(text)
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !is_passed_over(line))
}

/// All lines, whatever ends them, and however ends are mixed.
fn all_lines(text: &str) -> impl Iterator<Item = &str> {
    let is_end =
        |c: char| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some((line, below)) = text.split_once(is_end) else {
            rest = None;
            return Some(text);
        };
        let after = text.get(line.len()..).unwrap_or_default();
        // The two characters of Windows end one line.
        let below = if after.starts_with("\r\n") {
            after.strip_prefix("\r\n").unwrap_or(below)
        } else {
            below
        };
        rest = Some(below);
        Some(line)
    })
}

fn is_passed_over(line: &str) -> bool {
    let line = line.trim();
    let is_comment = line.starts_with(['#', '%']) || line.starts_with("//");
    line.is_empty()
        || (is_comment && no_value(line).is_none())
        || told_separator(line).is_some()
}

/// The separator that a line `sep=;` tells.
pub(crate) fn told_separator(line: &str) -> Option<char> {
    let mark = line.trim().strip_prefix("sep=")?;
    let mut marks = mark.chars();
    // A tab is white space, and trimmed.
    let mark = marks.next().unwrap_or('\t');
    marks.next().is_none().then_some(mark)
}

/// A text without what nobody sees, such as a mark of the order of bytes, and without the brackets
/// around a list: `[2.5, 3.5]`, `c(2.5, 3.5)`.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let text = if text.contains(is_invisible) {
        Cow::Owned(text.replace(is_invisible, ""))
    } else {
        Cow::Borrowed(text)
    };
    match unbracketed(&text) {
        Some(inner) => Cow::Owned(inner),
        None => text,
    }
}

/// Whether a character has no width: marks of the order of bytes and of the direction of writing,
/// joiners, soft hyphens.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{feff}'
    )
}

const BRACKETS: [(&str, &str); 6] = [
    ("np.array([", "])"),
    ("array([", "])"),
    ("c(", ")"),
    ("[", "]"),
    ("(", ")"),
    ("{", "}"),
];

/// What stands within the brackets around the whole text, each of its lines without the comma at
/// its end. The text keeps its lines.
fn unbracketed(text: &str) -> Option<String> {
    let list = text.trim();
    let list = list.strip_suffix([';', ',']).unwrap_or(list);
    let inner = BRACKETS.iter().find_map(|(open, close)| {
        list.strip_prefix(open)?.strip_suffix(close)
    })?;
    let is_plain = !inner.contains(['[', ']', '(', ')', '{', '}', '"', ':']);
    let lines = inner.split('\n').map(|line| {
        let line = line.trim_end();
        line.strip_suffix(',').unwrap_or(line)
    });
    let before = text.find(list)?;
    let above = text.get(..before)?.matches('\n').count();
    is_plain.then(|| "\n".repeat(above) + &lines.collect::<Vec<_>>().join("\n"))
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
    // Spaces set apart in any number, and none at the ends.
    let apart = separator == Some(' ');
    let mut rest = Some(if apart { line.trim() } else { line });
    std::iter::from_fn(move || {
        let (field, tail) = first(rest?, separator);
        rest = if apart { tail.map(str::trim_start) } else { tail };
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
    let split = separator.and_then(|separator| {
        let also = if separator == ' ' { '\t' } else { separator };
        line.split_once([separator, also])
    });
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
        assert_eq!(numbers("a\n \nb"), [(1, "a"), (3, "b")]);
        assert_eq!(numbers("a\r\n\r\nb\r\n"), [(1, "a"), (3, "b")]);
        assert_eq!(
            numbers("a\rb\nc\u{2028}d"),
            [(1, "a"), (2, "b"), (3, "c"), (4, "d")]
        );
        assert_eq!(numbers("a\r\rb\r"), [(1, "a"), (3, "b")]);
        assert!(numbers(" \n").is_empty());
    }
}
