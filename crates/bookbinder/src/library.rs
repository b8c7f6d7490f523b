//! The chapters that the book has, and the names by which its prose calls them.

use std::{
    collections::BTreeMap,
    ptr,
    sync::{Mutex, PoisonError},
};

use chapter::{Chapter, Error, Fact, Figure};

use crate::nearest::Unknown;

/// The chapters that a book is bound to.
#[derive(Clone, Copy, Debug)]
pub struct Library {
    /// The chapters, in order.
    pub chapters: &'static [&'static Chapter],
}

impl Library {
    /// The chapter that the prose calls by this name: `ch02`.
    ///
    /// # Errors
    ///
    /// [`Unknown`], with the nearest name, if the book has no such chapter.
    pub fn chapter(&self, name: &str) -> Result<&'static Chapter, Unknown> {
        let chapter =
            self.chapters.iter().find(|chapter| chapter.name() == name);
        chapter.copied().ok_or_else(|| {
            Unknown::new(
                "chapter",
                name,
                self.chapters.iter().map(|chapter| chapter.name()),
            )
        })
    }

    /// The figure that the prose calls by this name, `ch02/sum-of-two`, and its chapter.
    ///
    /// # Errors
    ///
    /// [`Unknown`], with the nearest name, if no chapter has such a figure.
    pub fn figure(
        &self,
        name: &str,
    ) -> Result<(&'static Chapter, &'static Figure), Unknown> {
        self.figures()
            .find(|(chapter, figure)| figure_name(chapter, figure) == name)
            .ok_or_else(|| {
                let known = self
                    .figures()
                    .map(|(chapter, figure)| figure_name(chapter, figure));
                Unknown::new("figure", name, known)
            })
    }

    /// Every figure with its chapter, in the order of the book.
    pub fn figures(
        &self,
    ) -> impl Iterator<Item = (&'static Chapter, &'static Figure)> {
        self.chapters.iter().flat_map(|chapter| {
            chapter.figures.iter().map(|figure| (*chapter, figure))
        })
    }

    /// The facts of every chapter, by the names that the prose calls them: `ch02/naive-area`.
    ///
    /// # Errors
    ///
    /// The chapter whose facts cannot be computed, and why not.
    pub fn facts(
        &self,
    ) -> Result<BTreeMap<String, Fact>, (&'static Chapter, Error)> {
        let mut facts = BTreeMap::new();
        for chapter in self.chapters {
            let computed = FACTS.get(chapter, |chapter| (chapter.facts)());
            for fact in computed.map_err(|error| (*chapter, error))? {
                facts.insert(format!("{}/{}", chapter.name(), fact.name), fact);
            }
        }
        Ok(facts)
    }
}

/// What a chapter's run prints.
///
/// # Errors
///
/// Why it cannot be run.
pub(crate) fn output(chapter: &'static Chapter) -> Result<String, Error> {
    OUTPUTS.get(chapter, |chapter| {
        let mut printed = Vec::new();
        (chapter.run)(&mut printed)?;
        Ok(String::from_utf8_lossy(&printed).into_owned())
    })
}

static FACTS: Computed<Vec<Fact>> = Computed::none();
static OUTPUTS: Computed<String> = Computed::none();

/// What chapters have computed, by where they lie in this program. Their functions are pure and
/// their code does not change while it runs, so a book that is built again computes nothing twice.
struct Computed<T>(Mutex<BTreeMap<usize, T>>);

impl<T: Clone> Computed<T> {
    const fn none() -> Self {
        Self(Mutex::new(BTreeMap::new()))
    }

    fn get(
        &self,
        chapter: &'static Chapter,
        compute: impl FnOnce(&Chapter) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = ptr::from_ref(chapter).addr();
        if let Some(known) = known.get(&place) {
            return Ok(known.clone());
        }
        let computed = compute(chapter)?;
        known.insert(place, computed.clone());
        Ok(computed)
    }
}

/// The name by which the prose calls a chapter's figure: `ch02/sum-of-two`.
#[must_use]
pub fn figure_name(chapter: &Chapter, figure: &Figure) -> String {
    format!("{}/{}", chapter.name(), figure.name)
}

#[cfg(test)]
mod tests {
    use chapters::CHAPTERS;

    use super::*;

    const LIBRARY: Library = Library { chapters: CHAPTERS };

    #[test]
    fn every_chapter_is_found_by_its_name() {
        for chapter in CHAPTERS {
            assert_eq!(
                LIBRARY.chapter(&chapter.name()).unwrap().number,
                chapter.number
            );
        }
    }

    #[test]
    fn a_chapter_that_does_not_exist_is_refused_with_the_nearest_name() {
        let error = LIBRARY.chapter("ch002").unwrap_err();
        assert_eq!(
            error.to_string(),
            "no chapter is called `ch002`; the nearest is `ch02`"
        );
    }

    #[test]
    fn every_figure_and_fact_has_a_name_of_its_own() {
        for (chapter, figure) in LIBRARY.figures() {
            let (found_chapter, found) =
                LIBRARY.figure(&figure_name(chapter, figure)).unwrap();
            assert_eq!(
                (found_chapter.number, found.name),
                (chapter.number, figure.name)
            );
            assert!(std::ptr::eq(found, figure), "{} twice", figure.name);
        }
        let count: usize = CHAPTERS
            .iter()
            .map(|chapter| (chapter.facts)().unwrap().len())
            .sum();
        assert_eq!(LIBRARY.facts().unwrap().len(), count);
    }
}
