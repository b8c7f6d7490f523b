//! The code in the prose itself: what is refused, and that all Rust is run.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "common/bind.rs"]
mod bind;
#[path = "common/library.rs"]
mod library;
#[path = "common/workspace.rs"]
mod workspace;

use std::{fs, path::Path};

use insta::assert_snapshot;
use library::LIBRARY;

fn refusal(text: &str) -> String {
    bind::bind(LIBRARY, &[("notes.md", text)]).unwrap_err()
}

/// Fences with these words behind them.
fn fences(infos: &[&str]) -> String {
    let fence = |info: &&str| format!("```{info}\nx\n```\n");
    infos.iter().map(fence).collect()
}

#[test]
fn code_that_says_its_language_is_left_as_it_is() {
    let text = fences(&[
        "console",
        "json",
        "markdown",
        "rust",
        "text",
        "toml",
        "rust,should_panic",
        "rust, compile_fail",
    ]);
    let bound = bind::bind(LIBRARY, &[("notes.md", &text)]).unwrap();
    assert_eq!(bound, [text]);
}

#[test]
fn code_without_a_language_is_refused() {
    assert_snapshot!(refusal("a\n\n```\nb\n```\n\n- c\n\n  ~~~ ,\n  d\n  ~~~\n\ne\n\n    f\n"), @r"
    book/src/notes.md:3: this fence has no language: a listing of plain text is `text`
    book/src/notes.md:9: this fence has no language: a listing of plain text is `text`
    book/src/notes.md:15: indented code has no language: put it between fences
    ");
}

#[test]
fn code_in_an_unknown_language_is_refused_with_the_nearest() {
    assert_snapshot!(refusal(&fences(&["rs", "Rust", "should_panic", "bash"])), @r"
    book/src/notes.md:1: no language is called `rs`; the nearest is `rust`
    book/src/notes.md:4: no language is called `Rust`; the nearest is `rust`
    book/src/notes.md:7: no language is called `should_panic`; the nearest is `json`
    book/src/notes.md:10: no language is called `bash`; the nearest is `rust`
    ");
}

#[test]
fn python_is_refused_because_nothing_runs_it() {
    assert_snapshot!(refusal(&fences(&["python", "python,editable"])), @r"
    book/src/notes.md:1: Python stands in files that are run: show one with {{#file …}}
    book/src/notes.md:4: Python stands in files that are run: show one with {{#file …}}
    ");
}

#[test]
fn rust_that_no_test_runs_is_refused() {
    assert_snapshot!(refusal(&fences(&["rust,ignore", "rust no_run", "rust,should_panic,ignore-windows"])), @r"
    book/src/notes.md:1: Rust in the prose is run as a test: not with `ignore`
    book/src/notes.md:4: Rust in the prose is run as a test: not with `no_run`
    book/src/notes.md:7: Rust in the prose is run as a test: not with `ignore-windows`
    ");
}

#[test]
fn what_else_stands_behind_a_language_is_refused() {
    assert_snapshot!(refusal(&fences(&["text,editable"])), @"book/src/notes.md:1: a fence says its language and no more: not `editable`");
}

#[test]
fn every_page_of_the_book_is_among_the_doc_tests() {
    let modules = concat!(env!("OUT_DIR"), "/prose.rs");
    let modules = fs::read_to_string(modules).unwrap();
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book/src");
    let pages = pages.canonicalize().unwrap();
    let mut count = 0;
    for entry in fs::read_dir(&pages).unwrap() {
        let path = entry.unwrap().path();
        let is_page = path.extension().is_some_and(|end| end == "md")
            && !path.ends_with("SUMMARY.md");
        if is_page {
            let included = format!("include_str!(r#\"{}\"#)", path.display());
            assert!(modules.contains(&included), "{included}");
            count += 1;
        }
    }
    assert_eq!(modules.matches("pub mod ").count(), count);
}

#[test]
fn a_dollar_sign_of_no_formula_is_refused_where_it_stands() {
    let text = "a $x$ b\n\n$\\frac{1}{$\n\ncosts 5 $ or \\$5\n\n`$HOME` $$y$$\n\n```console\necho $HOME\n```\n\n# 3 $\n\n| $ |\n| --- |\n| $a$ |\n";
    assert_snapshot!(refusal(text), @r"
    book/src/notes.md:3: this dollar sign is of no formula: a brace or a dollar may be missing; one that is meant is written `\$`
    book/src/notes.md:3: this dollar sign is of no formula: a brace or a dollar may be missing; one that is meant is written `\$`
    book/src/notes.md:5: this dollar sign is of no formula: a brace or a dollar may be missing; one that is meant is written `\$`
    book/src/notes.md:7: a formula between `$$` must stand on lines of its own
    book/src/notes.md:13: this dollar sign is of no formula: a brace or a dollar may be missing; one that is meant is written `\$`
    book/src/notes.md:15: this dollar sign is of no formula: a brace or a dollar may be missing; one that is meant is written `\$`
    ");
    let meant = "costs \\$5, `$5`\n";
    assert!(bind::bind(LIBRARY, &[("notes.md", meant)]).is_ok());
}
