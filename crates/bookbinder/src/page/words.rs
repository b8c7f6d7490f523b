//! The words of the running text, as a search for terms sees them.

use std::ops::Range;

use super::Piece;

/// A word of the running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// As it is written: `Modes`.
    pub(crate) text: &'a str,
    /// As a term is found: `modes`.
    pub(crate) lowercase: String,
    /// The byte of the page at which it begins.
    pub(crate) offset: usize,
    /// Whether it goes on where the word before it ended: nothing but white space, an apostrophe
    /// or a mark of emphasis stands between.
    pub(crate) follows: bool,
}

impl Word<'_> {
    /// The byte of the page at which it ends.
    pub(crate) fn end(&self) -> usize {
        self.offset + self.text.len()
    }
}

/// The words in these ranges of a page, but for those that its directives and formulas hold.
pub(super) fn of<'a>(
    source: &'a str,
    running: &[Range<usize>],
    pieces: &[Piece],
) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    let mut end = None;
    for range in running {
        for (start, text) in split(&source[range.clone()]) {
            let offset = range.start + start;
            if pieces.iter().any(|piece| piece.range.contains(&offset)) {
                continue;
            }
            let follows = end.is_some_and(|end| joins(&source[end..offset]));
            let lowercase = text.to_lowercase();
            words.push(Word { text, lowercase, offset, follows });
            end = Some(offset + text.len());
        }
    }
    words
}

/// The words of a term, by which it is found: lowercase.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    split(text).map(|(_, word)| word.to_lowercase()).collect()
}

/// The words of a text and where each begins. A hyphen is a part of its word.
fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends_word = |c: char| !c.is_alphanumeric() && c != '-';
    let outside = |c: char| !c.is_alphanumeric();
    let mut from = 0;
    text.split_inclusive(ends_word).filter_map(move |piece| {
        let word = piece.trim_start_matches(outside);
        let start = from + piece.len() - word.len();
        from += piece.len();
        let word = word.trim_end_matches(outside);
        (!word.is_empty()).then_some((start, word))
    })
}

/// Whether the words on both sides of a gap are read in one go.
fn joins(gap: &str) -> bool {
    let allowed = |c: char| {
        c.is_whitespace() || matches!(c, '\'' | '’' | '*' | '_' | '>')
    };
    gap.chars().all(allowed) && gap.matches('\n').count() <= 1
}

#[cfg(test)]
mod tests {
    use super::super::Page;
    use super::*;

    /// The running words of a page, those that follow the one before them joined to it.
    fn read(source: &str) -> Vec<String> {
        let page = Page::read("a.md".into(), "a.md".into(), source.to_owned());
        let mut lines: Vec<String> = Vec::new();
        for word in page.words() {
            assert!(source[word.offset..].starts_with(word.text));
            match lines.last_mut() {
                Some(line) if word.follows => {
                    line.push(' ');
                    line.push_str(word.text);
                }
                _ => lines.push(word.text.to_owned()),
            }
        }
        lines
    }

    #[test]
    fn words_are_read_on_through_emphasis_apostrophes_and_line_ends() {
        assert_eq!(
            read("Simpson's *midpoint*\nrule"),
            ["Simpson s midpoint rule"]
        );
        assert_eq!(read("> a\n> b"), ["a b"]);
        assert_eq!(read("log-sum-exp - a"), ["log-sum-exp", "a"]);
    }

    #[test]
    fn words_are_not_read_on_past_a_stop_a_formula_or_a_block() {
        assert_eq!(
            read("a. b, c $x$ d\n\ne\n- f\n- g"),
            ["a", "b", "c", "d", "e", "f", "g"]
        );
        assert_eq!(
            read("| a | b |\n| --- | --- |\n| c | d |"),
            ["a", "b", "c", "d"]
        );
    }

    #[test]
    fn headings_links_code_html_and_directives_are_not_running_text() {
        let page = "# a\n\n[b](c.md) ![d](e.svg) `f` {{#term g h}} x\n\n\
                    ```text\ni\n```\n\n<summary>j</summary>\n";
        assert_eq!(read(page), ["x"]);
    }

    #[test]
    fn a_term_is_found_by_its_words_in_lowercase() {
        assert_eq!(tokens("Simpson’s rule"), ["simpson", "s", "rule"]);
        assert_eq!(tokens(" – "), [""; 0]);
    }
}
