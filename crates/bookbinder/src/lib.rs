//! Binds the prose of *Two Peaks* to its code.
//!
//! The book's Markdown holds no number, picture or line of code that a crate computes, draws or
//! contains: it names them, in [directives](mod@directives) such as `{{#fact ch02/naive-area}}`. Before
//! mdBook renders a page, [`preprocess()`](preprocess::preprocess) puts the thing in the place of
//! its name and typesets the formulas. A name that leads nowhere, or a figure, fact, timestamp or
//! exercise that no page takes up, stops the build with file, line and the nearest name that exists.

pub mod directives;
pub mod exercises;
pub mod library;
pub mod live;
pub mod math;
pub mod nearest;
pub mod page;
pub mod preprocess;
pub mod refusal;
pub mod source;

mod binding;
mod block;
mod coverage;
mod entry;
mod fences;
mod glossary;
mod html;
mod notation;
mod references;
mod survey;

/// The pages of the book, each as the documentation of a module: their Rust runs as doc tests.
#[cfg(doctest)]
mod prose {
    include!(concat!(env!("OUT_DIR"), "/prose.rs"));
}
