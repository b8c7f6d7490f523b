//! Whether a script is as new as what it was made of.
//!
//! cargo keeps one module of the crate `live`, whatever its features are, and would compile each
//! chapter anew at every build. It also writes down which files went into a module; that list is
//! kept beside the module's script.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// What decides about every module beside its sources.
const ALWAYS: [&str; 2] = ["Cargo.toml", "Cargo.lock"];

/// Whether nothing on the list is newer than the script, and the script begins with `mark`.
pub(super) fn is_fresh(
    root: &Path,
    script: &Path,
    list: &Path,
    mark: &str,
) -> bool {
    let is_fresh = || -> io::Result<bool> {
        let made = modified(script)?;
        if !fs::read_to_string(script)?.starts_with(mark) {
            return Ok(false);
        }
        let list = fs::read_to_string(list)?;
        let always = ALWAYS.iter().map(|file| root.join(file));
        for file in sources(&list).chain(always) {
            if modified(&file)? > made {
                return Ok(false);
            }
        }
        Ok(true)
    };
    // A source that is gone is a change too.
    is_fresh().unwrap_or(false)
}

fn modified(file: &Path) -> io::Result<SystemTime> {
    fs::metadata(file)?.modified()
}

/// The files of a list as make reads it: `module: file file`, spaces in a name escaped.
fn sources(list: &str) -> impl Iterator<Item = PathBuf> {
    let line = list.lines().next().unwrap_or_default();
    let files = line.split_once(": ").map_or("", |(_, files)| files);
    let files = files.replace("\\ ", "\0");
    let files: Vec<PathBuf> = files
        .split_whitespace()
        .map(|file| PathBuf::from(file.replace('\0', " ")))
        .collect();
    files.into_iter()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_list_is_read_as_make_reads_it() {
        let files: Vec<_> =
            sources("/a/live.wasm: /a/b.rs /a/c\\ d.rs\n").collect();
        assert_eq!(files, ["/a/b.rs", "/a/c d.rs"].map(PathBuf::from));
        assert_eq!(sources("").count(), 0);
    }

    #[test]
    fn a_script_is_fresh_until_a_source_changes_or_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let file = |name: &str, text: &str| {
            let path = root.join(name);
            fs::write(&path, text).unwrap();
            path
        };
        for name in ALWAYS {
            file(name, "");
        }
        let source = file("a.rs", "");
        let list = format!("live.wasm: {}\n", source.display());
        let list = file("list", &list);
        let script = file("script.js", "// mark\n…");
        let is_fresh = |mark| is_fresh(root, &script, &list, mark);
        let change = |path: &Path, later: Duration| {
            let file = fs::File::options().write(true).open(path).unwrap();
            file.set_modified(SystemTime::now() + later).unwrap();
        };
        change(&script, Duration::from_mins(1));
        assert!(is_fresh("// mark\n"));
        assert!(!is_fresh("// another\n"));
        change(&source, Duration::from_mins(2));
        assert!(!is_fresh("// mark\n"));
        change(&script, Duration::from_mins(3));
        assert!(is_fresh("// mark\n"));
        fs::remove_file(&source).unwrap();
        assert!(!is_fresh("// mark\n"));
    }
}
