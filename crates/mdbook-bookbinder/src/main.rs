//! mdBook's preprocessor `bookbinder`: binds the pages that plain `mdbook serve book` gives it.
//!
//! A program of its own, as small as can be, since it is compiled again whenever a chapter changes
//! while the book is served.

use std::{env, process::ExitCode};

use bookbinder::{library::Library, preprocess};

fn main() -> ExitCode {
    let question: Vec<String> = env::args().skip(1).collect();
    preprocess::run(Library { chapters: chapters::CHAPTERS }, &question)
}
