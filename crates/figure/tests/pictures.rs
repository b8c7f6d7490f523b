//! Every shape as it is drawn, and every refusal word by word.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use figure::{Axis, Ink, Panel, Picture, Plot};
use proptest::prelude::*;
use roxmltree::Document;

fn unit_panel() -> Panel {
    Panel::new(Axis::new("x", 0.0, 1.0), Axis::new("y", 0.0, 1.0))
}

fn draw(panel: Panel) -> Result<Picture, String> {
    let plot = Plot::new("A picture").panel(panel);
    plot.draw("picture").map_err(|error| error.to_string())
}

fn refusal(panel: Panel) -> String {
    draw(panel).unwrap_err()
}

#[test]
fn every_shape_is_drawn_as_it_was_last_looked_at() {
    let tent = [(0.0, 0.0), (0.5, 0.8), (1.0, 0.0)];
    let panel = unit_panel()
        .heading("All shapes")
        .span(0.1, 0.2, "span")
        .bars("bars", [0.0, 0.25, 0.5], [0.2, 0.4], Ink::Muted)
        .stacked_bars("on top", [0.0, 0.25], [0.2], [0.3], Ink::Second)
        .area("", tent, Ink::First)
        .line("tent", tent, Ink::First)
        .dashed_line("roof", [(0.0, 0.9), (1.0, 0.9)], Ink::Second)
        .dots("dots", [(0.8, 0.7), (0.9, 0.6)], Ink::Whole)
        .rule(0.6, "rule")
        .level(0.5, "level")
        .note(0.75, 0.2, "note", Ink::Accent);
    let picture = draw(panel).unwrap();
    insta::assert_snapshot!("all-shapes", picture.svg);
    insta::assert_snapshot!("all-shapes-described", picture.description);
    insta::assert_debug_snapshot!("all-shapes-as-a-table", picture.table);
}

#[test]
fn a_picture_of_its_own_follows_light_and_dark() {
    let line = unit_panel().line("", [(0.0, 0.0), (1.0, 1.0)], Ink::First);
    let file = draw(line).unwrap().standalone();
    Document::parse(&file).unwrap();
    for ink in Ink::ALL {
        // Once for light, once for dark.
        let declared = format!("  {}: #", ink.property());
        assert_eq!(file.matches(&declared).count(), 2);
    }
}

#[test]
fn a_refusal_is_a_picture_that_says_why() {
    let reason = "bin_width must be finite and positive, got -1.0";
    let picture = Picture::refusal("refused", reason);
    assert!(
        picture.svg.contains(reason) && picture.svg.contains("refused-title")
    );
    Document::parse(&picture.svg).unwrap();
}

#[test]
fn what_cannot_be_drawn_is_refused_by_name_index_and_value() {
    let none: [(f64, f64); 0] = [];
    let nan = [(0.0, 1.0), (1.0, f64::NAN)];
    assert_eq!(
        refusal(unit_panel().line("curve", none, Ink::First)),
        "curve: points must not be empty"
    );
    assert_eq!(
        refusal(unit_panel().area("", nan, Ink::First)),
        "area: y[1] must be finite, got NaN"
    );
    assert_eq!(
        refusal(unit_panel().rule(f64::INFINITY, "")),
        "rule: at must be finite, got inf"
    );
    assert_eq!(
        refusal(unit_panel().bars("", [0.0], [], Ink::First)),
        "bars: heights must not be empty"
    );
    assert_eq!(
        refusal(unit_panel().bars("", [0.0, 1.0], [1.0, 2.0], Ink::First)),
        "bars: edges must have 3 elements, got 2"
    );
    assert_eq!(
        refusal(unit_panel().bars("", [0.0, 1.0], [-2.0], Ink::First)),
        "bars: heights[0] must be at or above the bar's base, got -2.0"
    );
    assert_eq!(
        refusal(unit_panel().bars("", [0.0, 2.0, 1.0], [1.0, 2.0], Ink::First)),
        "bars: edges[2] must be above the edge before it, got 1.0"
    );
    assert_eq!(
        refusal(unit_panel().height(f64::NAN)),
        "height must be between 40 and 600, got NaN"
    );
    assert_eq!(
        refusal(Panel::new(Axis::new("x", 1.0, 0.0), Axis::new("y", 0.0, 1.0))),
        "x.max must be above its min, got 0.0"
    );
    assert_eq!(
        Plot::new("").draw("empty").unwrap_err().to_string(),
        "panels must not be empty"
    );
}

#[test]
fn one_point_is_drawn_and_so_are_points_that_are_all_equal() {
    for points in [vec![(0.5, 0.5)], vec![(0.5, 0.5); 9]] {
        let panel = unit_panel()
            .line("line", points.clone(), Ink::First)
            .area("", points.clone(), Ink::First)
            .dots("dots", points, Ink::Second);
        let svg = draw(panel).unwrap().svg;
        Document::parse(&svg).unwrap();
        for ink in [Ink::First, Ink::Second] {
            assert!(svg.contains(&format!("fill:var({}", ink.property())));
        }
    }
}

#[test]
fn an_area_that_rises_out_of_the_picture_is_filled_up_to_its_edge() {
    let drawn = |points: &[(f64, f64)]| {
        let panel = unit_panel().area("", points.to_vec(), Ink::First);
        draw(panel).unwrap().svg
    };
    let tower = [(0.0, 0.0), (0.5, 2.0), (1.0, 0.0)];
    let plateau =
        [(0.0, 0.0), (0.25, 1.0), (0.5, 1.0), (0.75, 1.0), (1.0, 0.0)];
    assert_eq!(drawn(&tower), drawn(&plateau));
}

#[test]
fn what_lies_outside_the_axes_is_cut_off_at_them() {
    let steep = [(-1.0, -5.0), (2.0, 5.0)];
    let svg = draw(unit_panel().line("", steep, Ink::First)).unwrap().svg;
    let document = Document::parse(&svg).unwrap();
    let path = document
        .descendants()
        .find(|node| {
            node.attribute("style")
                .is_some_and(|style| style.contains("--figure-first"))
        })
        .unwrap();
    // From the lower edge, at x = 0.5, to the upper one, at x = 0.8.
    insta::assert_snapshot!(path.attribute("d").unwrap(), @"M269.33 246.74l141.99-209.99");
}

proptest! {
    #[test]
    fn whatever_the_numbers_are_there_is_a_picture_or_a_refusal(
        points in prop::collection::vec((any::<f64>(), any::<f64>()), 0..6),
        bounds in prop::array::uniform4(any::<f64>()),
        at in any::<f64>(),
    ) {
        let [left, right, low, high] = bounds;
        let panel = Panel::new(Axis::new("x", left, right), Axis::new("y", low, high))
            .line("line", points.clone(), Ink::First)
            .area("", points.clone(), Ink::First)
            .dots("dots", points, Ink::Second)
            .rule(at, "rule")
            .note(at, at, "note", Ink::Accent);
        if let Ok(picture) = draw(panel) {
            prop_assert!(Document::parse(&picture.svg).is_ok());
        }
    }

    #[test]
    fn the_same_plot_gives_the_same_bytes(
        points in prop::collection::vec((0.0..1.0, 0.0..1.0), 1..9),
    ) {
        let panel = || unit_panel().line("line", points.clone(), Ink::First);
        prop_assert_eq!(draw(panel()), draw(panel()));
    }
}
