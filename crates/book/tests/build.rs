//! A book is built whole or not at all.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "../../bookbinder/tests/common/library.rs"]
mod library;
#[path = "../../bookbinder/tests/common/workspace.rs"]
mod workspace;

use std::{fs, path::Path};

use book::build::{self, Built, Order};
use library::LIBRARY;
use scraper::{Html, Selector};
use workspace::workspace;

const PAGE: &str = "# Notes\n\nIt is {{#fact ch42/area}} and *$f'(x) * y_1 * z_1$* is so.\n\n\
- a list\n\n  $$\n  \\sum_i x_i\n  $$\n\n{{#figure ch42/line}}\n\n{{#code ch42::Gaussian}}\n\n\
{{#output ch42}}\n\nSee {{#see ch42/line}}.\n";

/// Writes a book of these pages into the workspace.
fn write_book(root: &Path, pages: &[(&str, &str)]) {
    let source = root.join("book/src");
    fs::create_dir_all(&source).unwrap();
    fs::write(root.join("book/book.toml"), MANIFEST).unwrap();
    let mut summary = String::from("# Summary\n\n");
    for (path, text) in pages {
        summary = format!("{summary}- [{path}]({path})\n");
        fs::write(source.join(path), text).unwrap();
    }
    fs::write(source.join("SUMMARY.md"), summary).unwrap();
}

const MANIFEST: &str = r#"[book]
title = "A book"

[build]
build-dir = "../target/book"
use-default-preprocessors = false

[preprocessor.bookbinder]
command = "false"

[output.html]
smart-punctuation = false
"#;

fn build(root: &Path) -> anyhow::Result<Built> {
    build_into(root, &root.join("target/book"))
}

fn build_into(root: &Path, destination: &Path) -> anyhow::Result<Built> {
    build::build(&Order::of(LIBRARY, root, destination).still(true))
}

fn read(root: &Path) -> String {
    fs::read_to_string(root.join("target/book/notes.html")).unwrap()
}

/// A workspace with a book that was built once.
fn built() -> tempfile::TempDir {
    let root = workspace();
    write_book(root.path(), &[("notes.md", PAGE)]);
    build(root.path()).unwrap();
    root
}

/// Whether the build fails and leaves the book and nothing beside it.
fn fails_and_leaves_the_book(root: &Path) -> String {
    let before = read(root);
    let error = build(root).unwrap_err();
    assert_eq!(read(root), before);
    let beside = fs::read_dir(root.join("target")).unwrap().count();
    assert_eq!(beside, 1, "nothing but the book");
    format!("{error:#}")
}

#[test]
fn what_is_bound_passes_through_mdbook_without_a_warning() {
    let root = workspace();
    write_book(root.path(), &[("notes.md", PAGE)]);
    let built = build(root.path()).unwrap();
    assert_eq!(built.log, [""; 0]);
    assert_eq!(built.destination, root.path().join("target/book"));

    let page = Html::parse_document(&read(root.path()));
    let count = |selector: &str| {
        page.select(&Selector::parse(selector).unwrap()).count()
    };
    assert_eq!(count("main p > span.fact"), 1);
    assert_eq!(count("main p > em > math[alttext]"), 1);
    assert_eq!(count("main math em, main p .equation, main p figure"), 0);
    assert_eq!(count("main li > div.equation > math"), 1);
    assert_eq!(count("main > figure.plot#figure-1 svg#ch42-line"), 1);
    assert_eq!(count("main figure figcaption output[data-fact=end]"), 1);
    assert_eq!(count("main figure figcaption math"), 2);
    assert!(count("main figure details table td") > 0);
    assert_eq!(count("main > div.listing > pre > code.language-rust"), 1);
    assert_eq!(count("main > pre > code.language-text"), 1);
    assert_eq!(count("main a[href='notes.html#figure-1']"), 1);
}

#[test]
fn a_book_that_is_built_twice_has_the_same_bytes() {
    let root = built();
    let first = read(root.path());
    build(root.path()).unwrap();
    assert_eq!(read(root.path()), first);
}

#[test]
fn what_mdbook_warns_of_is_reported() {
    let root = workspace();
    write_book(root.path(), &[("notes.md", "# A\n\n<div>\n")]);
    let log = build(root.path()).unwrap().log;
    assert_eq!(log.len(), 1, "{log:?}");
    assert!(log[0].starts_with("WARN unclosed HTML tag `<div>`"), "{log:?}");
}

#[test]
fn a_broken_directive_leaves_the_book() {
    let root = built();
    write_book(root.path(), &[("notes.md", "a\n{{#fact x}} {{#see y}}")]);
    let error = fails_and_leaves_the_book(root.path());
    assert_eq!(
        error,
        "book/src/notes.md:2: no fact is called `x`; the nearest is `ch42/area`\n\
         book/src/notes.md:2: no figure is called `y`; the nearest is `ch42/line`"
    );
}

#[test]
fn a_page_that_is_missing_leaves_the_book_and_is_not_made_up() {
    let root = built();
    let page = root.path().join("book/src/notes.md");
    fs::remove_file(&page).unwrap();
    let error = fails_and_leaves_the_book(root.path());
    assert!(error.contains("notes.md"), "{error}");
    assert!(!page.exists());
}

