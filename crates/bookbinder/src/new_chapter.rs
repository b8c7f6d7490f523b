//! `cargo book new-chapter`: everything that a chapter has, from the first moment on.
//!
//! What it makes compiles, passes its tests and is bound into the book. It shows a line and a
//! number; the author puts the chapter's own ideas in their place.

mod layout;
mod manifests;
mod registry;
mod request;
mod scaffold;
mod summary;
mod undo;

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;

use self::{request::Request, undo::Undo};

/// A file to be written, relative to the workspace.
#[derive(Debug)]
struct File {
    path: PathBuf,
    text: String,
}

/// What was made.
#[derive(Debug)]
pub struct Made {
    request: Request,
    new: Vec<PathBuf>,
    changed: Vec<PathBuf>,
}

/// Begins chapter `number` in the workspace at `root`: its crate, its page, and its entries in the
/// manifests, the registry and the table of contents.
///
/// Nothing is written unless all of it can be made; a write that fails takes back those before it.
///
/// # Errors
///
/// A number that exists, that is zero or that leaves a gap; a slug that is not kebab-case; a title
/// that is not one line of plain words; a file of the workspace that is not as expected; a file
/// that cannot be written. Only what could not be taken back stays, and the error names it.
pub fn new_chapter(
    root: &Path,
    number: u8,
    slug: &str,
    title: &str,
) -> anyhow::Result<Made> {
    let request = Request::new(root, number, slug, title)?;
    let new = scaffold::files(&request);
    for file in &new {
        let path = root.join(&file.path);
        anyhow::ensure!(
            fs::symlink_metadata(&path).is_err(),
            "{} exists already",
            file.path.display()
        );
    }
    let changed = [
        change(root, "Cargo.toml", |text| {
            manifests::workspace(text, &request)
        })?,
        change(root, "crates/bookbinder/Cargo.toml", |text| {
            manifests::bookbinder(text, &request)
        })?,
        change(root, "crates/bookbinder/src/library.rs", |text| {
            registry::chapters(text, &request)
        })?,
        change(root, "crates/live/Cargo.toml", |text| {
            manifests::live(text, &request)
        })?,
        change(root, "crates/live/src/lib.rs", |text| {
            registry::live_figures(text, &request)
        })?,
        change(root, "book/src/SUMMARY.md", |text| {
            summary::list(text, &request)
        })?,
    ];
    let texts: Vec<_> = new
        .iter()
        .chain(&changed)
        .map(|file| (file.path.as_path(), layout::of(root, file)))
        .collect();
    write_all(root, &texts)?;
    let paths =
        |files: &[File]| files.iter().map(|file| file.path.clone()).collect();
    Ok(Made { new: paths(&new), changed: paths(&changed), request })
}

/// A file of the workspace as it will be.
fn change(
    root: &Path,
    path: &str,
    edit: impl FnOnce(&str) -> anyhow::Result<String>,
) -> anyhow::Result<File> {
    let text = fs::read_to_string(root.join(path))
        .with_context(|| format!("cannot read {path}"))?;
    Ok(File {
        path: path.into(),
        text: edit(&text).with_context(|| format!("cannot change {path}"))?,
    })
}

/// Writes all of the files or, if one of them cannot be written, none.
fn write_all(root: &Path, files: &[(&Path, String)]) -> anyhow::Result<()> {
    let mut undo = Undo::new(root);
    for (path, text) in files {
        let written = undo.write(path, text);
        if let Err(error) = written {
            let what = format!("cannot write {}", path.display());
            let left = undo.take_back();
            let what = if left.is_empty() {
                what
            } else {
                format!(
                    "cannot take back what was written to {}, and {what}",
                    left.join(", ")
                )
            };
            return Err(anyhow::Error::new(error).context(what));
        }
    }
    Ok(())
}

impl fmt::Display for Made {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.request.number;
        let package = self.request.package();
        for (verb, paths) in [("Made", &self.new), ("Changed", &self.changed)] {
            writeln!(formatter, "{verb}:")?;
            for path in paths {
                writeln!(formatter, "  {}", path.display())?;
            }
        }
        write!(
            formatter,
            "Next:\n\
             \x20 cargo test --package {package}   runs its tests\n\
             \x20 cargo book chapter {number}   prints its run and draws its figure\n\
             \x20 cargo book serve   shows its page, book/src/chapter-{number}.md\n\
             Then put the chapter's own ideas in place of the line: in the crate, its tests and \
             the page."
        )
    }
}
