//! `cargo book serve`: the book in the browser, built again at every change.
//!
//! The page comes first, its figures still. Then the live figures are compiled, in the background,
//! and the page follows.

mod change;
mod host;

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, Sender},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};

use self::{
    change::{Change, Watched},
    host::Host,
};
use crate::{
    LIBRARY,
    build::{self, Order},
    complaint, scripts, tell,
};

/// How long nothing may happen until what happened is taken for one change: an editor writes a file
/// in several steps.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves the book of the workspace at `root` until it is stopped.
///
/// # Errors
///
/// A port that is taken; what stops the first build; a folder that cannot be watched.
pub fn serve(root: &Path, port: u16, open: bool, is_still: bool) -> Result<()> {
    let host = Host::bind(port)?;
    let mut book = Book::new(root, is_still);
    book.build()?;
    host.serve(&book.destination)?;
    tell(format!(
        "Serving Two Peaks at {} (it follows your edits; stop with Ctrl-C)",
        host.url()
    ))?;
    if open {
        // Whoever has no browser here reads the address.
        let _ = opener::open_browser(host.url());
    }
    let (events, changes) = mpsc::channel();
    let watched = Watched::new(root)?;
    let _watcher = watched.watch(events.clone())?;
    if !is_still {
        book.scripts = Some(follow_sources(root, events));
    }
    book.follow(&changes, &host)
}

/// The book that is served.
struct Book {
    root: PathBuf,
    destination: PathBuf,
    is_still: bool,
    /// Whether a crate has changed since this program was compiled.
    is_outdated: bool,
    /// Asks for scripts that are up to date.
    scripts: Option<Sender<()>>,
}

impl Book {
    fn new(root: &Path, is_still: bool) -> Self {
        Self {
            root: root.to_owned(),
            destination: root.join("target/serve"),
            is_still,
            is_outdated: false,
            scripts: None,
        }
    }

    fn build(&self) -> Result<()> {
        let order = Order::of(LIBRARY, &self.root, &self.destination)
            .still(self.is_still)
            .reloaded(host::RELOAD);
        let order = if self.is_outdated { order.bound_anew() } else { order };
        for line in build::build(&order)?.log {
            tell(line.trim_end())?;
        }
        Ok(())
    }

    /// Builds the book again at every change, until nobody listens to what is told.
    fn follow(
        &mut self,
        changes: &Receiver<Change>,
        host: &Host,
    ) -> Result<()> {
        while let Ok(change) = changes.recv() {
            let began = Instant::now();
            let mut seen = vec![change];
            while let Ok(change) = changes.recv_timeout(PAUSE) {
                seen.push(change);
            }
            if seen.contains(&Change::Crates) {
                self.is_outdated = true;
                if let Some(scripts) = &self.scripts {
                    scripts.send(()).context("nobody compiles scripts")?;
                }
            }
            match self.build() {
                Ok(()) => {
                    host.reload();
                    let seconds = began.elapsed().as_secs_f64();
                    tell(format!("Built again in {seconds:.1} s."))?;
                }
                Err(error) => {
                    for line in complaint::lines(&error) {
                        tell(format!("error: {line}"))?;
                    }
                    tell("The last good book is still served.")?;
                }
            }
        }
        Ok(())
    }
}

/// Makes the scripts of the live figures, now and whenever it is asked to, and says when there is
/// a new one.
fn follow_sources(root: &Path, events: Sender<Change>) -> Sender<()> {
    let (sender, asked) = mpsc::channel();
    let root = root.to_owned();
    // It ends with the program.
    thread::spawn(move || {
        loop {
            let made = scripts::make(&LIBRARY, &root, || {
                // Who no longer listens has ended.
                let _ = events.send(Change::Script);
            });
            if let Err(reason) = made
                && tell(scripts::still(&reason)).is_err()
            {
                return;
            }
            if asked.recv().is_err() {
                return;
            }
            // Several changes while it compiled are one.
            while asked.try_recv().is_ok() {}
        }
    });
    sender
}
