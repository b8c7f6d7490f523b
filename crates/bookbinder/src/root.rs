//! Where the workspace is.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::Context as _;

/// The folder of the workspace: the nearest one above the current folder that has a book, else the
/// one in which this program was compiled. So a second checkout binds its own book.
///
/// # Errors
///
/// When neither has a book.
pub fn find() -> anyhow::Result<PathBuf> {
    let compiled = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let current =
        env::current_dir().context("cannot read the current folder")?;
    let root = current
        .ancestors()
        .chain([compiled.as_path()])
        .find(|folder| is_root(folder));
    let root = root.with_context(|| {
        let current = current.display();
        format!("there is no book/book.toml in {current} or above it")
    })?;
    root.canonicalize()
        .with_context(|| format!("cannot read {}", root.display()))
}

fn is_root(folder: &Path) -> bool {
    folder.join("book/book.toml").is_file()
        && folder.join("Cargo.toml").is_file()
}
