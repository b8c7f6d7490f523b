//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch01::CHAPTER;
use chapter::testing::{assert_contract, assert_sound};

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: &[(&str, &[&[(&str, f64)]])] = &[
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
    for (name, all_settings) in MOVED {
        let figure = CHAPTER.figure(name).unwrap();
        for moved in *all_settings {
            let mut settings = figure.defaults();
            let mut title = format!("{name} at");
            for (control, value) in *moved {
                settings = settings.with(control, *value).unwrap();
                title += &format!(" {control} {value}");
            }
            let svg = figure.picture(&CHAPTER.figure_id(figure), &settings).svg;
            assert_sound(&svg, &CHAPTER.figure_id(figure));
            insta::assert_snapshot!(title, svg);
        }
    }
}

#[test]
fn every_control_is_moved() {
    for figure in
        CHAPTER.figures.iter().filter(|figure| !figure.controls.is_empty())
    {
        let (_, moved) =
            MOVED.iter().find(|(name, _)| *name == figure.name).unwrap();
        let names: Vec<&str> = moved
            .iter()
            .flat_map(|settings| settings.iter().map(|(name, _)| *name))
            .collect();
        assert!(moved.len() >= 3, "{}", figure.name);
        assert!(
            figure.controls.iter().all(|control| names.contains(&control.name))
        );
    }
}

#[test]
fn the_run_prints_what_it_printed() {
    let mut out = Vec::new();
    (CHAPTER.run)(&mut out).unwrap();
    insta::assert_snapshot!("run", String::from_utf8(out).unwrap());
}
