//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch01::CHAPTER;
use chapter::testing::{Moved, assert_contract, pictures};

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: Moved = &[
    (
        "peaks",
        &[&[("bin-width", 0.5)], &[("bin-width", 1.5)], &[("bin-width", -1.0)]],
    ),
    ("regents", &[&[("exam", 0.0)], &[("exam", 3.0)], &[("exam", 0.5)]]),
    ("cut", &[&[("cut", 2.5)], &[("cut", 4.5)], &[("cut", f64::NAN)]]),
];

#[test]
fn the_chapter_keeps_the_contract() {
    assert_contract(&CHAPTER);
}

#[test]
fn every_figure_is_drawn_as_it_was_last_looked_at() {
    for (name, svg) in pictures(&CHAPTER, MOVED) {
        insta::assert_snapshot!(name, svg);
    }
}

#[test]
fn the_run_prints_what_it_printed() {
    let mut out = Vec::new();
    (CHAPTER.run)(&mut out).unwrap();
    insta::assert_snapshot!("run", String::from_utf8(out).unwrap());
}
