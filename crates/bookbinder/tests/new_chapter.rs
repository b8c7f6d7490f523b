//! `cargo book new-chapter`, on a copy of this workspace.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "common/copy.rs"]
mod copy;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use bookbinder::{
    build::build_with,
    check::{self, Pages},
    library::Library,
    live::Live,
    new_chapter::new_chapter,
};
use chapter::{Chapter, Fact, Figure};
use copy::{copy_of_the_workspace, copy_the_workspace};
use figure::{Axis, Ink, Panel, Plot};
use tempfile::TempDir;

const SLUG: &str = "mixture-coefficients";
const TITLE: &str = "Mixture coefficients";

/// The number that the next chapter of this workspace has.
fn next() -> u8 {
    u8::try_from(Library::book().chapters.len() + 1).unwrap()
}

/// Every file below a folder, with its contents.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

fn read(root: &TempDir, path: &str) -> String {
    fs::read_to_string(root.path().join(path)).unwrap()
}

#[test]
fn a_new_chapter_is_entered_everywhere() {
    let root = copy_of_the_workspace();
    let number = next();
    let name = format!("ch{number:02}");
    new_chapter(root.path(), number, SLUG, TITLE).unwrap();

    let manifest: toml_edit::DocumentMut =
        read(&root, "Cargo.toml").parse().unwrap();
    assert_eq!(
        manifest["workspace"]["dependencies"][&*name]["path"].as_str(),
        Some(&*format!("crates/{name}-{SLUG}"))
    );
    let binder: toml_edit::DocumentMut =
        read(&root, "crates/bookbinder/Cargo.toml").parse().unwrap();
    assert_eq!(
        binder["dependencies"][&*name]["workspace"].as_bool(),
        Some(true)
    );
    let registry = read(&root, "crates/bookbinder/src/library.rs");
    syn::parse_file(&registry).unwrap();
    assert!(registry.contains(&format!("&{name}::CHAPTER")), "{registry}");
    let live: toml_edit::DocumentMut =
        read(&root, "crates/live/Cargo.toml").parse().unwrap();
    assert!(live["features"].get(&name).is_some());
    let live = read(&root, "crates/live/src/lib.rs");
    syn::parse_file(&live).unwrap();
    assert!(live.contains(&format!("(\"{name}\", {name}::CHAPTER.figures)")));
    let summary = read(&root, "book/src/SUMMARY.md");
    let entry = format!("[{TITLE}](chapter-{number}.md)");
    let line = summary.lines().position(|line| line.ends_with(&entry)).unwrap();
    let before = format!("(chapter-{}.md)", number - 1);
    assert!(
        summary.lines().nth(line - 1).unwrap().ends_with(&before),
        "{summary}"
    );
}

#[test]
fn its_page_has_the_sections_of_a_chapter() {
    let root = copy_of_the_workspace();
    let number = next();
    new_chapter(root.path(), number, SLUG, TITLE).unwrap();
    let page = read(&root, &format!("book/src/chapter-{number}.md"));
    assert!(page.starts_with(&format!("# {TITLE}\n")), "{page}");
    for heading in ["\n## What we know now\n", "\n## Try it\n"] {
        assert!(page.contains(heading), "{page}");
    }
}

#[test]
fn what_it_makes_has_no_placeholder_left_and_parses() {
    let root = copy_of_the_workspace();
    let number = next();
    new_chapter(root.path(), number, SLUG, TITLE).unwrap();
    let package = root.path().join(format!("crates/ch{number:02}-{SLUG}"));
    for (path, text) in files(&package) {
        let text = String::from_utf8(text).unwrap();
        assert!(
            !text.contains("@N") && !text.contains("@T"),
            "{}",
            path.display()
        );
        match path.extension().unwrap().to_str().unwrap() {
            "rs" => drop(syn::parse_file(&text).unwrap()),
            "toml" => drop(text.parse::<toml_edit::DocumentMut>().unwrap()),
            other => panic!("an unexpected file .{other}"),
        }
    }
}

