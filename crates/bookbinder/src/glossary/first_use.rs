//! Whether the prose links each term where it uses it first.

use std::collections::BTreeMap;

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
    let forms = forms(glossary);
    let mut first = vec![None; glossary.terms.len()];
    for (index, page) in pages.iter().enumerate() {
        if !is_read_through(page) {
            continue;
        }
        let words = page.words();
        let mut rest = &words[..];
        while let Some(word) = rest.first() {
            let Some((term, form)) = longest(&forms, rest) else {
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

/// The forms of all terms, each with the index of its term, by the word with which they begin.
type Forms<'a> = BTreeMap<&'a str, Vec<(usize, &'a Form)>>;

fn forms(glossary: &Glossary) -> Forms<'_> {
    let mut forms = Forms::new();
    for (term, entry) in glossary.terms.iter().enumerate() {
        for form in &entry.forms {
            if let Some(token) = form.tokens.first() {
                forms.entry(token).or_default().push((term, form));
            }
        }
    }
    forms
}

/// The longest of all forms that the words begin with, and the index of its term: in *Gaussian
/// mixture* no other term is used.
fn longest<'a>(
    forms: &Forms<'a>,
    words: &[Word<'_>],
) -> Option<(usize, &'a Form)> {
    let forms = forms.get(&*words.first()?.lowercase)?.iter();
    let begun = forms.filter(|(_, form)| begins(words, &form.tokens));
    begun.max_by_key(|(_, form)| form.tokens.len()).copied()
}

fn begins(words: &[Word<'_>], tokens: &[String]) -> bool {
    let same = |(index, token): (usize, &String)| {
        words.get(index).is_some_and(|word| {
            (index == 0 || word.follows) && word.lowercase == *token
        })
    };
    tokens.iter().enumerate().all(same)
}
