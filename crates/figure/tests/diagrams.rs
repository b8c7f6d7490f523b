//! Every mark of a diagram as it is drawn, where arrows end, and every refusal word by word.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use figure::{
    Axis, Diagram, Ink, Outline, Panel, Picture, Plot, Stroke, Words,
};
use proptest::prelude::*;
use roxmltree::Document;

fn draw(diagram: Diagram) -> Result<Picture, String> {
    let plot = Plot::new("A diagram").diagram(diagram);
    plot.draw("diagram").map_err(|error| error.to_string())
}

fn refusal(diagram: Diagram) -> String {
    draw(diagram).unwrap_err()
}

fn all_marks() -> Diagram {
    let cause = Outline::circle((120.0, 50.0), 20.0, Ink::Whole);
    let effect = Outline::circle((260.0, 50.0), 20.0, Ink::First).shaded();
    let heavy = Stroke::from(Ink::Accent).heavy();
    let given =
        Outline::rectangle_around((120.0, 150.0), (32.0, 30.0), Ink::Second);
    let plate = Outline::rectangle((210.0, 15.0), (330.0, 115.0), Ink::Muted)
        .rounded(12.0);
    let broken = Outline::rectangle(
        (360.0, 20.0),
        (500.0, 100.0),
        Stroke::from(Ink::Muted).dashed(),
    );
    Diagram::new("Two circles, three boxes, and 𝑍.")
        .heading("All marks")
        .table(["what", "at"], [["𝑍", "left"], ["𝑋", "right"]])
        .outline(plate)
        .outline(broken.rounded(8.0).tinted())
        .arrow_between(&cause, &effect, heavy)
        .arrow([(120.0, 135.0), (200.0, 120.0), (252.0, 69.0)], Ink::Whole)
        .line([(360.0, 120.0), (500.0, 120.0)], Ink::Muted)
        .words(Words::new("𝑍", cause.center(), Ink::Whole).size(17.0))
        .words(Words::new("𝑋", effect.center(), Ink::First).index("𝑛"))
        .words(Words::new("𝜎", given.center(), Ink::Second).index("0"))
        .words(Words::new("𝑁 = 3", (322.0, 102.0), Ink::Muted).right())
        .words(Words::new("beside", (368.0, 60.0), Ink::Whole).left().bold())
        .outline(cause)
        .outline(effect)
        .outline(given)
}

#[test]
fn every_mark_is_drawn_as_it_was_last_looked_at() {
    let picture = draw(all_marks()).unwrap();
    insta::assert_snapshot!("all-marks", picture.svg);
    insta::assert_snapshot!("all-marks-described", picture.description);
    insta::assert_debug_snapshot!("all-marks-as-a-table", picture.table);
}

#[test]
fn a_diagram_stands_over_a_panel_and_both_are_told() {
    let dots = Panel::new(Axis::new("at", 0.0, 1.0), Axis::new("y", 0.0, 1.0))
        .dots("dots", [(0.5, 0.5)], Ink::First);
    let plot = Plot::new("Both").diagram(all_marks()).panel(dots);
    let picture = plot.draw("both").unwrap();
    insta::assert_snapshot!("diagram-over-a-panel", picture.svg);
    assert!(picture.description.contains("and Z. Across: at"));
    assert_eq!(picture.table.header, ["what", "at", "y"]);
    assert_eq!(
        picture.table.rows,
        [["Z", "left", ""], ["X", "right", ""], ["dots", "0.5", "0.5"]]
            .map(|row| row.map(str::to_owned).to_vec())
    );
}

#[test]
fn an_arrow_between_shapes_runs_from_border_to_border() {
    let circle = Outline::circle((50.0, 50.0), 20.0, Ink::Whole);
    let square =
        Outline::rectangle_around((150.0, 50.0), (30.0, 30.0), Ink::Whole);
    assert_eq!(circle.border(square.center()), (70.0, 50.0));
    assert_eq!(square.border(circle.center()), (135.0, 50.0));
    assert_eq!(square.border((250.0, 150.0)), (165.0, 65.0));
    assert_eq!(circle.border(circle.center()), circle.center());
}

