//! Live figures that follow the edits of their chapters while the book is served.

use std::{
    collections::BTreeMap,
    fs::File,
    io,
    path::Path,
    thread,
    time::{Duration, SystemTime},
};

use anyhow::Context as _;

use super::{compile::Script, live_chapters, toolchain::Toolchain};
use crate::library::Library;

/// How often the sources are looked at: mdBook's own rhythm.
const TICK: Duration = Duration::from_secs(1);

/// What loads the scripts into a page.
const LOADER: &str = "book/theme/figures.js";

/// Compiles each chapter's figures again whenever a source of theirs changes, until `tell` fails,
/// since then nobody is listening. Then mdBook builds the book once more.
///
/// # Errors
///
/// What `tell` fails with.
pub fn follow(
    library: &Library,
    root: &Path,
    tell: impl Fn(&str) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let Ok(toolchain) = Toolchain::find(root, &tell)? else {
        return Ok(());
    };
    let mut refused = Refused::default();
    loop {
        thread::sleep(TICK);
        for name in live_chapters(library, root) {
            let script = Script::of(root, &name);
            let changes = script.changes(root);
            if script.is_fresh(&changes) || refused.has(&name, &changes) {
                continue;
            }
            tell(&format!("Compiling the live figures of {name} …"))?;
            let made = script.make(root, &toolchain).and_then(|()| wake(root));
            if let Err(reason) = made {
                tell(&format!("They stay still: {reason:#}"))?;
                refused.insert(name, changes);
            }
        }
    }
}

/// Has mdBook build the book again: it does not see the scripts, which git ignores, but it sees
/// that what loads them was touched.
fn wake(root: &Path) -> anyhow::Result<()> {
    let touch = || -> io::Result<()> {
        let file = File::options().append(true).open(root.join(LOADER))?;
        file.set_modified(SystemTime::now())
    };
    touch().with_context(|| format!("cannot touch {LOADER}"))
}

/// The sources that could not be compiled, by when they were last changed: another attempt waits
/// for another change.
#[derive(Debug, Default)]
struct Refused(BTreeMap<String, Vec<Option<SystemTime>>>);

impl Refused {
    fn has(&self, name: &str, changes: &[Option<SystemTime>]) -> bool {
        self.0.get(name).is_some_and(|refused| refused == changes)
    }

    fn insert(&mut self, name: String, changes: Vec<Option<SystemTime>>) {
        self.0.insert(name, changes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_refused_is_tried_again_after_a_change_and_not_before() {
        let (then, now) = (SystemTime::UNIX_EPOCH, SystemTime::now());
        let mut refused = Refused::default();
        assert!(!refused.has("ch03", &[Some(then)]));
        refused.insert("ch03".to_owned(), vec![Some(then)]);
        assert!(refused.has("ch03", &[Some(then)]));
        assert!(!refused.has("ch02", &[Some(then)]));
        for changed in [Some(now), None] {
            assert!(!refused.has("ch03", &[changed]));
        }
    }
}
