//! The checks on a built book: what a reader would stumble over, found before a reader does.
//!
//! Each check is a function from the pages of a built book to what is wrong with them. They know
//! nothing of Markdown: they read what the reader's browser will read.

mod address;
mod alternatives;
mod css;
mod finding;
mod headings;
mod ids;
mod leftovers;
mod links;
mod log;
mod other_hosts;
mod pages;

pub use alternatives::alternatives;
pub use finding::Finding;
pub use headings::headings;
pub use ids::ids;
pub use leftovers::leftovers;
pub use links::links;
pub use log::log;
pub use other_hosts::other_hosts;
pub use pages::{Page, Pages};

use std::{fs, path::Path};

use anyhow::Context as _;

use crate::{build, library::Library, live::Live};

/// Every check on the pages, in the order in which `check` runs them.
pub const CHECKS: &[fn(&Pages) -> Vec<Finding>] =
    &[links, other_hosts, alternatives, leftovers, headings, ids];

/// Runs every check on the pages of a built book.
#[must_use]
pub fn all(pages: &Pages) -> Vec<Finding> {
    CHECKS.iter().flat_map(|check| check(pages)).collect()
}

/// Builds the book of the workspace at `root` into a temporary folder and checks it.
///
/// # Errors
///
/// What [`build::build_with`] refuses, and a folder or page that cannot be written or read.
pub fn check(root: &Path) -> anyhow::Result<Vec<Finding>> {
    let target = root.join("target");
    fs::create_dir_all(&target)
        .with_context(|| format!("cannot make {}", target.display()))?;
    let folder = tempfile::tempdir_in(&target).with_context(|| {
        format!("cannot make a folder in {}", target.display())
    })?;
    let destination = folder.path().join("book");
    // With controls where there are any: they are to be checked too.
    let library = Library::book();
    let live = Live::found(&library, root);
    let built = build::build_with(library, &live, root, &destination)?;
    let mut findings = log(&built.log);
    findings.extend(all(&Pages::read(&destination)?));
    Ok(findings)
}
