use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::Context as _;
use scraper::{ElementRef, Html};
use walkdir::WalkDir;

use crate::Finding;

/// The files of a built book, its pages parsed.
#[derive(Debug)]
pub struct Pages {
    html: BTreeMap<String, Page>,
    css: BTreeMap<String, String>,
    js: BTreeMap<String, String>,
    svg: BTreeMap<String, Page>,
    files: BTreeSet<String>,
}

/// A page of a built book, or a picture that is a file of its own.
#[derive(Debug)]
pub struct Page {
    path: String,
    html: Html,
    ids: BTreeSet<String>,
}

impl Pages {
    /// Reads every file below `folder`.
    ///
    /// # Errors
    ///
    /// A folder, page, style sheet, script or picture that cannot be read.
    pub fn read(folder: &Path) -> anyhow::Result<Self> {
        let files = files(folder)?;
        let read = |path: &String| {
            let text = fs::read_to_string(folder.join(path));
            text.with_context(|| {
                format!("cannot read {path} of the built book")
            })
        };
        let mut html = BTreeMap::new();
        let mut css = BTreeMap::new();
        let mut js = BTreeMap::new();
        let mut svg = BTreeMap::new();
        for path in &files {
            match Path::new(path).extension().and_then(|end| end.to_str()) {
                Some("html") => {
                    html.insert(path.clone(), Page::parse(path, &read(path)?));
                }
                Some("css") => {
                    css.insert(path.clone(), read(path)?);
                }
                Some("js" | "mjs") => {
                    js.insert(path.clone(), read(path)?);
                }
                Some("svg") => {
                    svg.insert(path.clone(), Page::parse(path, &read(path)?));
                }
                _ => {}
            }
        }
        Ok(Self { html, css, js, svg, files })
    }

    /// The pages, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = &Page> {
        self.html.values()
    }

    /// What is wrong with single elements, page by page.
    pub(crate) fn faults(
        &self,
        fault: impl Fn(&Page, ElementRef<'_>) -> Option<String>,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        for page in self.iter() {
            let faults =
                page.elements().filter_map(|element| fault(page, element));
            findings.extend(faults.map(|what| Finding::new(page.path(), what)));
        }
        findings
    }

    /// The page at this path, relative to the book's folder.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Page> {
        self.html.get(path)
    }

    /// The paths and texts of the style sheets.
    pub fn sheets(&self) -> impl Iterator<Item = (&str, &str)> {
        paths_and_texts(&self.css)
    }

    /// The paths and texts of the scripts that are files of their own.
    pub fn scripts(&self) -> impl Iterator<Item = (&str, &str)> {
        paths_and_texts(&self.js)
    }

    /// The pictures that are SVG files, read as the same picture in a page is read.
    pub fn drawings(&self) -> impl Iterator<Item = &Page> {
        self.svg.values()
    }

    /// Whether the book has a file at this path.
    #[must_use]
    pub fn has_file(&self, path: &str) -> bool {
        self.files.contains(path)
    }
}

fn paths_and_texts(
    files: &BTreeMap<String, String>,
) -> impl Iterator<Item = (&str, &str)> {
    files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
}

impl Page {
    /// Parses a page as a browser without scripts reads it, so that what stands in `<noscript>`
    /// is checked as well.
    fn parse(path: &str, text: &str) -> Self {
        let text = text.replace("<noscript>", "").replace("</noscript>", "");
        let html = Html::parse_document(&text);
        let elements = html.root_element().descendent_elements();
        let ids = elements
            .filter_map(|element| element.value().id().map(str::to_owned));
        Self { path: path.to_owned(), ids: ids.collect(), html }
    }

    /// Its path, relative to the book's folder.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The file from which its addresses are followed: itself, or the top of the book. mdBook's page
    /// for missing files has a `<base>`, since it answers at any depth.
    #[must_use]
    pub fn base(&self) -> &str {
        let has_href = |base: ElementRef<'_>| base.attr("href").is_some();
        if self.named("base").any(has_href) { "" } else { &self.path }
    }

    /// All its elements, in the order of the page.
    pub fn elements(&self) -> impl Iterator<Item = ElementRef<'_>> {
        self.html.root_element().descendent_elements()
    }

    /// The elements of this name, in the order of the page.
    pub fn named(&self, name: &str) -> impl Iterator<Item = ElementRef<'_>> {
        self.elements().filter(move |element| element.value().name() == name)
    }

    /// What the writer wrote, without mdBook's frame around it.
    #[must_use]
    pub fn main(&self) -> Option<ElementRef<'_>> {
        self.named("main").next()
    }

    /// Whether an element has this `id`.
    #[must_use]
    pub fn has_id(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// Whether this is mdBook's page of all chapters at once. Its ids and links are renamed
    /// copies, so they are checked where they come from.
    #[must_use]
    pub fn is_print(&self) -> bool {
        self.path == "print.html"
    }

    /// Whether this is a table of contents or a redirection: a page without content of its own.
    #[must_use]
    pub fn is_signpost(&self) -> bool {
        let redirects = |meta: ElementRef<'_>| {
            let equiv = meta.attr("http-equiv").unwrap_or_default();
            equiv.eq_ignore_ascii_case("refresh")
        };
        self.path == "toc.html" || self.named("meta").any(redirects)
    }
}

/// The paths of all files below `folder`, relative to it.
fn files(folder: &Path) -> anyhow::Result<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.with_context(|| {
            format!("cannot read the folder {}", folder.display())
        })?;
        if !entry.file_type().is_dir() {
            let path = entry.path().strip_prefix(folder)?;
            files.insert(path.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(files)
}
