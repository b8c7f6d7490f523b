//! Which files of the workspace were changed, and what follows from that.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::Sender,
};

use anyhow::{Context as _, Result};
use bookbinder::{exercises, live};
use notify::{
    Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _,
};

/// What was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// A page, the theme, or another text that the book takes up as it is.
    Prose,
    /// What has to be compiled.
    Crates,
    /// The script of live figures.
    Script,
}

/// The folders and files that make the book.
pub(super) struct Watched {
    root: PathBuf,
}

impl Watched {
    pub(super) fn new(root: &Path) -> Result<Self> {
        let root = root
            .canonicalize()
            .with_context(|| format!("cannot find {}", root.display()))?;
        Ok(Self { root })
    }

    /// Sends every change, until what is returned is dropped.
    pub(super) fn watch(
        self,
        changes: Sender<Change>,
    ) -> Result<RecommendedWatcher> {
        let root = self.root.clone();
        let hear = move |event: notify::Result<Event>| {
            // What could not be watched is seen with the next change.
            let Ok(event) = event else { return };
            for change in self.changes(&event) {
                // Nobody listens any more where the program ends.
                let _ = changes.send(change);
            }
        };
        let mut watcher = notify::recommended_watcher(hear)
            .context("cannot watch the files of the book")?;
        for (path, mode) in [
            (root.join("book"), RecursiveMode::Recursive),
            (root.join("crates"), RecursiveMode::Recursive),
            // The manifests.
            (root.clone(), RecursiveMode::NonRecursive),
        ] {
            watcher
                .watch(&path, mode)
                .with_context(|| format!("cannot watch {}", path.display()))?;
        }
        Ok(watcher)
    }

    fn changes(&self, event: &Event) -> Vec<Change> {
        // A build reads every file: that is no change.
        if matches!(event.kind, EventKind::Access(_)) {
            return Vec::new();
        }
        event.paths.iter().filter_map(|path| self.change(path)).collect()
    }

    fn change(&self, path: &Path) -> Option<Change> {
        let path = path.strip_prefix(&self.root).ok()?;
        let is_manifest = ["Cargo.toml", "Cargo.lock"].map(Path::new);
        if path.starts_with(live::FOLDER) {
            // Whoever makes the scripts says so.
            None
        } else if path.starts_with("book")
            || path.starts_with(exercises::FOLDER)
        {
            Some(Change::Prose)
        } else if path.starts_with("crates") || is_manifest.contains(&path) {
            Some(Change::Crates)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_says_what_has_to_be_done() {
        let watched = Watched { root: PathBuf::from("/w") };
        for (path, change) in [
            ("/w/book/src/chapter-1.md", Some(Change::Prose)),
            ("/w/book/theme/two-peaks.css", Some(Change::Prose)),
            ("/w/crates/exercises/3.1-weights/hint.md", Some(Change::Prose)),
            ("/w/crates/ch06-tfp-style/src/lib.rs", Some(Change::Crates)),
            ("/w/Cargo.lock", Some(Change::Crates)),
            ("/w/book/src/live/ch06.js", None),
            ("/w/README.md", None),
            ("/w/target", None),
            ("/elsewhere/book/src/chapter-1.md", None),
        ] {
            assert_eq!(watched.change(Path::new(path)), change, "{path}");
        }
    }

    #[test]
    fn a_file_that_is_read_has_not_changed() {
        let watched = Watched { root: PathBuf::from("/w") };
        let page = PathBuf::from("/w/book/src/chapter-1.md");
        let read = EventKind::Access(notify::event::AccessKind::Any);
        let event = Event::new(read).add_path(page.clone());
        assert_eq!(watched.changes(&event), []);
        let event = Event::new(EventKind::Any).add_path(page);
        assert_eq!(watched.changes(&event), [Change::Prose]);
    }
}