#[test]
fn what_leaves_the_frame_or_is_no_shape_is_refused_by_name_and_value() {
    let empty = || Diagram::new("Nothing.");
    let circle = |x, radius| Outline::circle((x, 50.0), radius, Ink::Whole);
    let words = |text, x| Words::new(text, (x, 20.0), Ink::Whole);
    assert_eq!(refusal(empty()), "marks must not be empty");
    assert_eq!(
        refusal(empty().outline(circle(10.0, 20.0))),
        "outline 0: left must be inside the picture, got -10.0"
    );
    assert_eq!(
        refusal(empty().outline(circle(f64::NAN, 20.0))),
        "outline 0: left must be inside the picture, got NaN"
    );
    assert_eq!(
        refusal(empty().outline(circle(50.0, 0.0))),
        "outline 0: radius must be finite and positive, got 0.0"
    );
    let inside_out = Outline::rectangle((50.0, 10.0), (40.0, 20.0), Ink::Whole);
    assert_eq!(
        refusal(empty().outline(inside_out.clone())),
        "outline 0: right must be beyond the opposite side, got 40.0"
    );
    assert_eq!(
        refusal(empty().outline(inside_out.rounded(-1.0))),
        "outline 0: rounding must be finite and not negative, got -1.0"
    );
    assert_eq!(
        refusal(empty().arrow([(1.0, 1.0), (2.0, f64::INFINITY)], Ink::Whole)),
        "arrow 0: points[1].y must be finite, got inf"
    );
    assert_eq!(
        refusal(empty().line([(1.0, 1.0)], Ink::Whole)),
        "line 0: points must have 2 elements, got 1"
    );
    assert_eq!(
        refusal(empty().line([(1.0, 1.0), (2.0, 1e9)], Ink::Whole)),
        "line 0: bottom must be inside the picture, got 1000000000.0"
    );
    assert_eq!(
        refusal(empty().words(words("far", 519.0).left())),
        "words `far`: right must be inside the picture, got 536.505"
    );
    assert_eq!(
        refusal(empty().words(words("vast", 50.0).size(f64::NAN))),
        "words `vast`: size must be between 1 and 100, got NaN"
    );
    let ragged = empty().outline(circle(50.0, 20.0));
    assert_eq!(
        refusal(ragged.table(["what", "at"], [vec!["Z"]])),
        "rows[0] must have 2 elements, got 1"
    );
}

proptest! {
    #[test]
    fn whatever_the_numbers_are_there_is_a_diagram_or_a_refusal(
        numbers in prop::array::uniform8(prop_oneof![any::<f64>(), 0.0..600.0]),
    ) {
        let [a, b, c, d, e, f, g, h] = numbers;
        let circle = Outline::circle((a, b), c, Ink::First);
        let square = Outline::rectangle_around((d, e), (f, g), Ink::Second);
        let diagram = Diagram::new("Anything.")
            .arrow_between(&circle, &square, Ink::Whole)
            .words(Words::new("𝑍", (a, e), Ink::Whole).size(h))
            .outline(circle)
            .outline(square.rounded(h));
        if let Ok(picture) = draw(diagram) {
            prop_assert!(Document::parse(&picture.svg).is_ok());
        }
    }

    #[test]
    fn the_border_of_a_shape_lies_between_its_middle_and_what_it_looks_at(
        (x, y) in (0.0..500.0, 0.0..500.0),
        angle in 0.0..6.3,
        size in 1.0..40.0,
    ) {
        let (sin, cos) = libm::sincos(angle);
        let far = (x + 200.0 * cos, y + 200.0 * sin);
        let circle = Outline::circle((x, y), size, Ink::Whole);
        let square =
            Outline::rectangle_around((x, y), (2.0 * size, 2.0 * size), Ink::Whole);
        let distance = |(left, top): (f64, f64)| libm::hypot(left - x, top - y);
        prop_assert!((distance(circle.border(far)) - size).abs() < 1e-9);
        let corner = square.border(far);
        let longest = (corner.0 - x).abs().max((corner.1 - y).abs());
        prop_assert!((longest - size).abs() < 1e-9);
        prop_assert!(distance(corner) + libm::hypot(far.0 - corner.0, far.1 - corner.1) < 200.0 + 1e-9);
    }
}
