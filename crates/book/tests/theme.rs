//! The theme has the colours that the figures ask for.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::{fs, path::Path};

use figure::{Theme, declarations};

/// Every ink once: mdBook says of each of its themes whether it is light or dark.
fn inks() -> String {
    let [light, dark] = [Theme::Light, Theme::Dark].map(declarations);
    let pairs = light.lines().zip(dark.lines()).map(|(light, dark)| {
        let (name, light) = light.split_once(": ").unwrap();
        let (same, dark) = dark.split_once(": ").unwrap();
        assert_eq!(name, same);
        let [light, dark] = [light, dark].map(|ink| ink.trim_end_matches(';'));
        format!("{name}: light-dark({light}, {dark});\n")
    });
    format!(":root {{\n{}}}\n", pairs.collect::<String>())
}

#[test]
fn the_theme_gives_every_ink_the_colour_that_the_figures_are_tested_with() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../book/theme/two-peaks.css");
    let inks = inks();
    let has_them = fs::read_to_string(path).unwrap().contains(&inks);
    assert!(has_them, "two-peaks.css has to hold\n\n{inks}");
}
