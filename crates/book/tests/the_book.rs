//! The real book, built into a temporary folder and read as a reader's browser reads it.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::{path::Path, sync::LazyLock};

use book::{
    LIBRARY,
    build::{self, Built, Order},
};
use chapter::{TIMESTAMPS, Timestamp};
use proofreader::{Finding, Page, Pages};
use scraper::ElementRef;

/// The book, built once for all tests.
static BUILT: LazyLock<Built> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("the-book");
    build::build(&Order::of(LIBRARY, &root, &folder).still(true)).unwrap()
});

fn pages() -> Pages {
    Pages::read(&BUILT.destination).unwrap()
}

#[track_caller]
fn assert_clean(findings: &[Finding]) {
    let lines: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn the_book_builds_without_a_warning() {
    assert_eq!(BUILT.log, [""; 0]);
}

#[test]
fn every_link_leads_somewhere() {
    assert_clean(&proofreader::links(&pages()));
}

#[test]
fn no_page_asks_another_host() {
    assert_clean(&proofreader::other_hosts(&pages()));
}

#[test]
fn every_picture_has_a_text_alternative() {
    assert_clean(&proofreader::alternatives(&pages()));
}

#[test]
fn no_directive_is_left_unresolved() {
    assert_clean(&proofreader::leftovers(&pages()));
}

#[test]
fn every_page_has_one_h1_and_its_headings_in_order() {
    assert_clean(&proofreader::headings(&pages()));
}

#[test]
fn no_page_has_an_id_twice() {
    assert_clean(&proofreader::ids(&pages()));
}

#[test]
fn the_pages_that_are_looked_up_are_there_and_full() {
    let pages = pages();
    for (path, entries) in [
        ("glossary.html", "dt"),
        ("references.html", "dt"),
        ("notation.html", "td"),
    ] {
        let page = pages.get(path).unwrap();
        assert!(page.named(entries).count() > 1, "{path}");
    }
}

#[test]
fn a_change_of_a_crate_builds_the_served_book_again() {
    let manifest =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book/book.toml");
    let manifest: toml::Table =
        std::fs::read_to_string(manifest).unwrap().parse().unwrap();
    let watched = manifest["build"]["extra-watch-dirs"].as_array().unwrap();
    let mut folders = watched.iter().filter_map(|folder| folder.as_str());
    assert!(folders.any(|folder| folder == "../crates"), "{watched:?}");
}

#[test]
fn every_second_of_the_video_has_its_row() {
    let pages = pages();
    let page = pages.get("follow-the-video.html").unwrap();
    for timestamp in &TIMESTAMPS {
        let row = row(page, timestamp);
        assert!(leads_to_a_section(page, row), "{}", row.html());
    }
    let rows = page.named("tr").filter(|row| has_cell(*row));
    assert_eq!(rows.count(), TIMESTAMPS.len());
}

/// The row of the table that links to this second of the video.
#[track_caller]
fn row<'page>(page: &'page Page, timestamp: &Timestamp) -> ElementRef<'page> {
    let url = timestamp.url();
    let links_there =
        |row: &ElementRef<'_>| links(*row).any(|address| address == url);
    let row = page.named("tr").find(links_there);
    assert!(row.is_some(), "no row links to {url}");
    row.unwrap()
}

fn links(row: ElementRef<'_>) -> impl Iterator<Item = &str> {
    row.descendent_elements().filter_map(|element| element.attr("href"))
}

fn has_cell(row: ElementRef<'_>) -> bool {
    row.child_elements().any(|cell| cell.value().name() == "td")
}

/// Whether a row links to an `id` of a page; that both exist is another test's business.
fn leads_to_a_section(page: &Page, row: ElementRef<'_>) -> bool {
    let own = format!("{}#", page.path());
    links(row).any(|address| {
        !address.contains("://")
            && address.contains(".html#")
            && !address.starts_with(&own)
    })
}
