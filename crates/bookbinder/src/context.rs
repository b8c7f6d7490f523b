//! What the pages are bound to: the ground on which the directives stand.

use std::{collections::BTreeMap, ops::Range, path::Path};

use chapter::Fact;

use crate::{
    exercises::Exercise, library::Library, live::Live, math::Typesetter,
    page::Page, source::Sources, survey::Survey,
};

/// What the pages are bound to: everything that a directive may ask about.
pub(crate) struct Context<'a> {
    pub(crate) library: &'a Library,
    /// The chapters whose figures move.
    pub(crate) live: &'a Live,
    pub(crate) facts: BTreeMap<String, Fact>,
    pub(crate) pages: &'a [Page],
    pub(crate) exercises: &'a [Exercise],
    /// The statements and hints of the exercises.
    pub(crate) texts: &'a [Page],
    pub(crate) survey: &'a Survey,
    pub(crate) sources: Sources,
    /// The root of the workspace.
    pub(crate) root: &'a Path,
    pub(crate) typesetter: Typesetter,
    /// What binds a part of a page, for directives that stand for one.
    pub(crate) engine: Engine,
}

/// Why a piece of a page cannot be replaced, and the byte at which the fault stands.
pub(crate) type Fault = (usize, String);

/// Replaces the directives and formulas of a page in a range of bytes.
pub(crate) type Engine =
    fn(&Context<'_>, &Page, Range<usize>) -> Result<String, Vec<Fault>>;

impl Context<'_> {
    /// A page's Markdown in a range of bytes, with its directives and formulas replaced.
    ///
    /// # Errors
    ///
    /// Every piece that cannot be replaced.
    pub(crate) fn bind(
        &self,
        page: &Page,
        range: Range<usize>,
    ) -> Result<String, Vec<Fault>> {
        (self.engine)(self, page, range)
    }
}
