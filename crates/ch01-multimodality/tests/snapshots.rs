//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch01::CHAPTER;
use chapter::testing::{assert_contract, assert_sound};

/// What each figure is set to beside its defaults.
const MOVED: [(&str, &str, [f64; 2]); 3] = [
    ("peaks", "bin-width", [0.5, -1.0]),
    ("regents", "exam", [0.0, 3.0]),
    ("cut", "cut", [2.5, f64::NAN]),
];

#[test]
fn the_chapter_keeps_the_contract() {
    assert_contract(&CHAPTER);
}

#[test]
fn every_figure_is_drawn_as_it_was_last_looked_at() {
    for figure in CHAPTER.figures {
        let id = CHAPTER.figure_id(figure);
        insta::assert_snapshot!(
            figure.name,
            figure.picture(&id, &figure.defaults()).svg
        );
    }
}

#[test]
fn every_moved_figure_is_drawn_as_it_was_last_looked_at() {
    for (name, control, values) in MOVED {
        let figure = CHAPTER.figure(name).unwrap();
        for value in values {
            let settings = figure.defaults().with(control, value).unwrap();
            let svg = figure.picture(&CHAPTER.figure_id(figure), &settings).svg;
            assert_sound(&svg, &CHAPTER.figure_id(figure));
            insta::assert_snapshot!(
                format!("{name} at {control} {value}"),
                svg
            );
        }
    }
}

#[test]
fn every_figure_with_controls_is_also_looked_at_with_them_moved() {
    let moved: Vec<&str> = MOVED.iter().map(|(name, ..)| *name).collect();
    let movable =
        CHAPTER.figures.iter().filter(|figure| !figure.controls.is_empty());
    assert_eq!(movable.map(|figure| figure.name).collect::<Vec<_>>(), moved);
}

#[test]
fn the_run_prints_what_it_printed() {
    let mut out = Vec::new();
    (CHAPTER.run)(&mut out).unwrap();
    insta::assert_snapshot!("run", String::from_utf8(out).unwrap());
}
