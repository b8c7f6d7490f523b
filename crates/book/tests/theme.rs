//! The theme has the colours that the figures ask for.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::{fs, path::Path};

use figure::{Theme, declarations};

/// mdBook's light themes and its dark ones, by the class of the page; without scripts a page has
/// no such class and follows the reader's preference.
fn inks() -> String {
    let [light, dark] = [Theme::Light, Theme::Dark].map(declarations);
    let indented = dark.replace("\n  ", "\n    ");
    format!(
        ".light,\n.rust,\nhtml:not(.js) {{\n{light}}}\n\n\
         .navy,\n.coal,\n.ayu {{\n{dark}}}\n\n\
         @media (prefers-color-scheme: dark) {{\n  html:not(.js) {{\n  {}  }}\n}}\n",
        indented.trim_end_matches(' ')
    )
}

#[test]
fn the_theme_gives_every_ink_the_colour_that_the_figures_are_tested_with() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../book/theme/two-peaks.css");
    let inks = inks();
    let has_them = fs::read_to_string(path).unwrap().contains(&inks);
    assert!(has_them, "two-peaks.css has to hold\n\n{inks}");
}
