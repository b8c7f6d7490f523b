//! The book's figures in the reader's browser: a figure's name and the values of its controls in,
//! its picture out.
//!
//! What draws is the chapter's own function, the one that drew the still picture of the page and
//! that the chapter's tests look at. The folders beside this crate's sources are the modules, one
//! for each chapter, so that a page loads no other chapter's figures, and one for the page *Your own
//! data*; `cargo book` compiles them to WebAssembly. This library is what they share.

pub mod json;

mod answer;
mod grip;
mod moving;

pub use answer::{Drawing, answer, draw, drawing};
pub use grip::Grip;
pub use moving::{count, pick};

/// The module of a chapter: exports `draw`, which the page calls.
///
/// All that stands in the module of chapter 2 is `live::figures!(ch02);`.
#[macro_export]
macro_rules! figures {
    ($chapter:ident) => {
        // What else the chapter has, such as the facts of its prose, is left behind.
        static FIGURES: [chapter::Figure;
            $crate::count($chapter::CHAPTER.figures)] =
            $crate::pick($chapter::CHAPTER.figures);

        /// Draws a figure, as [`live::draw`] does.
        #[wasm_bindgen::prelude::wasm_bindgen(skip_jsdoc)]
        #[must_use]
        pub fn draw(name: &str, values: &[f64], width: f64) -> String {
            $crate::draw(stringify!($chapter), &FIGURES, name, values, width)
        }
    };
}
