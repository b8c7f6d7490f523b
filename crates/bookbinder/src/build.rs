//! Builds the book in process, and never leaves half of one behind.
//!
//! mdBook empties its destination before it writes the first page, so a build that fails would
//! take the last good book with it. Here it writes to a staging folder beside the destination,
//! and only a complete book is moved in.

mod log;
mod swap;

use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, ensure};
use mdbook_driver::{MDBook, config::Config};

use crate::{library::Library, live::Live, preprocess::Bookbinder};

/// A book that was built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    /// The folder of its pages.
    pub destination: PathBuf,
    /// What mdBook warned of, one entry a message: `WARN unclosed HTML tag …`.
    pub log: Vec<String>,
}

/// Builds the book of the workspace `root` into the folder `destination`, its figures still.
///
/// # Errors
///
/// Whatever stops the build, [`Refusals`](crate::refusal::Refusals) among them. A book that was
/// there before is left as it was.
pub fn build(root: &Path, destination: &Path) -> anyhow::Result<Built> {
    build_with(Library::book(), &Live::still(), root, destination)
}

/// [`build`], with the chapters of another library and some of them live.
///
/// # Errors
///
/// As [`build`].
pub fn build_with(
    library: Library,
    live: &Live,
    root: &Path,
    destination: &Path,
) -> anyhow::Result<Built> {
    let destination = std::path::absolute(destination)?;
    let folder = root
        .join("book")
        .canonicalize()
        .context("cannot find the folder `book`")?;
    let manifest = folder.join("book.toml");
    // The configuration is the file's alone: no variable of the environment changes the book.
    let mut config = Config::from_disk(&manifest).map_err(|error| {
        anyhow!("book/book.toml: {}", on_one_line(&format!("{error:#}")))
    })?;
    ensure!(
        !destination.starts_with(folder.join(&config.book.src)),
        "{} lies within the sources of the book",
        destination.display()
    );
    // A page that SUMMARY.md promises is written by its author or missed, not made up.
    config.build.create_missing = false;
    let staging = swap::Staging::beside(&destination)?;
    staging.path().clone_into(&mut config.build.build_dir);

    let (rendered, log) = log::capture(|| {
        let mut book = MDBook::load_with_config(&folder, config)?;
        book.with_preprocessor(Bookbinder::with_live(library, live.clone()));
        book.build()
    });
    rendered?;
    staging.replace(&destination)?;
    Ok(Built { destination, log })
}

/// An error without the picture of the place where it stands: it names line and column too.
fn on_one_line(error: &str) -> String {
    let is_picture = |line: &&str| {
        let after_number =
            line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        after_number.is_empty() || after_number.starts_with('|')
    };
    let lines = error.lines().map(str::trim_end);
    lines.filter(|line| !is_picture(line)).collect::<Vec<_>>().join(": ")
}
