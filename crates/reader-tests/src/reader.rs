//! A reader of the book.

use std::{
    cell::RefCell,
    ops::Deref,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, ensure};
use book::{
    LIBRARY,
    build::{self, Order},
};
use proofreader::Pages;
use serde_json::{Value, json};
use url::Url;

use crate::{
    browser::Browser, site::Site, tools::Tools, traffic::Traffic, view::View,
};

/// The whole book on one page.
pub const PRINT: &str = "print.html";

/// Where a page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On a web host.
    Host,
    /// In a folder of the reader's disk.
    Disk,
}

/// A browser with the book: freshly built, on a host and on the disk.
#[derive(Debug)]
pub struct Reader {
    browser: Browser,
    site: Site,
    disk: String,
    pages: Vec<String>,
    /// The scripts that run before those of the next pages, as the browser numbers them.
    first: RefCell<Vec<Value>>,
}

impl Reader {
    /// Builds the book of the workspace `root` into `folder`, its figures live if they have scripts
    /// and are not to be still, and starts a browser for it.
    ///
    /// # Errors
    ///
    /// When the book cannot be built or the browser not started.
    pub fn start(
        tools: &Tools,
        root: &Path,
        folder: &Path,
        is_still: bool,
    ) -> anyhow::Result<Self> {
        let order = Order::of(LIBRARY, root, folder).still(is_still);
        let built = build::build(&order)?;
        let pages = pages(&Pages::read(&built.destination)?)?;
        let disk = Url::from_directory_path(&built.destination);
        let disk =
            disk.ok().context("the folder of the book has no address")?;
        Ok(Self {
            browser: Browser::start(tools)?,
            site: Site::open(&built.destination)?,
            disk: disk.into(),
            pages,
            first: RefCell::default(),
        })
    }

    /// The pages of the book, in the order of its table of contents.
    #[must_use]
    pub fn pages(&self) -> &[String] {
        &self.pages
    }

    /// The pages of the book, and the one that holds them all.
    pub fn pages_and_print(&self) -> impl Iterator<Item = &str> {
        self.pages.iter().map(String::as_str).chain([PRINT])
    }

    /// The address of the book, with the slash at the end.
    #[must_use]
    pub fn address(&self, place: Place) -> String {
        match place {
            Place::Host => self.site.url(),
            Place::Disk => self.disk.clone(),
        }
    }

    /// Forgets what an earlier reader did: another view, a theme, a page, a word in the console.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn begin(&self) -> anyhow::Result<()> {
        self.look(View::default())?;
        for identifier in self.first.take() {
            let script = json!({"identifier": identifier});
            self.tell("Page.removeScriptToEvaluateOnNewDocument", &script)?;
        }
        self.block(&[])?;
        self.open("about:blank")?;
        let everything =
            json!({"origin": self.site.url(), "storageTypes": "all"});
        self.tell("Storage.clearDataForOrigin", &everything)?;
        self.forget()
    }

    /// Looks at the pages in another way, from the next that is opened.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn look(&self, view: View) -> anyhow::Result<()> {
        for (method, parameters) in view.commands() {
            self.tell(method, &parameters)?;
        }
        Ok(())
    }

    /// Runs a script in every page that is opened from now on, before the page's own.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn run_first(&self, script: &str) -> anyhow::Result<()> {
        let script = json!({"source": script});
        let answer =
            self.tell("Page.addScriptToEvaluateOnNewDocument", &script)?;
        self.first.borrow_mut().push(answer["identifier"].clone());
        Ok(())
    }

    /// Lets every request fail whose address fits a pattern such as `*/live/*`, and no other.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn block(&self, patterns: &[&str]) -> anyhow::Result<()> {
        self.tell("Network.setBlockedURLs", &json!({"urls": patterns}))?;
        Ok(())
    }

    /// Opens a page on the host, and waits until its fonts stand.
    ///
    /// # Errors
    ///
    /// When it cannot be opened.
    pub fn read(&self, page: &str) -> anyhow::Result<()> {
        self.open(&(self.address(Place::Host) + page))?;
        self.run_async("document.fonts.ready.then(() => done())")?;
        Ok(())
    }

    /// Opens a page for the first time, and tells what it asked for until it was complete.
    ///
    /// # Errors
    ///
    /// When it cannot be opened, or waits for a file in vain.
    pub fn watch(&self, place: Place, page: &str) -> anyhow::Result<Traffic> {
        self.open("about:blank")?;
        self.forget()?;
        let url = self.address(place) + page;
        self.tell("Network.setCacheDisabled", &json!({"cacheDisabled": true}))?;
        self.open(&url)?;
        self.run_async(
            "document.fonts.ready.then(() => requestAnimationFrame(() => done()))",
        )?;
        let begun = Instant::now();
        let mut traffic = Traffic::default();
        loop {
            traffic.add(&self.log("performance")?);
            if traffic.is_complete() {
                break;
            }
            let elapsed = begun.elapsed();
            ensure!(elapsed < Duration::from_secs(10), "{url}: {traffic:?}");
            thread::sleep(Duration::from_millis(20));
        }
        let kept = json!({"cacheDisabled": false});
        self.tell("Network.setCacheDisabled", &kept)?;
        Ok(traffic)
    }

    /// What stands in the console since it was last read.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn console(&self) -> anyhow::Result<Vec<String>> {
        let entries = self.log("browser")?;
        let line = |entry: &Value| {
            format!("{} {}", entry["level"], entry["message"]).replace('"', "")
        };
        Ok(entries.iter().map(line).collect())
    }

    fn forget(&self) -> anyhow::Result<()> {
        self.log("browser")?;
        self.log("performance")?;
        Ok(())
    }
}

impl Deref for Reader {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

/// The pages that the table of contents links to, each once.
fn pages(files: &Pages) -> anyhow::Result<Vec<String>> {
    let contents = files.get("toc.html").context("there is no toc.html")?;
    let mut pages = Vec::new();
    for link in contents.named("a") {
        let page = link.attr("href").unwrap_or_default();
        if files.get(page).is_some() && !pages.iter().any(|old| old == page) {
            pages.push(page.to_owned());
        }
    }
    ensure!(!pages.is_empty(), "the table of contents is empty");
    Ok(pages)
}
