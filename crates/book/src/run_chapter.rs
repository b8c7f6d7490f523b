//! `cargo book chapter N`: what a chapter prints, and its figures as files.

use std::{path::PathBuf, process::ExitCode};

use anyhow::bail;
use chapter::Chapter;

/// Runs the chapter of this number, as `cargo run --package chNN-…` does, with its figures in the
/// workspace that `root` finds.
///
/// # Errors
///
/// When `chapters` has none of this number; the error names those that exist. Otherwise, when
/// `root` finds no workspace.
pub fn run(
    chapters: &[&Chapter],
    number: &str,
    root: impl FnOnce() -> anyhow::Result<PathBuf>,
) -> anyhow::Result<ExitCode> {
    let asked = number.parse::<u8>().ok();
    match chapters.iter().find(|chapter| Some(chapter.number) == asked) {
        Some(chapter) => Ok(chapter::main_in(chapter, &root()?)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LIBRARY;

    fn told(number: &str) -> String {
        let nowhere = || bail!("there is no workspace");
        run(LIBRARY.chapters, number, nowhere).unwrap_err().to_string()
    }

    #[test]
    fn a_chapter_that_does_not_exist_is_refused_before_a_workspace_is_looked_for()
     {
        assert!(told("0").starts_with("there is no chapter 0; the book has "));
    }

    #[test]
    fn a_chapter_without_a_workspace_is_refused() {
        assert_eq!(told("1"), "there is no workspace");
    }
}
