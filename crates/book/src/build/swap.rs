//! Puts a finished folder in the place of an old one.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use tempfile::TempDir;

/// What mdBook writes into every book: a folder that has none of it is not ours to replace.
const MARK: &str = "toc.html";

/// A folder beside a destination, on the same file system; gone when dropped.
#[derive(Debug)]
pub(super) struct Staging {
    folder: TempDir,
}

impl Staging {
    /// A staging folder for `destination`, which is absent, empty or an older book.
    pub(super) fn beside(destination: &Path) -> anyhow::Result<Self> {
        let parent = destination
            .parent()
            .context("the root folder is no place for a book")?;
        fs::create_dir_all(parent)
            .with_context(|| format!("cannot create {}", parent.display()))?;
        recover(destination)?;
        refuse_a_stranger(destination)?;
        let folder = tempfile::Builder::new()
            .prefix(&hidden(destination, ".staging-"))
            .tempdir_in(parent)
            .with_context(|| format!("cannot write to {}", parent.display()))?;
        open_to_readers(folder.path())?;
        Ok(Self { folder })
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Moves what was staged to `destination`; what was there comes back if that fails.
    pub(super) fn replace(self, destination: &Path) -> anyhow::Result<()> {
        let previous = previous(destination);
        let had_one = destination.exists();
        let moved = || format!("cannot replace {}", destination.display());
        if had_one {
            fs::rename(destination, &previous).with_context(moved)?;
        }
        if let Err(error) = fs::rename(self.path(), destination) {
            if had_one {
                fs::rename(&previous, destination).with_context(moved)?;
            }
            return Err(error).with_context(moved);
        }
        if had_one {
            fs::remove_dir_all(&previous).with_context(|| {
                format!("cannot remove {}", previous.display())
            })?;
        }
        Ok(())
    }
}

/// Ends a swap that was cut off, by a power failure say: between its two renames the older book
/// lies beside its place, after them it is left over.
fn recover(destination: &Path) -> anyhow::Result<()> {
    let previous = previous(destination);
    if !previous.exists() {
        return Ok(());
    }
    let recovered = if destination.exists() {
        fs::remove_dir_all(&previous)
    } else {
        fs::rename(&previous, destination)
    };
    recovered.with_context(|| format!("cannot tidy up {}", previous.display()))
}

fn refuse_a_stranger(destination: &Path) -> anyhow::Result<()> {
    if !destination.exists() || destination.join(MARK).is_file() {
        return Ok(());
    }
    let name = destination.display();
    let mut entries = fs::read_dir(destination)
        .with_context(|| format!("{name} is in the way"))?;
    if entries.next().is_some() {
        bail!("{name} holds something that is not a book; it stays as it is");
    }
    Ok(())
}

/// Where the older book lies while the new one takes its place.
fn previous(destination: &Path) -> PathBuf {
    destination.with_file_name(hidden(destination, ".previous"))
}

/// The destination's name, hidden and with a suffix: `.book.previous`.
fn hidden(destination: &Path, suffix: &str) -> OsString {
    let mut name = OsString::from(".");
    name.push(destination.file_name().unwrap_or_default());
    name.push(suffix);
    name
}

/// A temporary folder is its owner's alone; a book is for every reader.
#[cfg(unix)]
fn open_to_readers(folder: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
    Ok(())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "it fails elsewhere")]
fn open_to_readers(_: &Path) -> anyhow::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(folder: &Path, text: &str) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join(MARK), text).unwrap();
    }

    fn names(folder: &Path) -> Vec<OsString> {
        fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect()
    }

    #[test]
    fn the_new_takes_the_place_of_the_old_and_nothing_else_is_left() {
        let root = tempfile::tempdir().unwrap();
        let destination = root.path().join("out/book");
        for text in ["first", "second"] {
            let staging = Staging::beside(&destination).unwrap();
            book(staging.path(), text);
            staging.replace(&destination).unwrap();
            assert_eq!(
                fs::read_to_string(destination.join(MARK)).unwrap(),
                text
            );
            assert_eq!(names(&root.path().join("out")), ["book"]);
        }
    }

    #[test]
    fn a_swap_that_fails_brings_the_old_back() {
        let root = tempfile::tempdir().unwrap();
        let destination = root.path().join("book");
        book(&destination, "old");
        let staging = Staging::beside(&destination).unwrap();
        // What was staged is gone before it can be moved in.
        fs::remove_dir_all(staging.path()).unwrap();
        let error = staging.replace(&destination).unwrap_err();
        assert!(error.to_string().starts_with("cannot replace "), "{error}");
        assert_eq!(fs::read_to_string(destination.join(MARK)).unwrap(), "old");
        assert_eq!(names(root.path()), ["book"]);
    }

    #[test]
    fn a_swap_that_was_cut_off_is_ended_by_the_next_build() {
        let root = tempfile::tempdir().unwrap();
        let destination = root.path().join("book");
        book(&previous(&destination), "old");
        drop(Staging::beside(&destination).unwrap());
        assert_eq!(fs::read_to_string(destination.join(MARK)).unwrap(), "old");
        book(&previous(&destination), "older");
        drop(Staging::beside(&destination).unwrap());
        assert_eq!(names(root.path()), ["book"]);
    }

    #[test]
    fn a_folder_that_is_no_book_is_left_alone() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("letter.txt"), "dear").unwrap();
        let error = Staging::beside(root.path()).unwrap_err();
        assert!(
            error.to_string().contains("not a book; it stays as it is"),
            "{error}"
        );
    }
}
