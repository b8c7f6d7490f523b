//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch04::CHAPTER;
use chapter::testing::{Moved, assert_contract, pictures};

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: Moved = &[
    ("plates", &[&[("classes", 5.0)], &[("classes", f64::NAN)]]),
    (
        "unrolled",
        &[
            &[("students", 1.0), ("classes", 1.0)],
            &[("students", 6.0), ("classes", 4.0)],
            &[("students", f64::INFINITY)],
        ],
    ),
    (
        "walk",
        &[
            &[("step", 0.0)],
            &[("step", 1.0)],
            &[("step", 2.0), ("seed", 1.0)],
            &[("step", -1.0)],
        ],
    ),
    (
        "samples",
        &[&[("n", 10.0)], &[("n", 2000.0), ("seed", 9.0)], &[("n", 0.0)]],
    ),
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
    let printed = String::from_utf8(out).unwrap();
    assert!(printed.lines().count() <= 60);
    assert!(printed.lines().all(|line| line.chars().count() <= 76));
    insta::assert_snapshot!("run", printed);
}
