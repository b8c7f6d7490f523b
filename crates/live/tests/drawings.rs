//! What the page is given is what the chapter draws.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use live::{FIGURES, draw, drawing};

#[test]
fn what_the_reader_can_move_is_here_and_nothing_else_is() {
    let chapters = [
        ("ch01", ch01::CHAPTER),
        ("ch02", ch02::CHAPTER),
        ("ch03", ch03::CHAPTER),
        ("ch04", ch04::CHAPTER),
        ("ch05", ch05::CHAPTER),
        ("ch06", ch06::CHAPTER),
    ];
    assert_eq!(FIGURES.len(), chapters.len());
    for ((name, figures), (expected, chapter)) in FIGURES.iter().zip(chapters) {
        assert_eq!(*name, expected);
        let moving = chapter.figures.iter();
        let moving = moving.filter(|figure| !figure.controls.is_empty());
        let names: Vec<_> = figures.iter().map(|figure| figure.name).collect();
        assert_eq!(names, moving.map(|figure| figure.name).collect::<Vec<_>>());
    }
}

#[test]
fn a_figure_at_its_defaults_is_the_picture_of_the_page() {
    for (chapter, figures) in FIGURES {
        for figure in *figures {
            let name = format!("{chapter}/{}", figure.name);
            let settings = figure.defaults();
            let values: Vec<f64> =
                figure.controls.iter().map(chapter::Control::default).collect();
            let drawn = drawing(&name, &values).unwrap();
            let picture = figure
                .picture(&format!("{chapter}-{}", figure.name), &settings);
            assert_eq!(drawn.svg, figure::on_one_line(&picture.svg));
            assert_eq!(drawn.table, picture.table.to_html());
        }
    }
}

#[test]
fn the_page_reads_the_answer_as_json() {
    let read = |answer: String| -> serde_json::Value {
        serde_json::from_str(&answer).unwrap()
    };
    let drawn = drawing("ch03/two-peaks", &[2.5, 0.4]).unwrap();
    let answer = read(draw("ch03/two-peaks", &[2.5, 0.4]));
    assert_eq!(answer["svg"], drawn.svg);
    assert_eq!(answer["table"], drawn.table);
    for (name, text) in drawn.facts {
        assert_eq!(answer["facts"][name], text);
    }
}

#[test]
fn what_cannot_be_drawn_is_refused_in_words() {
    let refusal = |name, values: &[f64]| drawing(name, values).unwrap_err();
    assert_eq!(refusal("ch99/map", &[]), "no figure is called `ch99/map`");
    assert_eq!(refusal("map", &[]), "no figure is called `map`");
    assert_eq!(
        refusal("ch02/strips", &[]),
        "`ch02/strips` has 1 controls, got 0 values"
    );
    let reason = refusal("ch02/strips", &[f64::NAN]);
    assert!(reason.contains("strips") && reason.contains("NaN"), "{reason}");
}
