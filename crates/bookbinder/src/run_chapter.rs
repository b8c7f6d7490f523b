//! `cargo book chapter N`: what a chapter prints, and its figures as files.

use std::process::ExitCode;

use anyhow::bail;
use chapter::Chapter;

/// Runs the chapter of this number, as `cargo run --package chNN-…` does.
///
/// # Errors
///
/// When `chapters` has none of this number; the error names those that exist.
pub fn run(chapters: &[&Chapter], number: &str) -> anyhow::Result<ExitCode> {
    let asked = number.parse::<u8>().ok();
    match chapters.iter().find(|chapter| Some(chapter.number) == asked) {
        Some(chapter) => Ok(chapter::main(chapter)),
        None => bail!(
            "there is no chapter {number}; the book has {}",
            names(chapters)
        ),
    }
}

/// The chapters by number and title.
fn names(chapters: &[&Chapter]) -> String {
    let name =
        |chapter: &&Chapter| format!("{} {}", chapter.number, chapter.title);
    chapters.iter().map(name).collect::<Vec<_>>().join(", ")
}
