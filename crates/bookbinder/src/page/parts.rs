//! What a page is made of.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

/// A place in the book; one is less than another if it comes before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Site {
    /// The index of the page.
    pub(crate) page: usize,
    pub(crate) offset: usize,
}

pub(crate) struct Heading {
    pub(crate) level: HeadingLevel,
    /// Its words, without the number signs.
    pub(crate) words: Range<usize>,
}

/// A block of code.
pub(crate) struct Code {
    pub(crate) start: usize,
    /// What stands behind its opening fence; none if it is indented in place of a fence.
    pub(crate) info: Option<String>,
}

/// Something that is to be replaced.
pub(crate) struct Piece {
    pub(crate) range: Range<usize>,
    pub(crate) kind: Kind,
}

pub(crate) enum Kind {
    Directive(Call),
    Formula {
        latex: String,
        display: bool,
    },
    /// Two braces that open no directive, or a directive that cannot be read, and why not.
    Stray(&'static str),
}

/// A directive as it is written: `{{#name arguments}}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) name: String,
    pub(crate) arguments: Vec<String>,
}

/// The directives in a text in which any other two braces mean something else: a formula.
pub(crate) fn calls_in(
    text: &str,
) -> impl Iterator<Item = (Range<usize>, Call)> {
    text.match_indices("{{#").filter_map(|(start, _)| call_at(text, start))
}

/// The directive that begins at `start`, if one does and ends on the same line.
pub(super) fn call_at(
    text: &str,
    start: usize,
) -> Option<(Range<usize>, Call)> {
    let line = text[start..].lines().next()?;
    let (inside, _) = line.strip_prefix("{{#")?.split_once("}}")?;
    let mut words = inside.split_whitespace().map(str::to_owned);
    let call = Call {
        name: words.next().unwrap_or_default(),
        arguments: words.collect(),
    };
    Some((start..start + "{{#".len() + inside.len() + "}}".len(), call))
}
