//! The book's figures in the reader's browser: a figure's name and the values of its controls in,
//! its picture out.
//!
//! There is nothing here but a table of contents and one call. What draws is the chapter's own
//! function, the one that drew the still picture of the page and that the chapter's tests look at.
//! `cargo book build` compiles the crate to WebAssembly once for each chapter, with the feature of
//! its name, so that a page loads no other chapter's figures.

mod answer;
mod json;
mod moving;
#[cfg(feature = "own-data")]
mod own_data;

pub use answer::{Drawing, drawing};
#[cfg(feature = "own-data")]
pub use own_data::OwnData;

use chapter::Figure;
use moving::moving;
use wasm_bindgen::prelude::wasm_bindgen;

/// The figures that were compiled in, by the names by which the prose calls their chapters: those
/// that have a control.
pub const FIGURES: &[(&str, &[Figure])] = &[
    #[cfg(feature = "ch01")]
    ("ch01", moving!(ch01)),
    #[cfg(feature = "ch02")]
    ("ch02", moving!(ch02)),
    #[cfg(feature = "ch03")]
    ("ch03", moving!(ch03)),
    #[cfg(feature = "ch04")]
    ("ch04", moving!(ch04)),
    #[cfg(feature = "ch05")]
    ("ch05", moving!(ch05)),
    #[cfg(feature = "ch06")]
    ("ch06", moving!(ch06)),
];

/// Draws the figure that the prose calls `name`, such as `ch03/map`, with its controls set to
/// `values`, in their order.
///
/// The answer is JSON: `{"svg": …, "table": …, "facts": {NAME: TEXT, …}}`, or `{"refusal": …}` with
/// the reason in words.
///
/// # Examples
///
/// ```
/// let drawn = live::draw("ch02/strips", &[20.0]);
/// assert!(drawn.starts_with(r#"{"svg":"<svg"#));
/// assert_eq!(
///     live::draw("ch02/stripes", &[]),
///     r#"{"refusal":"no figure is called `ch02/stripes`"}"#,
/// );
/// ```
#[wasm_bindgen(skip_jsdoc)]
#[must_use]
pub fn draw(name: &str, values: &[f64]) -> String {
    answer::answer(drawing(name, values))
}
