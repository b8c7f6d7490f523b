//! The table of contents, looked at before mdBook does: what it would take without a word, or not
//! survive.

use std::{
    collections::BTreeSet,
    fs,
    path::{Component, Path, PathBuf},
};

use anyhow::Context as _;
use bookbinder::refusal::{Refusal, Refusals};
use mdbook_summary::{Link, Summary, SummaryItem, parse_summary};
use walkdir::WalkDir;

/// The file.
const SUMMARY: &str = "SUMMARY.md";

/// Refuses a table of contents without a page, a page outside the folder of the pages, and a file
/// among them that it does not list. `name` is the folder, as an error calls it.
pub(super) fn check(folder: &Path, name: &Path) -> anyhow::Result<()> {
    let path = folder.join(SUMMARY);
    let text = fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let summary = parse_summary(&text)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let pages = pages(&summary);
    let refuse = |file: &Path, line, message: String| Refusal {
        file: name.join(file).to_string_lossy().replace('\\', "/"),
        line,
        message,
    };
    let here = Path::new(SUMMARY);
    let mut refusals = Vec::new();
    if pages.is_empty() {
        refusals.push(refuse(here, None, "it lists no page".to_owned()));
    }
    for page in &pages {
        let is_inside = page.components().all(|part| {
            matches!(part, Component::Normal(_) | Component::CurDir)
        });
        if !is_inside {
            let page = page.to_string_lossy();
            let message =
                format!("`{page}` lies outside the folder of the pages");
            refusals.push(refuse(here, line_of(&text, &page), message));
        }
    }
    let listed: BTreeSet<PathBuf> =
        pages.iter().map(|page| page.components().collect()).collect();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        let page = entry.path().strip_prefix(folder)?;
        let is_page = page.extension().is_some_and(|end| end == "md");
        if is_page && page != here && !listed.contains(page) {
            let message = format!("{SUMMARY} does not list this page");
            refusals.push(refuse(page, None, message));
        }
    }
    if refusals.is_empty() { Ok(()) } else { Err(Refusals(refusals).into()) }
}

/// The files of all pages, as they are written.
fn pages(summary: &Summary) -> Vec<PathBuf> {
    let chapters = [
        &summary.prefix_chapters,
        &summary.numbered_chapters,
        &summary.suffix_chapters,
    ];
    let mut rest: Vec<&SummaryItem> = chapters.into_iter().flatten().collect();
    let mut pages = Vec::new();
    while let Some(item) = rest.pop() {
        if let SummaryItem::Link(Link { location, nested_items, .. }) = item {
            pages.extend(location.clone());
            rest.extend(nested_items);
        }
    }
    pages
}

/// The line on which a page is listed, counted from 1.
fn line_of(text: &str, page: &str) -> Option<usize> {
    let is_there = |line: &str| line.contains(&format!("({page}"));
    text.lines().position(is_there).map(|index| index + 1)
}
