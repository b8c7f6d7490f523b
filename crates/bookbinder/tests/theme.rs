//! The theme has the colours that the figures ask for.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::{env, fs, path::Path};

use figure::{Theme, declarations};

/// mdBook's light themes and its dark ones, by the class of the page; without scripts a page has
/// no such class and follows the reader's preference.
fn stylesheet() -> String {
    let [light, dark] = [Theme::Light, Theme::Dark].map(declarations);
    let indented = dark.replace("\n  ", "\n    ");
    format!(
        "/* The inks of the pictures, light and dark. Written by a test of the crate `bookbinder`:\n   \
         FIGURES_CSS_WRITE=1 cargo test -p bookbinder --test theme */\n\n\
         .light,\n.rust,\nhtml:not(.js) {{\n{light}}}\n\n\
         .navy,\n.coal,\n.ayu {{\n{dark}}}\n\n\
         @media (prefers-color-scheme: dark) {{\n  html:not(.js) {{\n  {}  }}\n}}\n",
        indented.trim_end_matches(' ')
    )
}

#[test]
fn the_theme_gives_every_ink_the_colour_that_the_figures_are_tested_with() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../book/theme/figures.css");
    if env::var_os("FIGURES_CSS_WRITE").is_some() {
        fs::write(&path, stylesheet()).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), stylesheet());
}
