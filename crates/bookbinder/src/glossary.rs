//! The glossary: its terms, and where the prose uses each of them first.
//!
//! An entry is `{{#define mode, modes, (top)}}` above its definition: the term, and the other
//! words that mean it. A word in parentheses has an everyday sense too, so it may be linked but is
//! not searched for.

mod first_use;

pub(crate) use first_use::check;

use pulldown_cmark::{Event, Options, Parser};

use crate::{
    entry::{self, GLOSSARY},
    nearest::Unknown,
    page::Site,
    page::{Page, calls_in, tokens},
    refusal::Refusal,
};

/// The terms that the book explains, in the order of their page.
#[derive(Debug, Default)]
pub(crate) struct Glossary {
    pub(crate) terms: Vec<Term>,
}

/// An entry of the glossary.
#[derive(Debug)]
pub(crate) struct Term {
    pub(crate) name: String,
    /// The words that mean it, its name among them.
    forms: Vec<Form>,
    /// What it means, as plain text.
    pub(crate) definition: String,
    /// The byte of the page at which its entry begins.
    offset: usize,
    /// Where a page links to it first.
    pub(crate) first: Option<Site>,
}

#[derive(Debug)]
struct Form {
    text: String,
    tokens: Vec<String>,
    is_searched: bool,
}

impl Glossary {
    /// Reads the entries and finds the links to them; refuses what is defined twice and what is
    /// out of order.
    pub(crate) fn of(pages: &[Page], refusals: &mut Vec<Refusal>) -> Self {
        let mut glossary = Self::default();
        for page in pages.iter().filter(|page| page.path == GLOSSARY) {
            for (offset, call) in page.calls() {
                if call.name == "define" && !call.arguments.is_empty() {
                    let words = call.arguments.join(" ");
                    let term = Term::read(&words, page, offset);
                    let twice = glossary.twice(page, &term);
                    refusals.extend(twice);
                    if glossary.index(&term.name).is_none() {
                        glossary.terms.push(term);
                    }
                }
            }
            let terms = glossary.terms.iter();
            refusals.extend(entry::check_order(
                page,
                terms.map(|term| (&*term.name, term.offset)),
            ));
        }
        glossary.find_links(pages);
        glossary
    }

    /// Refuses the words of a new term that mean another one already.
    fn twice(&self, page: &Page, new: &Term) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        for form in &new.forms {
            let means = |term: &&Term| term.is_meant_by(&form.tokens);
            if let Some(known) = self.terms.iter().find(means) {
                let (text, place) = (&form.text, page.place(known.offset));
                let message =
                    format!("term `{text}` is defined already, at {place}");
                refusals.push(page.refuse(new.offset, message));
            }
        }
        refusals
    }

    fn find_links(&mut self, pages: &[Page]) {
        for (page, read) in pages.iter().enumerate() {
            if !entry::is_read_through(read) {
                continue;
            }
            for (offset, call) in read.calls() {
                let (term, _) = halves(&call.arguments);
                let index = self.index(&term).filter(|_| call.name == "term");
                if let Some(index) = index {
                    let first = &mut self.terms[index].first;
                    first.get_or_insert(Site { page, offset });
                }
            }
        }
    }

    /// The term that these words mean.
    ///
    /// # Errors
    ///
    /// [`Unknown`], with the nearest word that means one.
    pub(crate) fn find(&self, words: &str) -> Result<&Term, Unknown> {
        self.index(words).map(|index| &self.terms[index]).ok_or_else(|| {
            let forms = self.terms.iter().flat_map(|term| &term.forms);
            Unknown::new("term", words, forms.map(|form| &form.text))
        })
    }

    fn index(&self, words: &str) -> Option<usize> {
        let words = tokens(words);
        self.terms.iter().position(|term| term.is_meant_by(&words))
    }
}

impl Term {
    /// Reads the words of an entry: `mode, modes, (top)`.
    fn read(words: &str, page: &Page, offset: usize) -> Self {
        let forms: Vec<_> = words.split(',').map(Form::read).collect();
        let name = forms[0].text.clone();
        let definition = definition(&page.source[offset..]);
        Self { name, forms, definition, offset, first: None }
    }

    fn is_meant_by(&self, tokens: &[String]) -> bool {
        self.forms.iter().any(|form| form.tokens == tokens)
    }
}

impl Form {
    fn read(written: &str) -> Self {
        let written = written.trim();
        let everyday =
            written.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let text = everyday.unwrap_or(written).to_owned();
        let tokens = tokens(&text);
        Self { text, tokens, is_searched: everyday.is_none() }
    }
}

/// The definition below the head of an entry, as plain text.
fn definition(entry: &str) -> String {
    let (_, below) = entry.split_once('\n').unwrap_or_default();
    let (paragraph, _) = below.split_once("\n\n").unwrap_or((below, ""));
    let paragraph = paragraph.trim_start().trim_start_matches(": ");
    let mut markdown = paragraph.to_owned();
    for (range, call) in
        calls_in(paragraph).collect::<Vec<_>>().into_iter().rev()
    {
        let (_, words) = halves(&call.arguments);
        markdown.replace_range(range, &words);
    }
    let options = Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_MATH;
    let words =
        Parser::new_ext(&markdown, options).filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) => {
                Some(text.to_string())
            }
            Event::SoftBreak => Some(" ".to_owned()),
            _ => None,
        });
    words.collect::<String>().trim().to_owned()
}

/// The term that a link leads to and the words that it shows: `mode|two tops`, or `modes` for both.
pub(crate) fn halves(arguments: &[String]) -> (String, String) {
    let words = arguments.join(" ");
    match words.split_once('|') {
        Some((term, shown)) => {
            (term.trim().to_owned(), shown.trim().to_owned())
        }
        None => (words.clone(), words),
    }
}
