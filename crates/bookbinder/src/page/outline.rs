//! What Markdown sees in a page.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Heading, Kind, Piece};

/// The headings and formulas of a page, and where nothing can be a directive.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) headings: Vec<Heading>,
    pub(super) formulas: Vec<Piece>,
    /// Where nothing is a directive: code, comments and (they are pieces already) formulas.
    pub(super) protected: Vec<Range<usize>>,
}

impl Outline {
    pub(super) fn of(source: &str) -> Self {
        let mut outline = Self::default();
        let mut heading: Option<Heading> = None;
        for (event, range) in
            Parser::new_ext(source, markdown()).into_offset_iter()
        {
            if let (Some(heading), false) =
                (&mut heading, matches!(event, Event::End(_)))
            {
                let start = heading.words.start.min(range.start);
                heading.words = start..heading.words.end.max(range.end);
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
                Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => {
                    outline.protected.push(range);
                }
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
