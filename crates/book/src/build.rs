//! Builds the book in process, and never leaves half of one behind.
//!
//! mdBook empties its destination before it writes the first page, so a build that fails would
//! take the last good book with it. Here it writes to a staging folder beside the destination,
//! and only a complete book is moved in.

mod index;
mod log;
mod print;
mod summary;
mod swap;

use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, ensure};
use bookbinder::{
    library::Library,
    preprocess::{Bookbinder, STILL},
};
use mdbook_driver::{MDBook, config::Config};

/// What is to be built, and how.
#[derive(Clone, Debug)]
pub struct Order {
    root: PathBuf,
    destination: PathBuf,
    library: Option<Library>,
    is_still: bool,
    reload: Option<&'static str>,
}

impl Order {
    /// The book of the workspace `root`, into the folder `destination`, bound to the chapters of
    /// `library`; live are the figures whose scripts are there.
    #[must_use]
    pub fn of(library: Library, root: &Path, destination: &Path) -> Self {
        Self {
            root: root.to_owned(),
            destination: destination.to_owned(),
            library: Some(library),
            is_still: false,
            reload: None,
        }
    }

    /// With every figure still, or not.
    #[must_use]
    pub fn still(self, is_still: bool) -> Self {
        Self { is_still, ..self }
    }

    /// With pages that listen for a reload at this path of their host.
    #[must_use]
    pub fn reloaded(self, path: &'static str) -> Self {
        Self { reload: Some(path), ..self }
    }

    /// Bound by the command in `book.toml`, to the chapters as they are now and not as they were
    /// compiled into this program.
    #[must_use]
    pub fn bound_anew(self) -> Self {
        Self { library: None, ..self }
    }
}

/// A book that was built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    /// The folder of its pages.
    pub destination: PathBuf,
    /// What mdBook warned of, one entry a message: `WARN unclosed HTML tag …`.
    pub log: Vec<String>,
}

/// Builds a book.
///
/// # Errors
///
/// Whatever stops the build, [`Refusals`](bookbinder::refusal::Refusals) among them. A book that
/// was there before is left as it was.
pub fn build(order: &Order) -> anyhow::Result<Built> {
    let destination = std::path::absolute(&order.destination)?;
    let folder = order
        .root
        .join("book")
        .canonicalize()
        .context("cannot find the folder `book`")?;
    let manifest = folder.join("book.toml");
    // The configuration is the file's alone: no variable of the environment changes the book.
    let mut config = Config::from_disk(&manifest).map_err(|error| {
        anyhow!("book/book.toml: {}", on_one_line(&format!("{error:#}")))
    })?;
    let source = folder.join(&config.book.src);
    ensure!(
        !destination.starts_with(&source),
        "{} lies within the sources of the book",
        destination.display()
    );
    summary::check(&source, &Path::new("book").join(&config.book.src))?;
    // A page that SUMMARY.md promises is written by its author or missed, not made up.
    config.build.create_missing = false;
    config.set(STILL, order.is_still)?;
    if let Some(path) = order.reload {
        config.set("output.html.live-reload-endpoint", path)?;
    }
    let staging = swap::Staging::beside(&destination)?;
    staging.path().clone_into(&mut config.build.build_dir);
    let (title, description) =
        (config.book.title.clone(), config.book.description.clone());

    let (rendered, log) = log::capture(|| {
        let mut book = MDBook::load_with_config(&folder, config)?;
        if let Some(library) = order.library {
            book.with_preprocessor(Bookbinder::new(library));
        }
        book.build()
    });
    rendered?;
    index::rewrite(staging.path())?;
    let [title, description] =
        [title, description].map(Option::unwrap_or_default);
    print::arrange(staging.path(), &title, &description)?;
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