#[test]
fn what_cannot_be_a_chapter_is_refused_and_nothing_is_written() {
    let root = copy_of_the_workspace();
    let before = files(root.path());
    let number = next();
    let beyond = number + 1;
    let refusals = [
        (
            0,
            SLUG,
            TITLE,
            "chapters are counted from 1, got 0".to_owned(),
        ),
        (
            1,
            SLUG,
            TITLE,
            "chapter 1 exists: crates/ch01-multimodality".to_owned(),
        ),
        (
            beyond,
            SLUG,
            TITLE,
            format!("chapter {beyond} would leave a gap: there is no chapter {number}"),
        ),
        (
            number,
            "Mixture_coefficients",
            TITLE,
            "the slug must be lowercase words with hyphens between them, \
             got `Mixture_coefficients`"
                .to_owned(),
        ),
        (
            number,
            "mixture--coefficients",
            TITLE,
            "the slug must be lowercase words with hyphens between them, \
             got `mixture--coefficients`"
                .to_owned(),
        ),
        (
            number,
            SLUG,
            "Mixture\ncoefficients",
            "the title must be one line of words without markup, got `Mixture\ncoefficients`"
                .to_owned(),
        ),
        (
            number,
            SLUG,
            "",
            "the title must be one line of words without markup, got ``".to_owned(),
        ),
    ];
    for (number, slug, title, told) in refusals {
        let error = new_chapter(root.path(), number, slug, title).unwrap_err();
        assert_eq!(error.to_string(), told);
    }
    assert_eq!(files(root.path()), before);
}

#[test]
fn a_page_in_the_way_is_not_overwritten() {
    let root = copy_of_the_workspace();
    let number = next();
    let page = format!("book/src/chapter-{number}.md");
    fs::write(root.path().join(&page), "notes").unwrap();
    let before = files(root.path());
    let error = new_chapter(root.path(), number, SLUG, TITLE).unwrap_err();
    assert_eq!(error.to_string(), format!("{page} exists already"));
    assert_eq!(files(root.path()), before);
}

/// What the scaffold's crate holds, so that its page can be bound without compiling it.
fn scaffold(number: u8) -> &'static Chapter {
    Box::leak(Box::new(Chapter {
        number,
        slug: SLUG,
        title: TITLE,
        run: |_| Ok(()),
        figures: &[Figure {
            name: "line",
            caption: "A line.",
            controls: &[],
            guess: None,
            show: |_| {
                let panel = Panel::new(
                    Axis::new("x", 0.0, 1.0),
                    Axis::new("y", 0.0, 1.0),
                );
                let line = [(0.0, 0.0), (1.0, 1.0)];
                let panel = panel.line("", line, Ink::First);
                Ok(Plot::new("A line").panel(panel).into())
            },
        }],
        facts: || Ok(vec![Fact::number("height-at-two", 1.0, 1)]),
    }))
}

#[test]
fn a_book_with_it_passes_every_check() {
    let root = copy_of_the_workspace();
    let number = next();
    new_chapter(root.path(), number, SLUG, TITLE).unwrap();
    let book = Library::book();
    let chapters = [book.chapters, &[scaffold(number)]].concat();
    let library = Library { chapters: chapters.leak() };
    let destination = root.path().join("built");
    let built =
        build_with(library, &Live::still(), root.path(), &destination).unwrap();
    assert_eq!(check::log(&built.log), []);
    assert_eq!(check::all(&Pages::read(&destination).unwrap()), []);
}

#[test]
fn what_it_makes_compiles_and_passes_its_tests() {
    // Always the same folder, beside the other builds: what they share is compiled once.
    let builds = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let root = builds.join("new-chapter");
    if root.exists() {
        fs::remove_dir_all(&root).unwrap();
    }
    copy_the_workspace(&root);
    let number = next();
    new_chapter(&root, number, SLUG, TITLE).unwrap();
    let package = format!("ch{number:02}-{SLUG}");
    let output = Command::new(env!("CARGO"))
        .args(["test", "--offline", "--package", &package])
        .current_dir(&root)
        .env("CARGO_TARGET_DIR", builds.parent().unwrap())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
}
