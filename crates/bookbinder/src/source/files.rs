//! Reads a whole file of a crate.

use std::{
    fs,
    path::{Component, Path},
};

use walkdir::WalkDir;

use super::{SourceError, WholeFile};
use crate::nearest::Unknown;

/// The file at `path` below the folder `crates` of the workspace.
pub(super) fn read(root: &Path, path: &str) -> Result<WholeFile, SourceError> {
    let folder = root.join("crates");
    let canonical = |path: &Path| {
        path.canonicalize().map_err(|e| SourceError::read(path, e))
    };
    let is_inside = |part| matches!(part, Component::Normal(_));
    if !Path::new(path).components().all(is_inside) {
        return Err(SourceError::Outside { path: path.to_owned() });
    }
    let file = folder.join(path);
    if !file.is_file() {
        let known = list(&folder)?;
        return Err(Unknown::new("file of a crate", path, known).into());
    }
    // A link may lead out of the folder, too.
    if !canonical(&file)?.starts_with(canonical(&folder)?) {
        return Err(SourceError::Outside { path: path.to_owned() });
    }
    let text = fs::read_to_string(&file)
        .map_err(|error| SourceError::read(&file, error))?;
    Ok(WholeFile { text, name: format!("crates/{path}") })
}

/// Every file below a folder, in order.
fn list(folder: &Path) -> Result<Vec<String>, SourceError> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry =
            entry.map_err(|error| SourceError::read(folder, error.into()))?;
        if !entry.file_type().is_dir() {
            let path = entry.path().strip_prefix(folder);
            let path = path.unwrap_or(entry.path()).to_string_lossy();
            files.push(path.replace('\\', "/"));
        }
    }
    Ok(files)
}
