//! A reader of the book.

use std::{cell::RefCell, ops::Deref, sync::Arc};

use serde_json::{Value, json};

use crate::{
    book::{Book, Place},
    browser::Browser,
    chromium, firefox,
    tools::{Engine, Tools},
    traffic::Traffic,
    view::View,
};

/// A browser with the book.
#[derive(Debug)]
pub struct Reader {
    browser: Browser,
    book: Arc<Book>,
    /// The scripts that run before those of the next pages, as the browser numbers them.
    first: RefCell<Vec<Value>>,
}

impl Reader {
    /// Starts a browser for the book.
    ///
    /// # Errors
    ///
    /// When the browser does not start.
    pub fn start(tools: &Tools, book: Arc<Book>) -> anyhow::Result<Self> {
        let browser = Browser::start(tools)?;
        Ok(Self { browser, book, first: RefCell::default() })
    }

    /// The book.
    #[must_use]
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// The address of the book, with the slash at the end.
    #[must_use]
    pub fn address(&self, place: Place) -> String {
        self.book.address(place)
    }

    /// Forgets what an earlier reader did: another view, a theme, a page, a word in the console.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn begin(&self) -> anyhow::Result<()> {
        self.look(View::default())?;
        if self.engine() == Engine::Chromium {
            for identifier in self.first.take() {
                let script = json!({"identifier": identifier});
                self.tell("Page.removeScriptToEvaluateOnNewDocument", &script)?;
            }
            self.block(&[])?;
        }
        self.open("about:blank")?;
        let home = self.address(Place::Host);
        match self.engine() {
            Engine::Chromium => chromium::forget(self, &home),
            Engine::Firefox => firefox::forget(self),
        }
    }

    /// Looks at the pages in another way, from the next that is opened.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn look(&self, view: View) -> anyhow::Result<()> {
        match self.engine() {
            Engine::Chromium => chromium::look(self, view),
            Engine::Firefox => firefox::look(self, view),
        }
    }

    /// Runs a script in every page that is opened from now on, before the page's own. Chromium alone
    /// does so.
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
    /// Chromium alone does so.
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

    /// Opens a page for the first time, and tells what it asked for until it was complete. Chromium
    /// alone tells how much came, and which files of the disk.
    ///
    /// # Errors
    ///
    /// When it cannot be opened, or waits for a file in vain.
    pub fn watch(&self, place: Place, page: &str) -> anyhow::Result<Traffic> {
        self.open("about:blank")?;
        self.console()?;
        self.listen()?;
        let url = self.address(place) + page;
        match self.engine() {
            Engine::Chromium => chromium::watch(self, &url),
            Engine::Firefox => {
                self.open_until_laid_out(&url)?;
                self.asked()
            }
        }
    }

    /// From now on, [`asked`](Self::asked) hears what the page asks for.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn listen(&self) -> anyhow::Result<()> {
        match self.engine() {
            Engine::Chromium => self.log("performance").map(drop),
            Engine::Firefox => firefox::listen(self),
        }
    }

    /// What the page asked for since the last time.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn asked(&self) -> anyhow::Result<Traffic> {
        let mut traffic = Traffic::default();
        match self.engine() {
            Engine::Chromium => traffic.add(&self.log("performance")?),
            Engine::Firefox => traffic.add_addresses(firefox::asked(self)?),
        }
        Ok(traffic)
    }

    /// What stands in the console since it was last read.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub fn console(&self) -> anyhow::Result<Vec<String>> {
        match self.engine() {
            Engine::Chromium => chromium::console(self),
            Engine::Firefox => firefox::console(self),
        }
    }
}

impl Deref for Reader {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}
