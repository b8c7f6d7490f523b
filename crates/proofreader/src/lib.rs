//! Looks over a built book for what its reader would stumble over, before a reader does.
//!
//! Each check is a function from the pages of a book to what is wrong with them. They know nothing
//! of Markdown, nor of this book: they read a folder of HTML as the reader's browser will.

mod address;
mod alternatives;
mod css;
mod finding;
mod formulas;
mod headings;
mod ids;
mod leftovers;
mod links;
mod other_hosts;
mod pages;

pub use alternatives::alternatives;
pub use finding::Finding;
pub use formulas::formulas;
pub use headings::headings;
pub use ids::ids;
pub use leftovers::leftovers;
pub use links::links;
pub use other_hosts::other_hosts;
pub use pages::{Page, Pages};

/// Every check on the pages, in the order in which [`all`] runs them.
pub const CHECKS: &[fn(&Pages) -> Vec<Finding>] =
    &[links, other_hosts, alternatives, formulas, leftovers, headings, ids];

/// Runs every check on the pages of a built book.
#[must_use]
pub fn all(pages: &Pages) -> Vec<Finding> {
    CHECKS.iter().flat_map(|check| check(pages)).collect()
}
