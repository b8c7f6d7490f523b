//! Live figures: the crate `live`, compiled to WebAssembly, in one script for each chapter.
//!
//! The scripts are written into the folder `live` of the book's sources, which mdBook copies as it
//! is and git ignores. So a book that is served by mdBook's own program has them too.

mod compile;
mod follow;
mod fresh;
mod script;
mod toolchain;

pub use follow::follow;

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::Context as _;
use toml_edit::DocumentMut;

use self::{compile::Script, toolchain::Toolchain};
use crate::library::Library;

/// Where the scripts are, in the workspace.
pub const FOLDER: &str = "book/src/live";

/// The script of the page *Your own data*, which belongs to no chapter.
pub const OWN_DATA: &str = "own-data";

/// The chapters whose figures move, and the page of the reader's own data if it works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Live {
    chapters: BTreeSet<String>,
}

impl Live {
    /// None: every figure is still.
    #[must_use]
    pub fn still() -> Self {
        Self::default()
    }

    /// What has its script in the workspace, as new as its sources.
    #[must_use]
    pub fn found(library: &Library, root: &Path) -> Self {
        let names = library.chapters.iter().map(|chapter| chapter.name());
        let names = names.chain([OWN_DATA.to_owned()]);
        let is_fresh = |name: &String| {
            let script = Script::of(root, name);
            script.is_fresh(&script.changes(root))
        };
        Self { chapters: names.filter(is_fresh).collect() }
    }

    /// Whether the figures of this chapter, such as `ch02`, move, or the page [`OWN_DATA`] works.
    #[must_use]
    pub fn has(&self, chapter: &str) -> bool {
        self.chapters.contains(chapter)
    }
}

/// Compiles the figures of every chapter that has live ones and is not up to date. `tell` is told
/// what takes long, and why figures stay still if they do.
///
/// # Errors
///
/// A folder that cannot be removed, and what `tell` fails with.
pub fn make(
    library: &Library,
    root: &Path,
    tell: impl Fn(&str) -> anyhow::Result<()>,
) -> anyhow::Result<Live> {
    let names = live_chapters(library, root);
    let made = Toolchain::find(root, &tell)?
        .and_then(|toolchain| compile(root, &toolchain, &names, &tell));
    let Err(reason) = made else {
        return Ok(Live { chapters: names.into_iter().collect() });
    };
    tell(&format!("The figures stay still: {reason:#}"))?;
    let folder = root.join(FOLDER);
    if folder.exists() {
        // What is there was compiled from something else.
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {FOLDER}"))?;
    }
    Ok(Live::still())
}

/// Compiles every script that is older than its sources.
fn compile(
    root: &Path,
    toolchain: &Toolchain,
    names: &[String],
    tell: impl Fn(&str) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let scripts = names.iter().map(|name| Script::of(root, name));
    let stale =
        scripts.filter(|script| !script.is_fresh(&script.changes(root)));
    for (index, script) in stale.enumerate() {
        if index == 0 {
            tell(
                "Compiling the live figures (the first time takes minutes) …",
            )?;
        }
        script.make(root, toolchain)?;
    }
    Ok(())
}

/// The chapters that have a figure with controls, and the reader's own data, if they are features
/// of the crate `live`.
fn live_chapters(library: &Library, root: &Path) -> Vec<String> {
    let manifest = fs::read_to_string(root.join("crates/live/Cargo.toml"));
    let manifest = manifest.ok().and_then(|text| text.parse().ok());
    let manifest: DocumentMut = manifest.unwrap_or_default();
    let is_feature = |name: &String| {
        let features = manifest.get("features");
        features.is_some_and(|features| features.get(name).is_some())
    };
    let has_live = library.chapters.iter().filter(|chapter| {
        chapter.figures.iter().any(|figure| !figure.controls.is_empty())
    });
    let chapters = has_live.map(|chapter| chapter.name());
    let names = [OWN_DATA.to_owned()].into_iter().chain(chapters);
    names.filter(is_feature).collect()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::*;

    fn root() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    #[test]
    fn every_chapter_with_a_control_is_live() {
        let library = Library::book();
        let mut with_controls: Vec<String> = library
            .figures()
            .filter(|(_, figure)| !figure.controls.is_empty())
            .map(|(chapter, _)| chapter.name())
            .collect();
        with_controls.dedup();
        with_controls.insert(0, OWN_DATA.to_owned());
        assert_eq!(live_chapters(&library, &root()), with_controls);
    }

    #[test]
    fn only_chapters_with_a_script_as_new_as_its_sources_are_live() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let library = Library::book();
        let write = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        assert_eq!(Live::found(&library, root), Live::still());
        write("Cargo.toml", "");
        write("Cargo.lock", "");
        write("a.rs", "");
        for name in ["ch02", "ch03"] {
            let source = root.join("a.rs");
            let list = format!("live.wasm: {}\n", source.display());
            write(&format!("target/live/{name}.d"), &list);
        }
        let script = format!("{FOLDER}/ch03.js");
        write(&script, &script::mark());
        let live = Live::found(&library, root);
        assert!(live.has("ch03") && !live.has("ch02"));
        let source = fs::File::options().write(true).open(root.join("a.rs"));
        let later = SystemTime::now() + Duration::from_mins(1);
        source.unwrap().set_modified(later).unwrap();
        assert_eq!(Live::found(&library, root), Live::still());
    }
}
