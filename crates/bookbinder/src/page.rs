//! A page of the book, read but not yet bound: its headings, directives and formulas.

mod outline;
mod parts;
mod words;

use std::ops::Range;

use chapter::Home;
use pulldown_cmark::HeadingLevel;

pub(crate) use self::{
    parts::{Call, Code, Heading, Kind, Piece, Site, calls_in},
    words::{Word, tokens},
};

use self::{outline::Outline, parts::call_at};
use crate::refusal::Refusal;

/// The file of the page that takes up this part of the video, relative to `SUMMARY.md`:
/// `chapter-2.md`.
#[must_use]
pub fn file_of(home: Home) -> String {
    match home {
        Home::Introduction => "introduction.md".to_owned(),
        Home::Chapter(number) => format!("chapter-{number}.md"),
        Home::Outro => "outro.md".to_owned(),
    }
}

/// A page and what is to be replaced in it.
pub(crate) struct Page {
    /// Relative to the root of the workspace: `book/src/chapter-2.md`.
    pub(crate) file: String,
    /// Relative to `SUMMARY.md`: `chapter-2.md`.
    pub(crate) path: String,
    /// Its Markdown.
    pub(crate) source: String,
    pub(crate) headings: Vec<Heading>,
    /// In the order of the page; none overlaps another.
    pub(crate) pieces: Vec<Piece>,
    pub(crate) code: Vec<Code>,
    /// Of each row of a table its first cell.
    pub(crate) first_cells: Vec<Range<usize>>,
    /// The text that is read in one go: not in headings, links, code or HTML.
    running: Vec<Range<usize>>,
}

impl Page {
    /// Reads the Markdown of a page.
    pub(crate) fn read(file: String, path: String, source: String) -> Self {
        let outline = Outline::of(&source);
        let mut pieces = directives(&source, &outline.protected);
        for formula in outline.formulas {
            let start = formula.range.start;
            match pieces.iter_mut().find(|piece| piece.range.contains(&start)) {
                Some(around) => {
                    around.kind = Kind::Stray(
                        "a formula cannot stand inside a directive",
                    );
                }
                None => pieces.push(formula),
            }
        }
        pieces.sort_by_key(|piece| piece.range.start);
        Self {
            file,
            path,
            headings: outline.headings,
            pieces,
            code: outline.code,
            first_cells: outline.first_cells,
            running: outline.running,
            source,
        }
    }

    /// Whether a byte of the page stands in running text.
    pub(crate) fn is_running(&self, offset: usize) -> bool {
        self.running.iter().any(|range| range.contains(&offset))
    }

    /// The words of the running text, those of directives left out.
    pub(crate) fn words(&self) -> Vec<Word<'_>> {
        words::of(&self.source, &self.running, &self.pieces)
    }

    /// The part of the video that the page takes up, if it is a page that takes up one.
    pub(crate) fn home(&self) -> Option<Home> {
        let number = self
            .path
            .strip_prefix("chapter-")
            .and_then(|rest| rest.strip_suffix(".md"));
        match self.path.as_str() {
            "introduction.md" => Some(Home::Introduction),
            "outro.md" => Some(Home::Outro),
            _ => number?.parse().ok().map(Home::Chapter),
        }
    }

    /// The line, counted from 1, on which a byte of the page stands.
    pub(crate) fn line(&self, offset: usize) -> usize {
        1 + self.source[..offset].matches('\n').count()
    }

    /// Where a byte of the page stands: `book/src/chapter-2.md:41`.
    pub(crate) fn place(&self, offset: usize) -> String {
        format!("{}:{}", self.file, self.line(offset))
    }

    /// Refuses what stands at a byte of the page.
    pub(crate) fn refuse(&self, offset: usize, message: String) -> Refusal {
        Refusal {
            file: self.file.clone(),
            line: Some(self.line(offset)),
            message,
        }
    }

    /// Every directive of the page and where it begins, those within formulas included.
    pub(crate) fn calls(&self) -> impl Iterator<Item = (usize, Call)> {
        self.pieces.iter().flat_map(|piece| match &piece.kind {
            Kind::Directive(call) => vec![(piece.range.start, call.clone())],
            Kind::Formula { .. } => {
                let formula = &self.source[piece.range.clone()];
                calls_in(formula)
                    .map(|(range, call)| {
                        (piece.range.start + range.start, call)
                    })
                    .collect()
            }
            Kind::Stray(_) => Vec::new(),
        })
    }

    /// The heading above a byte of the page.
    pub(crate) fn heading(&self, offset: usize) -> Option<&Heading> {
        self.headings.iter().rfind(|heading| heading.words.end <= offset)
    }

    /// The section heading above a byte of the page: the last `#` or `##` before it.
    pub(crate) fn section(&self, offset: usize) -> Option<&Heading> {
        self.headings.iter().rfind(|heading| {
            heading.words.end <= offset && heading.level <= HeadingLevel::H2
        })
    }
}

fn directives(source: &str, protected: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = 0;
    while let Some(found) = source[from..].find("{{") {
        let start = from + found;
        if let Some(range) =
            protected.iter().find(|range| range.contains(&start))
        {
            from = range.end;
            continue;
        }
        let (range, kind) = match call_at(source, start) {
            Some((range, call)) => (range, Kind::Directive(call)),
            None if source[start..].starts_with("{{#") => (
                start..start + 3,
                Kind::Stray("this `{{#` has no `}}` on its line"),
            ),
            None => {
                let why = "outside code, `{{` must open a directive, such as `{{#fact …}}`";
                (start..start + 2, Kind::Stray(why))
            }
        };
        from = range.end;
        pieces.push(Piece { range, kind });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Page {
        Page::read(
            "book/src/a.md".to_owned(),
            "a.md".to_owned(),
            source.to_owned(),
        )
    }

    #[test]
    fn directives_in_code_and_comments_are_text() {
        let page = read(
            "`{{#a}}`\n\n```text\n{{#b}}\n```\n\n    {{#c}}\n\n<!-- {{#d}} -->\n\nx <!-- {{#e}} -->\n\n<div>\n<!--\n{{#f}}\n-->\n{{#g}}</div>\n",
        );
        let names: Vec<_> = page.calls().map(|(_, call)| call.name).collect();
        assert_eq!(names, ["g"]);
    }

    #[test]
    fn directives_within_formulas_are_seen_with_their_lines() {
        let page = read("a\n\n$$\nx^{{2}} = {{#fact ch02/y}}\n$$\n");
        let calls: Vec<_> = page.calls().collect();
        assert_eq!(calls.len(), 1);
        assert_eq!(calls[0].1.arguments, ["ch02/y"]);
        assert_eq!(page.line(calls[0].0), 4);
    }

    #[test]
    fn the_words_of_a_heading_are_found_without_its_attributes() {
        let page = read("# A\n\n## The *sum* $p$ {#sum}\n\n### deeper\n\nhere");
        let heading = page.section(page.source.len()).unwrap();
        assert_eq!(page.source[heading.words.clone()].trim(), "The *sum* $p$");
    }
}
