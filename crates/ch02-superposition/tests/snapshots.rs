//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch02::CHAPTER;
use chapter::testing::{Moved, assert_contract, pictures};

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: Moved = &[
    (
        "bell",
        &[
            &[("scale", 0.1)],
            &[("loc", 5.0), ("scale", 2.0)],
            &[("scale", 0.0)],
        ],
    ),
    (
        "sum-of-two",
        &[
            &[("loc-2", 2.8), ("scale-2", 0.9)],
            &[("loc-1", 1.5), ("scale-1", 0.3)],
            &[("loc-2", f64::INFINITY)],
        ],
    ),
    (
        "strips",
        &[&[("strips", 5.0)], &[("strips", 40.0)], &[("strips", f64::NAN)]],
    ),
    ("running-area", &[&[("x", 2.0)], &[("x", 7.0)], &[("x", f64::NAN)]]),
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
