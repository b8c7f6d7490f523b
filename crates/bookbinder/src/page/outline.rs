//! What Markdown sees in a page.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::parts::{Code, Heading, Kind, Piece};

/// The headings and formulas of a page, and where what stands.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) headings: Vec<Heading>,
    pub(super) formulas: Vec<Piece>,
    /// Where nothing is a directive: code, comments and (they are pieces already) formulas.
    pub(super) protected: Vec<Range<usize>>,
    /// The text that is read in one go: not in headings, links, code or HTML.
    pub(super) running: Vec<Range<usize>>,
    pub(super) code: Vec<Code>,
    /// The first cell of each row of a table, its head left out.
    pub(super) first_cells: Vec<Range<usize>>,
}

impl Outline {
    pub(super) fn of(source: &str) -> Self {
        let mut outline = Self::default();
        let mut heading: Option<Heading> = None;
        // How many elements are open in which text is not running.
        let mut apart = 0;
        let mut at_row = false;
        let mut in_code = false;
        for (event, range) in
            Parser::new_ext(source, markdown()).into_offset_iter()
        {
            if let (Some(heading), false) =
                (&mut heading, matches!(event, Event::End(_)))
            {
                let start = heading.words.start.min(range.start);
                heading.words = start..heading.words.end.max(range.end);
            }
            match &event {
                Event::Start(tag) if is_apart(tag) => apart += 1,
                Event::End(tag) if is_apart_end(*tag) => apart -= 1,
                Event::Text(_) if apart == 0 => {
                    outline.running.push(range.clone());
                }
                Event::Start(Tag::TableRow) => at_row = true,
                Event::Start(Tag::TableCell) if at_row => {
                    outline.first_cells.push(range.clone());
                    at_row = false;
                }
                _ => {}
            }
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    let words = range.end..range.start;
                    heading = Some(Heading { level, words });
                }
                Event::End(TagEnd::Heading(_)) => {
                    // A heading without a word keeps the reversed range that it began with.
                    let worded = heading
                        .take()
                        .filter(|heading| !heading.words.is_empty());
                    outline.headings.extend(worded);
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    in_code = true;
                    outline.protected.push(range.clone());
                    let info = match kind {
                        CodeBlockKind::Fenced(info) => Some(info.to_string()),
                        CodeBlockKind::Indented => None,
                    };
                    outline.code.push(Code { start: range.start, info });
                }
                Event::End(TagEnd::CodeBlock) => in_code = false,
                Event::Text(_) if !in_code => {
                    outline.formulas.extend(dollars(source, range));
                }
                Event::Code(_) => outline.protected.push(range),
                Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                    outline.protected.extend(comments(source, range));
                }
                Event::InlineMath(ref latex)
                | Event::DisplayMath(ref latex) => {
                    let kind = Kind::Formula {
                        latex: latex.to_string(),
                        display: matches!(event, Event::DisplayMath(_)),
                    };
                    outline.protected.push(range.clone());
                    outline.formulas.push(Piece { range, kind });
                }
                _ => {}
            }
        }
        outline
    }
}

/// The dollar signs in a piece of text: of a formula they would be no text, and a reader would see
/// them.
fn dollars(
    source: &str,
    text: Range<usize>,
) -> impl Iterator<Item = Piece> + '_ {
    let found = source[text.clone()].match_indices('$');
    let found = found.map(move |(at, _)| text.start + at);
    let is_meant = |at: &usize| source[..*at].ends_with('\\');
    found.filter(move |at| !is_meant(at)).map(|at| Piece {
        range: at..at + 1,
        kind: Kind::Stray(
            "this dollar sign is of no formula: a brace or a dollar may be missing; one that is \
             meant is written `\\$`",
        ),
    })
}

/// Whether the text in an element is apart from the running text.
fn is_apart(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Heading { .. }
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
    )
}

/// Whether this closes what [`is_apart`].
fn is_apart_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Heading(_)
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
    )
}

/// Markdown as mdBook reads it, and formulas.
fn markdown() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH
}

/// The comments in a piece of HTML.
fn comments(source: &str, html: Range<usize>) -> Vec<Range<usize>> {
    let mut comments = Vec::new();
    let mut from = html.start;
    while let Some(found) = source[from..html.end].find("<!--") {
        let start = from + found;
        let end = source[start..html.end]
            .find("-->")
            .map_or(html.end, |end| start + end + 3);
        comments.push(start..end);
        from = end;
    }
    comments
}
