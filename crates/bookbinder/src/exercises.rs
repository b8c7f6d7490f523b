//! The exercises of the book: the folders of `crates/exercises` that are called `3.1-weights`.

use std::{fs, io, path::Path};

use chapter::Home;

use crate::page::file_of;

/// The folder of all exercises, relative to the root of the workspace.
pub const FOLDER: &str = "crates/exercises";

/// What the book shows of an exercise: the two files that are Markdown.
pub(crate) const STATEMENT: &str = "statement.md";
pub(crate) const HINT: &str = "hint.md";

/// An exercise whose answer a program checks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exercise {
    /// Its chapter.
    pub chapter: u8,
    /// Its number within its chapter.
    pub number: u8,
    /// What it is about, as its folder says: `weights`.
    pub slug: String,
}

impl Exercise {
    /// Reads the name of a folder: `3.1-weights`.
    fn parse(folder: &str) -> Option<Self> {
        let (number, slug) = folder.split_once('-')?;
        let (chapter, number) = number.split_once('.')?;
        Some(Self {
            chapter: chapter.parse().ok()?,
            number: number.parse().ok()?,
            slug: slug.to_owned(),
        })
    }

    /// What the book calls it: `3.1`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}.{}", self.chapter, self.number)
    }

    /// What it is about: `sums of bells`.
    #[must_use]
    pub fn title(&self) -> String {
        self.slug.replace('-', " ")
    }

    /// One of its files, relative to the root of the workspace:
    /// `crates/exercises/3.1-weights/attempt.rs`.
    #[must_use]
    pub fn file(&self, name: &str) -> String {
        format!("{FOLDER}/{}-{}/{name}", self.name(), self.slug)
    }

    /// The program that checks the attempt: `exercise-3-1`.
    #[must_use]
    pub fn program(&self) -> String {
        format!("exercise-{}-{}", self.chapter, self.number)
    }

    /// The page that shows it, relative to `SUMMARY.md`: `chapter-3.md`.
    pub(crate) fn page(&self) -> String {
        file_of(Home::Chapter(self.chapter))
    }
}

/// The exercises of the workspace in the folder `root`, in their order; none, if it has no folder
/// for them.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn all(root: &Path) -> io::Result<Vec<Exercise>> {
    let entries = match fs::read_dir(root.join(FOLDER)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Vec::new());
        }
        entries => entries?,
    };
    let mut exercises = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        exercises.extend(Exercise::parse(&name.to_string_lossy()));
    }
    exercises.sort();
    Ok(exercises)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_says_chapter_number_and_title() {
        let exercise = Exercise::parse("3.12-sums-of-bells").unwrap();
        assert_eq!(exercise.name(), "3.12");
        assert_eq!(exercise.title(), "sums of bells");
        assert_eq!(exercise.program(), "exercise-3-12");
        assert_eq!(exercise.page(), "chapter-3.md");
        assert_eq!(
            exercise.file("hint.md"),
            "crates/exercises/3.12-sums-of-bells/hint.md"
        );
    }

    #[test]
    fn other_folders_and_files_are_no_exercises() {
        for name in ["src", "Cargo.toml", "3-weights", "3.1", "three.1-x"] {
            assert_eq!(Exercise::parse(name), None, "{name}");
        }
    }

    #[test]
    fn exercises_are_in_the_order_of_their_numbers() {
        let root = tempfile::tempdir().unwrap();
        assert_eq!(all(root.path()).unwrap(), []);
        for folder in ["10.1-j", "2.10-b", "2.9-a", "src"] {
            let folder = root.path().join(FOLDER).join(folder);
            fs::create_dir_all(folder).unwrap();
        }
        let names: Vec<_> =
            all(root.path()).unwrap().iter().map(Exercise::name).collect();
        assert_eq!(names, ["2.9", "2.10", "10.1"]);
    }
}
