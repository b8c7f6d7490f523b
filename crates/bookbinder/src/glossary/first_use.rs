//! Whether the prose links each term where it uses it first.

use super::{Form, Glossary};
use crate::{
    binding::Binding,
    entry::{GLOSSARY, is_read_through},
    page::{Page, Word},
    refusal::Refusal,
    survey::Site,
};

/// Refuses a term that is used before the first link to it, and one that no page links to.
pub(crate) fn check(binding: &Binding<'_>) -> Vec<Refusal> {
    let glossary = &binding.survey.glossary;
    let first = first_words(glossary, binding.pages);
    let mut refusals = Vec::new();
    for (term, word) in glossary.terms.iter().zip(first) {
        match (term.first, word) {
            (Some(link), Some((word, _))) if link < word => {}
            (_, Some((word, text))) => {
                let message = format!(
                    "the book's first `{text}` must be a link: {{{{#term {text}}}}}"
                );
                let page = &binding.pages[word.page];
                refusals.push(page.refuse(word.offset, message));
            }
            (None, None) => {
                let page =
                    binding.pages.iter().find(|page| page.path == GLOSSARY);
                let message = format!("no page links to `{}`", term.name);
                refusals
                    .extend(page.map(|page| page.refuse(term.offset, message)));
            }
            (Some(_), None) => {}
        }
    }
    refusals
}

/// Where each term stands first in running text without a link, and how it is written there.
fn first_words(
    glossary: &Glossary,
    pages: &[Page],
) -> Vec<Option<(Site, String)>> {
    let mut first = vec![None; glossary.terms.len()];
    for (index, page) in pages.iter().enumerate() {
        if !is_read_through(page) {
            continue;
        }
        let words = page.words();
        let mut rest = &words[..];
        while let Some(word) = rest.first() {
            let Some((term, form)) = longest(glossary, rest) else {
                rest = &rest[1..];
                continue;
            };
            let (used, after) = rest.split_at(form.tokens.len());
            rest = after;
            if form.is_searched && first[term].is_none() {
                let site = Site { page: index, offset: word.offset };
                let end = used.last().map_or(word.offset, Word::end);
                let text = &page.source[word.offset..end];
                first[term] = Some((site, without_marks(text)));
            }
        }
    }
    first
}

/// Words on one line, without marks of emphasis and quotation.
fn without_marks(text: &str) -> String {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '>');
    let words = text.split(is_mark).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The longest of all forms that the words begin with, and the index of its term: in *Gaussian
/// mixture* no other term is used.
fn longest<'a>(
    glossary: &'a Glossary,
    words: &[Word<'_>],
) -> Option<(usize, &'a Form)> {
    let terms = glossary.terms.iter().enumerate();
    let forms = terms
        .flat_map(|(term, entry)| entry.forms.iter().map(move |f| (term, f)));
    forms
        .filter(|(_, form)| begins(words, &form.tokens))
        .max_by_key(|(_, form)| form.tokens.len())
}

fn begins(words: &[Word<'_>], tokens: &[String]) -> bool {
    let same = |(index, token): (usize, &String)| {
        words.get(index).is_some_and(|word| {
            (index == 0 || word.follows) && word.text.to_lowercase() == *token
        })
    };
    !tokens.is_empty() && tokens.iter().enumerate().all(same)
}
