//! Writes that can be taken back.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

/// What was written below a folder, and how it is taken back.
pub(super) struct Undo<'a> {
    root: &'a Path,
    /// In the order in which they were taken.
    steps: Vec<Step>,
}

enum Step {
    NewFolder(PathBuf),
    NewFile(PathBuf),
    Changed(PathBuf, Vec<u8>),
}

impl<'a> Undo<'a> {
    /// Of files below `root`; nothing is written yet.
    pub(super) fn new(root: &'a Path) -> Self {
        Self { root, steps: Vec::new() }
    }

    /// Writes a file and the folders above it that are missing.
    pub(super) fn write(&mut self, path: &Path, text: &str) -> io::Result<()> {
        self.make_folders(path)?;
        let full = self.root.join(path);
        match fs::read(&full) {
            Ok(before) => {
                self.steps.push(Step::Changed(path.to_owned(), before));
                fs::write(&full, text)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let mut file = fs::File::create_new(&full)?;
                self.steps.push(Step::NewFile(path.to_owned()));
                file.write_all(text.as_bytes())
            }
            Err(error) => Err(error),
        }
    }

    fn make_folders(&mut self, path: &Path) -> io::Result<()> {
        let folders: Vec<_> = path.ancestors().skip(1).collect();
        for folder in folders.into_iter().rev() {
            let full = self.root.join(folder);
            if !full.is_dir() {
                fs::create_dir(full)?;
                self.steps.push(Step::NewFolder(folder.to_owned()));
            }
        }
        Ok(())
    }

    /// Takes back every write, the last one first, and names what could not be.
    pub(super) fn take_back(self) -> Vec<String> {
        let mut left = Vec::new();
        for step in self.steps.iter().rev() {
            let (path, taken) = match step {
                Step::NewFolder(path) => {
                    (path, fs::remove_dir(self.root.join(path)))
                }
                Step::NewFile(path) => {
                    (path, fs::remove_file(self.root.join(path)))
                }
                Step::Changed(path, before) => {
                    (path, fs::write(self.root.join(path), before))
                }
            };
            if taken.is_err() {
                left.push(path.display().to_string());
            }
        }
        left
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::write_all;
    use super::*;

    #[test]
    fn a_write_that_fails_takes_back_those_before_it() {
        let root = tempfile::tempdir().unwrap();
        let file = |path: &str| root.path().join(path);
        fs::write(file("list"), "one").unwrap();
        let files = [
            (Path::new("crates/ch03/lib.rs"), "new".to_owned()),
            (Path::new("list"), "one, two".to_owned()),
            (Path::new("list/page.md"), "a file where a folder is".to_owned()),
        ];
        let error = write_all(root.path(), &files).unwrap_err();
        assert_eq!(error.to_string(), "cannot write list/page.md");
        assert_eq!(fs::read_to_string(file("list")).unwrap(), "one");
        assert!(!file("crates").exists());
    }

    #[test]
    fn what_cannot_be_taken_back_is_named() {
        let root = tempfile::tempdir().unwrap();
        let mut undo = Undo::new(root.path());
        undo.write(Path::new("a/b.md"), "new").unwrap();
        fs::write(root.path().join("a/notes"), "another's").unwrap();
        assert_eq!(undo.take_back(), ["a"]);
    }
}
