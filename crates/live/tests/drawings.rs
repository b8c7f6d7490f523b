//! What the page is given is what the chapter draws.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use chapter::{Control, Figure};
use chapters::CHAPTERS;
use figure::{NARROW, WIDE};
use live::{Drawing, drawing};

/// A module as it is compiled for the page, but for this machine.
mod module {
    live::figures!(ch02);

    pub(super) fn names() -> Vec<&'static str> {
        FIGURES.iter().map(|figure| figure.name).collect()
    }
}

fn of_chapter_2(name: &str, values: &[f64]) -> Result<Drawing, String> {
    drawing("ch02", ch02::CHAPTER.figures, name, values, WIDE)
}

#[test]
fn what_the_reader_can_move_is_in_a_module_and_nothing_else_is() {
    let figures = ch02::CHAPTER.figures;
    let has_control = |figure: &&Figure| !figure.controls.is_empty();
    let moving = figures.iter().filter(has_control);
    let moving: Vec<_> = moving.map(|figure| figure.name).collect();
    assert_eq!(module::names(), moving);
    assert!(moving.len() < figures.len());
}

#[test]
fn a_figure_at_its_defaults_is_the_picture_of_the_page() {
    for chapter in CHAPTERS {
        for figure in chapter.figures {
            let name = format!("{}/{}", chapter.name(), figure.name);
            let values: Vec<f64> =
                figure.controls.iter().map(Control::default).collect();
            let id = chapter.figure_id(figure);
            for width in [NARROW, WIDE] {
                let drawn = drawing(
                    &chapter.name(),
                    chapter.figures,
                    &name,
                    &values,
                    width,
                );
                let drawn = drawn.unwrap();
                let picture = figure.picture(&id, &figure.defaults(), width);
                assert_eq!(drawn.svg, figure::on_one_line(&picture.svg));
                assert_eq!(drawn.table, picture.table.to_html());
            }
        }
    }
}

#[test]
fn a_picture_is_as_wide_as_its_place_or_as_pictures_are() {
    let figures = ch02::CHAPTER.figures;
    let drawn = |width| {
        drawing("ch02", figures, "ch02/strips", &[20.0], width).unwrap().svg
    };
    assert!(drawn(400.0).contains(r#"viewBox="0 0 400 "#));
    assert_eq!(drawn(100.0), drawn(NARROW));
    assert_eq!(drawn(1e9), drawn(WIDE));
}

#[test]
fn the_page_reads_the_answer_as_json() {
    let values = [20.0];
    let drawn = of_chapter_2("ch02/strips", &values).unwrap();
    let answer = module::draw("ch02/strips", &values, WIDE);
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["svg"], drawn.svg);
    assert_eq!(answer["table"], drawn.table);
    assert!(!drawn.facts.is_empty());
    for (name, text) in drawn.facts {
        assert_eq!(answer["facts"][name], text);
    }
}

#[test]
fn what_cannot_be_drawn_is_refused_in_words() {
    let refusal =
        |name, values: &[f64]| of_chapter_2(name, values).unwrap_err();
    assert_eq!(refusal("ch99/map", &[]), "no figure is called `ch99/map`");
    assert_eq!(refusal("ch021/map", &[]), "no figure is called `ch021/map`");
    assert_eq!(refusal("map", &[]), "no figure is called `map`");
    assert_eq!(
        module::draw("ch02/stripes", &[], WIDE),
        r#"{"refusal":"no figure is called `ch02/stripes`"}"#
    );
    assert_eq!(
        refusal("ch02/strips", &[]),
        "`ch02/strips` has 1 controls, got 0 values"
    );
    let reason = refusal("ch02/strips", &[f64::NAN]);
    assert!(reason.contains("strips") && reason.contains("NaN"), "{reason}");
}
