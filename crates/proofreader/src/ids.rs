use std::collections::BTreeSet;

use crate::{Finding, Pages};

/// Ids that one page has twice: a link to the second leads to the first.
#[must_use]
pub fn ids(pages: &Pages) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in pages.iter() {
        let mut seen = BTreeSet::new();
        let mut twice = BTreeSet::new();
        for id in page.elements().filter_map(|element| element.attr("id")) {
            if !seen.insert(id) {
                twice.insert(id);
            }
        }
        let what = |id| format!("has the id `{id}` more than once");
        findings.extend(
            twice.into_iter().map(|id| Finding::new(page.path(), what(id))),
        );
    }
    findings
}
