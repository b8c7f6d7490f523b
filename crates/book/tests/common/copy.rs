//! A copy of this workspace, to be changed and broken.

use std::{fs, path::Path};

use tempfile::TempDir;

/// A copy of what makes this workspace, without what was built from it.
pub(crate) fn copy_of_the_workspace() -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_the_workspace(copy.path());
    copy
}

/// Copies what makes this workspace into a folder.
pub(crate) fn copy_the_workspace(to: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(root).unwrap() {
        let entry = entry.unwrap();
        if entry.file_name() != "target" && entry.file_name() != ".git" {
            copy_all(&entry.path(), &to.join(entry.file_name()));
        }
    }
}

fn copy_all(from: &Path, to: &Path) {
    if !from.is_dir() {
        fs::copy(from, to).unwrap();
        return;
    }
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        copy_all(&entry.path(), &to.join(entry.file_name()));
    }
}
