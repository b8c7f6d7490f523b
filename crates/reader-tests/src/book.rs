//! The book that is read: built once, on a host and on the disk, for all who read it.

use std::path::Path;

use anyhow::{Context as _, ensure};
use book::{
    LIBRARY,
    build::{self, Order},
    scripts,
};
use proofreader::Pages;
use url::Url;

use crate::site::Site;

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

/// The book, freshly built: on a host and on the disk.
#[derive(Debug)]
pub struct Book {
    site: Site,
    disk: String,
    pages: Vec<String>,
}

impl Book {
    /// Compiles the live figures that are not up to date, and tells so.
    ///
    /// # Errors
    ///
    /// When they cannot be compiled.
    pub fn figures(root: &Path) -> anyhow::Result<()> {
        scripts::make(&LIBRARY, root, || {})
    }

    /// Builds the book of the workspace `root` into `folder`, its figures live if they have scripts
    /// and are not to be still.
    ///
    /// # Errors
    ///
    /// When it cannot be built or served.
    pub fn build(
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
        let site = Site::open(&built.destination)?;
        Ok(Self { site, disk: disk.into(), pages })
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
