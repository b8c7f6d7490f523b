//! `cargo book check`: builds the book, and has the proofreader look over its pages.

use std::{fs, path::Path};

use anyhow::{Context as _, bail};

use crate::{LIBRARY, build, cargo, tell};

/// Builds the book of the workspace at `root` into a temporary folder and checks it. What is wrong
/// is told line by line.
///
/// # Errors
///
/// A book in which something is wrong; what [`build::build`] refuses; a folder that cannot be
/// written, and a proofreader that cannot be compiled.
pub fn check(root: &Path) -> anyhow::Result<()> {
    let target = root.join("target");
    fs::create_dir_all(&target)
        .with_context(|| format!("cannot make {}", target.display()))?;
    let folder = tempfile::tempdir_in(&target).with_context(|| {
        format!("cannot make a folder in {}", target.display())
    })?;
    let destination = folder.path().join("book");
    // With controls where there are any: they are to be checked too.
    let built = build::build(&build::Order::of(LIBRARY, root, &destination))?;
    for line in &built.log {
        tell(format!("mdBook: {line}"))?;
    }
    tell("Looking over the pages (the first time that takes a minute) …")?;
    // Compiled only when it is called, so that no reader waits for it.
    let read = cargo::command(root)
        .args(["run", "--quiet", "--package", "proofreader", "--"])
        .arg(&destination)
        .status()
        .context("cannot start cargo")?;
    if !read.success() || !built.log.is_empty() {
        bail!("something is wrong with the book");
    }
    tell("The book is as it should be.")
}
