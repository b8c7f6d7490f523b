//! Finds the folder of a crate by the name of its library.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use toml::{Table, Value};

use super::SourceError;
use crate::nearest::Unknown;

/// The folder of the crate whose library is called `name`.
pub(super) fn find(root: &Path, name: &str) -> Result<PathBuf, SourceError> {
    let mut crates = all(&root.join("crates"))?;
    crates
        .remove(name)
        .ok_or_else(|| Unknown::new("crate", name, crates.keys()).into())
}

/// The folders of all crates by the names of their libraries.
fn all(folder: &Path) -> Result<BTreeMap<String, PathBuf>, SourceError> {
    let mut crates = BTreeMap::new();
    for entry in fs::read_dir(folder)
        .map_err(|error| SourceError::read(folder, error))?
    {
        let path =
            entry.map_err(|error| SourceError::read(folder, error))?.path();
        if path.join("Cargo.toml").is_file() {
            crates.insert(library_name(&path.join("Cargo.toml"))?, path);
        }
    }
    Ok(crates)
}

fn library_name(manifest: &Path) -> Result<String, SourceError> {
    let text = fs::read_to_string(manifest)
        .map_err(|error| SourceError::read(manifest, error))?;
    let parsed = text.parse::<Table>().map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start));
        SourceError::Parse {
            path: manifest.to_owned(),
            line: 1 + before.unwrap_or("").matches('\n').count(),
            reason: error.message().to_owned(),
        }
    })?;
    let name =
        |table: &str| parsed.get(table)?.get("name").and_then(Value::as_str);
    let name = name("lib").or_else(|| name("package")).unwrap_or_default();
    Ok(name.replace('-', "_"))
}
