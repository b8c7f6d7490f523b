//! The code that stands in the prose itself: every block of it says its language, and what is Rust
//! is run.

use crate::{
    nearest::Unknown,
    page::{Code, Page},
    refusal::Refusal,
};

/// The languages in which the prose may hold code.
const LANGUAGES: [&str; 6] =
    ["console", "json", "markdown", "rust", "text", "toml"];

/// What a fence of Rust may say beside its language, since it is run all the same.
const TESTED: [&str; 2] = ["compile_fail", "should_panic"];

/// Refuses blocks of code without a language, and Rust that no test runs.
pub(crate) fn check(page: &Page) -> impl Iterator<Item = Refusal> {
    page.code.iter().filter_map(|code| {
        let message = fault(code)?;
        Some(page.refuse(code.start, message))
    })
}

/// A page whose Rust is ignored by `mdbook test`, whose compiler knows no crate of the workspace:
/// `cargo test` runs it.
pub(crate) fn left_to_cargo(page: &Page) -> String {
    let mut text = page.source.clone();
    for code in page.code.iter().rev() {
        let is_rust = code.info.as_ref().is_some_and(|info| {
            info.split([',', ' ', '\t']).next() == Some("rust")
        });
        if is_rust {
            let fence = text[code.start..].lines().next().unwrap_or_default();
            let end = code.start + fence.trim_end().len();
            text.insert_str(end, ",ignore");
        }
    }
    text
}

fn fault(code: &Code) -> Option<String> {
    let Some(info) = &code.info else {
        return Some(
            "indented code has no language: put it between fences".to_owned(),
        );
    };
    let mut words =
        info.split([',', ' ', '\t']).filter(|word| !word.is_empty());
    let Some(language) = words.next() else {
        return Some(
            "this fence has no language: a listing of plain text is `text`"
                .to_owned(),
        );
    };
    if language == "python" {
        return Some(
            "Python stands in files that are run: show one with {{#file …}}"
                .to_owned(),
        );
    }
    if !LANGUAGES.contains(&language) {
        return Some(Unknown::new("language", language, LANGUAGES).to_string());
    }
    let word =
        words.find(|word| language != "rust" || !TESTED.contains(word))?;
    Some(if language == "rust" {
        format!("Rust in the prose is run as a test: not with `{word}`")
    } else {
        format!("a fence says its language and no more: not `{word}`")
    })
}