/// What is refused where the table of contents is this text.
fn refused_summary(summary: &str) -> String {
    let root = built();
    let outside = root.path().join("outside.md");
    fs::write(&outside, "# Outside\n").unwrap();
    let path = root.path().join("book/src/SUMMARY.md");
    let outside = outside.display().to_string();
    fs::write(&path, summary.replace("ABSOLUTE", &outside)).unwrap();
    fails_and_leaves_the_book(root.path()).replace(&outside, "ABSOLUTE")
}

#[test]
fn a_table_of_contents_without_a_page_leaves_the_book() {
    for empty in ["", "# Summary\n", "# Summary\n\n- [Draft]()\n"] {
        let error = refused_summary(empty);
        let expected = "book/src/SUMMARY.md: it lists no page\n";
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn a_page_outside_the_folder_of_the_pages_is_refused_with_its_line() {
    let pages = "# Summary\n\n- [Notes](notes.md)\n";
    for outside in ["../../outside.md", "ABSOLUTE"] {
        let summary = format!("{pages}  - [Out]({outside})\n");
        assert_eq!(
            refused_summary(&summary),
            format!(
                "book/src/SUMMARY.md:4: `{outside}` lies outside the folder of the pages"
            )
        );
    }
}

#[test]
fn a_page_that_the_table_of_contents_leaves_out_is_refused() {
    let root = built();
    let forgotten = root.path().join("book/src/more/forgotten.md");
    fs::create_dir_all(forgotten.parent().unwrap()).unwrap();
    fs::write(&forgotten, "# Forgotten\n").unwrap();
    assert_eq!(
        fails_and_leaves_the_book(root.path()),
        "book/src/more/forgotten.md: SUMMARY.md does not list this page"
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_copied_leaves_the_book() {
    let root = built();
    // mdBook copies what lies beside the pages at the very end of a build.
    let dangling = root.path().join("book/src/dangling.csv");
    std::os::unix::fs::symlink("nowhere", &dangling).unwrap();
    let error = fails_and_leaves_the_book(root.path());
    assert!(error.contains("dangling.csv"), "{error}");
}

#[test]
fn a_theme_that_cannot_be_read_leaves_the_book() {
    let root = built();
    let theme = root.path().join("book/theme");
    fs::create_dir_all(&theme).unwrap();
    fs::write(theme.join("index.hbs"), "{{#if}} {{broken").unwrap();
    let error = fails_and_leaves_the_book(root.path());
    assert!(error.contains("index"), "{error}");
}

#[test]
fn a_setting_that_mdbook_does_not_know_leaves_the_book_and_is_told_in_one_line()
{
    let root = built();
    let manifest = root.path().join("book/book.toml");
    fs::write(manifest, "[book]\ntitel = \"A book\"\n").unwrap();
    let error = fails_and_leaves_the_book(root.path());
    let told = "book/book.toml: Invalid configuration file: \
                TOML parse error at line 2, column 1: unknown field `titel`, expected one of ";
    assert!(error.starts_with(told) && error.lines().count() == 1, "{error}");
}

#[test]
fn a_destination_that_is_no_book_is_left_alone() {
    let root = built();
    let folder = root.path().join("letters");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("letter.txt"), "dear").unwrap();
    let error = build_into(root.path(), &folder).unwrap_err();
    assert!(error.to_string().contains("not a book"), "{error}");
    assert!(folder.join("letter.txt").exists());
}

#[test]
fn a_destination_that_is_a_file_is_left_alone() {
    let root = built();
    let file = root.path().join("target/letter.txt");
    fs::write(&file, "dear").unwrap();
    for destination in [file.clone(), file.join("book")] {
        build_into(root.path(), &destination).unwrap_err();
        assert_eq!(fs::read_to_string(&file).unwrap(), "dear");
    }
}

#[test]
fn a_destination_within_the_sources_is_refused() {
    let root = built();
    let inside = root.path().join("book/src/out");
    let error = build_into(root.path(), &inside).unwrap_err();
    assert!(
        error.to_string().ends_with("lies within the sources of the book"),
        "{error}"
    );
}

/// The policy of a page of a book with the theme's head.
fn policy(reload: &str) -> String {
    let root = workspace();
    let root = root.path();
    write_book(root, &[("notes.md", PAGE)]);
    let theme = root.join("book/theme");
    fs::create_dir_all(&theme).unwrap();
    let head = Path::new(env!("CARGO_MANIFEST_DIR"));
    let head = head.join("../../book/theme/head.hbs");
    fs::copy(head, theme.join("head.hbs")).unwrap();
    fs::write(root.join("book/book.toml"), format!("{MANIFEST}{reload}"))
        .unwrap();
    build(root).unwrap();
    let page = Html::parse_document(&read(root));
    let policy = "meta[http-equiv=Content-Security-Policy]";
    let policy = Selector::parse(policy).unwrap();
    let policy = page.select(&policy).next().unwrap();
    policy.attr("content").unwrap().to_owned()
}

#[test]
fn a_page_may_connect_to_nobody_unless_it_waits_for_the_next_build() {
    let others = "; form-action 'none'; object-src 'none'; base-uri 'none'";
    assert_eq!(policy(""), format!("connect-src 'none'{others}"));
    let reload = "live-reload-endpoint = \"__livereload\"\n";
    let served = format!("connect-src 'self' ws: wss:{others}");
    assert_eq!(policy(reload), served);
}
