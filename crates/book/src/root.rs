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
    let current =
        env::current_dir().context("cannot read the current folder")?;
    let compiled = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    find_from(&current, &compiled)
}

/// [`find`], by the current folder and the one in which this program was compiled.
fn find_from(current: &Path, compiled: &Path) -> anyhow::Result<PathBuf> {
    let root =
        current.ancestors().chain([compiled]).find(|folder| is_root(folder));
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

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    fn checkout() -> TempDir {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("book/src")).unwrap();
        fs::write(root.path().join("book/book.toml"), "").unwrap();
        fs::write(root.path().join("Cargo.toml"), "").unwrap();
        root
    }

    #[test]
    fn the_nearest_book_above_the_current_folder_is_found_first() {
        let (here, compiled) = (checkout(), checkout());
        let current = here.path().join("book/src");
        assert_eq!(
            find_from(&current, compiled.path()).unwrap(),
            here.path().canonicalize().unwrap()
        );
    }

    #[test]
    fn a_folder_without_a_book_falls_back_to_the_book_it_was_compiled_beside() {
        let elsewhere = tempfile::tempdir().unwrap();
        let compiled = checkout();
        let crooked = compiled.path().join("book/src/../..");
        assert_eq!(
            find_from(elsewhere.path(), &crooked).unwrap(),
            compiled.path().canonicalize().unwrap()
        );
    }

    #[test]
    fn a_folder_with_a_book_and_no_manifest_is_passed_over() {
        let (outer, compiled) = (checkout(), checkout());
        let inner = outer.path().join("inner");
        fs::create_dir_all(inner.join("book")).unwrap();
        fs::write(inner.join("book/book.toml"), "").unwrap();
        assert_eq!(
            find_from(&inner, compiled.path()).unwrap(),
            outer.path().canonicalize().unwrap()
        );
    }

    #[test]
    fn without_any_book_the_folder_that_was_searched_is_named() {
        let elsewhere = tempfile::tempdir().unwrap();
        let gone = elsewhere.path().join("gone");
        let error = find_from(elsewhere.path(), &gone).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "there is no book/book.toml in {} or above it",
                elsewhere.path().display()
            )
        );
    }
}
