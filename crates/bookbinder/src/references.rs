//! The works that the book cites: each an entry `{{#reference lyness-1969 Lyness 1969}}` above what
//! a reader needs to find it, and cited by its key.

use std::collections::BTreeSet;

use crate::{
    entry::{self, REFERENCES},
    nearest::Unknown,
    page::Page,
    refusal::Refusal,
};

/// The cited works, in the order of their page.
#[derive(Debug, Default)]
pub(crate) struct References {
    works: Vec<Work>,
    /// The keys that the pages cite.
    cited: BTreeSet<String>,
}

/// A work that the book cites.
#[derive(Debug)]
pub(crate) struct Work {
    key: String,
    /// Its authors and, in most cases, its year: `Dee et al. 2019`.
    pub(crate) name: String,
    offset: usize,
}

impl References {
    /// Reads the entries and the citations; refuses what stands there twice or out of order.
    pub(crate) fn of(pages: &[Page], refusals: &mut Vec<Refusal>) -> Self {
        let mut references = Self::default();
        for page in pages {
            for (offset, call) in page.calls() {
                let [key, rest @ ..] = &call.arguments[..] else {
                    continue;
                };
                if call.name == "cite" && page.path != REFERENCES {
                    references.cited.insert(key.clone());
                } else if call.name == "reference" && page.path == REFERENCES {
                    let (key, name) = (key.clone(), rest.join(" "));
                    let work = Work { key, name, offset };
                    refusals.extend(references.twice(page, &work));
                    references.works.push(work);
                }
            }
            if page.path == REFERENCES {
                let works = references.works.iter();
                refusals.extend(entry::check_order(
                    page,
                    works.map(|work| (&*work.name, work.offset)),
                ));
            }
        }
        references
    }

    fn twice(&self, page: &Page, new: &Work) -> Option<Refusal> {
        let mut works = self.works.iter();
        let known =
            works.find(|work| work.key == new.key || work.name == new.name)?;
        let (key, place) = (&new.key, page.place(known.offset));
        let message = format!("reference `{key}` is there already, at {place}");
        Some(page.refuse(new.offset, message))
    }

    /// The work of this key.
    ///
    /// # Errors
    ///
    /// [`Unknown`], with the nearest key.
    pub(crate) fn find(&self, key: &str) -> Result<&Work, Unknown> {
        let work = self.works.iter().find(|work| work.key == key);
        work.ok_or_else(|| {
            let known = self.works.iter().map(|work| &work.key);
            Unknown::new("reference", key, known)
        })
    }
}

/// Refuses a work that no page cites.
pub(crate) fn check(references: &References, pages: &[Page]) -> Vec<Refusal> {
    let page = pages.iter().find(|page| page.path == REFERENCES);
    let uncited = references
        .works
        .iter()
        .filter(|work| !references.cited.contains(&work.key));
    page.into_iter()
        .flat_map(|page| {
            uncited.clone().map(|work| {
                let message = format!("no page cites `{}`", work.key);
                page.refuse(work.offset, message)
            })
        })
        .collect()
}
