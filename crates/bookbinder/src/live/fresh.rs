//! Whether a script is as new as what it was made of.
//!
//! cargo keeps one module of the crate `live`, whatever its features are, and would compile each
//! chapter anew at every build. It also writes down which files went into a module; that list is
//! kept beside the module's script.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
    time::SystemTime,
};

/// What decides about every module beside its sources.
const ALWAYS: [&str; 2] = ["Cargo.toml", "Cargo.lock"];

/// When each source of a module was last changed; none for one that is gone. `list` is cargo's.
pub(super) fn changes(root: &Path, list: &Path) -> Vec<Option<SystemTime>> {
    let list = fs::read_to_string(list).unwrap_or_default();
    let always = ALWAYS.iter().map(|file| root.join(file));
    // What a build script wrote is younger than the beginning of the compilation, and is made of
    // what else is on the list.
    let target = root.join("target");
    let target = target.canonicalize().unwrap_or(target);
    let written = sources(&list).filter(|file| !file.starts_with(&target));
    let files = written.chain(always);
    files.map(|file| modified(&file).ok()).collect()
}

/// Whether none of the changes is later than the script, and the script begins with `mark`.
pub(super) fn is_fresh(
    script: &Path,
    mark: &str,
    changes: &[Option<SystemTime>],
) -> bool {
    let is_fresh = || -> io::Result<bool> {
        let made = modified(script)?;
        let is_older = |change: &Option<SystemTime>| {
            // A source that is gone is a change too.
            change.is_some_and(|time| time <= made)
        };
        let is_newest =
            changes.len() > ALWAYS.len() && changes.iter().all(is_older);
        Ok(is_newest && begins_with(script, mark)?)
    };
    is_fresh().unwrap_or(false)
}

fn begins_with(file: &Path, mark: &str) -> io::Result<bool> {
    let mut beginning = vec![0; mark.len()];
    File::open(file)?.read_exact(&mut beginning)?;
    Ok(beginning == mark.as_bytes())
}

/// When a file was last changed, or the newest of a folder.
fn modified(path: &Path) -> io::Result<SystemTime> {
    let metadata = fs::metadata(path)?;
    let mut newest = metadata.modified()?;
    if metadata.is_dir() {
        for entry in fs::read_dir(path)? {
            newest = newest.max(modified(&entry?.path())?);
        }
    }
    Ok(newest)
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
        let is_fresh = |mark| is_fresh(&script, mark, &changes(root, &list));
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

    #[test]
    fn a_file_in_a_folder_on_the_list_counts_and_one_that_a_build_wrote_does_not()
     {
        let folder = tempfile::tempdir().unwrap();
        let root = &folder.path().canonicalize().unwrap();
        let write = |path: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, "// mark\n").unwrap();
            path
        };
        let _manifests = ALWAYS.map(write);
        let [data, generated] =
            ["data/class.csv", "target/out/class.rs"].map(write);
        let (list, script) = (root.join("list"), write("script.js"));
        let names = [root.join("data"), generated.clone()];
        let names = names.map(|name| name.display().to_string()).join(" ");
        fs::write(&list, format!("live.wasm: {names}\n")).unwrap();
        let later = |path: &Path, minutes| {
            let file = fs::File::options().write(true).open(path).unwrap();
            let time = SystemTime::now() + Duration::from_mins(minutes);
            file.set_modified(time).unwrap();
        };
        let is_fresh = || is_fresh(&script, "// mark\n", &changes(root, &list));
        later(&script, 1);
        later(&generated, 2);
        assert!(is_fresh());
        later(&data, 2);
        assert!(!is_fresh());
    }

    #[test]
    fn a_script_without_a_list_of_its_sources_is_not_fresh() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for name in ALWAYS {
            fs::write(root.join(name), "").unwrap();
        }
        let script = root.join("script.js");
        fs::write(&script, "// mark\n").unwrap();
        let changes = changes(root, &root.join("list"));
        assert!(!is_fresh(&script, "// mark\n", &changes));
    }
}
