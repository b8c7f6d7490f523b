//! Which figures are live: those whose scripts are there, as new as their sources.
//!
//! The scripts lie in a folder of the book's sources that git ignores: what plain mdBook does not
//! find there it does not serve.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use walkdir::WalkDir;

use crate::{exercises, library::Library};

/// Where the scripts are, in the workspace.
pub const FOLDER: &str = "book/src/live";

/// The script of the page *Your own data*, which belongs to no chapter.
pub const OWN_DATA: &str = "own-data";

/// The script that this page loads when it is asked to fit.
pub const OWN_FIT: &str = "own-fit";

/// What the modules are made of, beside the folder of the crates.
const MANIFESTS: [&str; 2] = ["Cargo.toml", "Cargo.lock"];

/// The chapters whose figures move, and the page of the reader's own data if it works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Live {
    scripts: BTreeSet<String>,
}

impl Live {
    /// None: every figure is still.
    #[must_use]
    pub fn still() -> Self {
        Self::default()
    }

    /// What has a script that is not older than any source of the workspace at `root`. Whoever
    /// finds out that an older one is right all the same, as `cargo book` does, gives it a new date.
    ///
    /// # Errors
    ///
    /// When the sources cannot be read.
    pub fn found(library: &Library, root: &Path) -> io::Result<Self> {
        let made = scripts(library).into_iter().filter_map(|name| {
            let made = fs::metadata(script(root, &name)).ok()?.modified();
            Some((made.ok()?, name))
        });
        let made: Vec<_> = made.collect();
        if made.is_empty() {
            return Ok(Self::still());
        }
        let changed = last_change(root)?;
        let fresh = made.into_iter().filter(|(made, _)| *made >= changed);
        Ok(Self { scripts: fresh.map(|(_, name)| name).collect() })
    }

    /// Whether the figures of this chapter, such as `ch02`, move, or the page [`OWN_DATA`] works.
    #[must_use]
    pub fn has(&self, chapter: &str) -> bool {
        self.scripts.contains(chapter)
    }
}

/// The names of all scripts of a book, in its order: of each chapter with a control, and those of the
/// reader's own data.
#[must_use]
pub fn scripts(library: &Library) -> Vec<String> {
    let has_control = |chapter: &&&chapter::Chapter| {
        chapter.figures.iter().any(|figure| !figure.controls.is_empty())
    };
    let chapters = library.chapters.iter().filter(has_control);
    let chapters = chapters.map(|chapter| chapter.name());
    chapters.chain([OWN_DATA, OWN_FIT].map(str::to_owned)).collect()
}

/// The file of a script.
#[must_use]
pub fn script(root: &Path, name: &str) -> PathBuf {
    root.join(FOLDER).join(format!("{name}.js"))
}

/// When the newest source of the workspace was changed. The exercises are none: no figure is made
/// of what the reader fills in.
fn last_change(root: &Path) -> io::Result<SystemTime> {
    let exercises = root.join(exercises::FOLDER);
    let crates = WalkDir::new(root.join("crates"))
        .into_iter()
        .filter_entry(|entry| entry.path() != exercises);
    let manifests = MANIFESTS.map(|file| WalkDir::new(root.join(file)));
    let mut last = SystemTime::UNIX_EPOCH;
    for entry in crates.chain(manifests.into_iter().flatten()) {
        last = last.max(entry?.metadata()?.modified()?);
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn only_scripts_as_new_as_every_source_are_live() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let library = Library { chapters: chapters::CHAPTERS };
        let write = |path: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        };
        let change = |path: &str, seconds| {
            let file = fs::File::options().write(true).open(root.join(path));
            let time = SystemTime::now() + Duration::from_secs(seconds);
            file.unwrap().set_modified(time).unwrap();
        };
        for path in [
            "Cargo.toml",
            "Cargo.lock",
            "crates/ch03-a/src/lib.rs",
            "crates/exercises/3.1-weights/attempt.rs",
        ] {
            write(path);
        }
        let found = || Live::found(&library, root).unwrap();
        assert_eq!(found(), Live::still());
        write("book/src/live/ch03.js");
        write("book/src/live/other.js");
        assert_eq!(found().scripts, BTreeSet::from(["ch03".to_owned()]));
        change("crates/exercises/3.1-weights/attempt.rs", 60);
        assert!(found().has("ch03"), "the reader's file is no source");
        change("crates/ch03-a/src/lib.rs", 60);
        assert_eq!(found(), Live::still());
        change("book/src/live/ch03.js", 60);
        assert!(found().has("ch03") && !found().has("ch02"));
    }

    #[test]
    fn the_scripts_are_in_the_order_of_the_book() {
        let library = Library { chapters: chapters::CHAPTERS };
        let scripts = scripts(&library);
        assert_eq!(scripts[..2], ["ch01", "ch02"]);
        assert!(scripts.ends_with(&[OWN_DATA, OWN_FIT].map(str::to_owned)));
    }
}
