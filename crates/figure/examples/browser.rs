//! A picture drawn in a browser: what `figure` is on `wasm32-unknown-unknown`.
//!
//! `.ci/run` builds it and looks at what it asks of the browser.

use figure::{Axis, Ink, Panel, Plot};
use wasm_bindgen::prelude::wasm_bindgen;

/// A parabola with its top at `top`, as SVG; or the reason why there is none.
#[wasm_bindgen]
#[must_use]
pub fn parabola(top: f64) -> String {
    let points = (0..=40).map(|step| f64::from(step) / 20.0);
    let curve = points.map(|x| (x, 1.0 - (x - top) * (x - top)));
    let panel =
        Panel::new(Axis::new("x", 0.0, 2.0), Axis::new("height", -3.0, 1.1))
            .line("height", curve, Ink::First)
            .rule(top, "top");
    match Plot::new("A parabola").panel(panel).draw("parabola") {
        Ok(picture) => picture.svg,
        Err(error) => {
            figure::Picture::refusal("parabola", &error.to_string()).svg
        }
    }
}
