//! What stands where in the book: read once, before any page is bound.

use std::collections::{BTreeMap, BTreeSet};

use chapter::Timestamp;

use crate::{
    glossary::Glossary,
    page::{Page, Site},
    references::References,
    refusal::Refusal,
};

/// The figures, facts, exercises, timestamps, terms and references that the pages take up.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// The figures by name: `ch02/sum-of-two`.
    pub(crate) figures: BTreeMap<String, FigurePlace>,
    /// The facts that are quoted.
    pub(crate) quoted: BTreeSet<String>,
    /// Where the exercises are shown, by their numbers: `book/src/chapter-3.md:41`.
    pub(crate) exercises: BTreeMap<String, String>,
    /// The timestamps that sections take up, by their time.
    pub(crate) videos: BTreeMap<&'static str, Site>,
    pub(crate) glossary: Glossary,
    pub(crate) references: References,
}

/// Where a figure is shown.
#[derive(Clone, Debug)]
pub(crate) struct FigurePlace {
    /// The index of the page.
    pub(crate) page: usize,
    pub(crate) offset: usize,
    /// `2.1` on the page of chapter 2, `1` on a page of no chapter.
    pub(crate) number: String,
}

impl FigurePlace {
    /// The `id` of the figure on its page.
    pub(crate) fn id(&self) -> String {
        format!("figure-{}", self.number.replace('.', "-"))
    }
}

impl Survey {
    /// Surveys the book, with the texts of its exercises; refuses what stands in it twice but may
    /// only once.
    pub(crate) fn of(
        pages: &[Page],
        texts: &[Page],
        refusals: &mut Vec<Refusal>,
    ) -> Self {
        let mut survey = Self {
            glossary: Glossary::of(pages, refusals),
            references: References::of(pages, refusals),
            ..Self::default()
        };
        let calls = texts.iter().flat_map(Page::calls);
        let facts = calls.filter(|(_, call)| call.name == "fact");
        survey.quoted.extend(facts.flat_map(|(_, call)| call.arguments));
        for (index, page) in pages.iter().enumerate() {
            let mut figures = 0;
            for (offset, call) in page.calls() {
                let [argument] = &call.arguments[..] else {
                    continue;
                };
                let twice = match call.name.as_str() {
                    "figure" => {
                        figures += 1;
                        survey.figure(pages, (index, offset), argument, figures)
                    }
                    "exercise" => survey.exercise(argument, page.place(offset)),
                    "video" => survey.video(pages, (index, offset), argument),
                    "fact" => {
                        survey.quoted.insert(argument.clone());
                        None
                    }
                    _ => None,
                };
                refusals
                    .extend(twice.map(|message| page.refuse(offset, message)));
            }
        }
        survey
    }

    fn figure(
        &mut self,
        pages: &[Page],
        (page, offset): (usize, usize),
        name: &str,
        count: usize,
    ) -> Option<String> {
        if let Some(first) = self.figures.get(name) {
            let place = pages[first.page].place(first.offset);
            return Some(format!(
                "figure `{name}` is shown already, at {place}"
            ));
        }
        let number = match pages[page].home() {
            Some(chapter::Home::Chapter(chapter)) => {
                format!("{chapter}.{count}")
            }
            _ => count.to_string(),
        };
        let place = FigurePlace { page, offset, number };
        self.figures.insert(name.to_owned(), place);
        None
    }

    fn exercise(&mut self, name: &str, place: String) -> Option<String> {
        if let Some(first) = self.exercises.get(name) {
            return Some(format!(
                "exercise {name} is shown already, at {first}"
            ));
        }
        self.exercises.insert(name.to_owned(), place);
        None
    }

    fn video(
        &mut self,
        pages: &[Page],
        (page, offset): (usize, usize),
        at: &str,
    ) -> Option<String> {
        let at = Timestamp::find(at)?.at;
        if let Some(first) = self.videos.get(at) {
            let place = pages[first.page].place(first.offset);
            return Some(format!("{at} is taken up already, at {place}"));
        }
        self.videos.insert(at, Site { page, offset });
        None
    }
}
