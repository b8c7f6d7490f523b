//! Themed, accessible SVG figures, drawn with [plotters].
//!
//! A [`Plot`] says what is to be seen: panels with axes, curves, bars, rules and labels. Drawing
//! it gives a [`Picture`]: an SVG element whose colours are the page's, so that light and dark
//! are one file; whose text is measured by a table of its own and not by the fonts of the
//! machine, so that the bytes are the same everywhere; and which carries its title, its
//! description and its numbers for those who cannot see it.
//!
//! ```
//! use figure::{Axis, Ink, Panel, Plot};
//!
//! # fn main() -> Result<(), figure::Error> {
//! let parabola = (0..=20).map(|i| f64::from(i) / 10.0).map(|x| (x, x * (2.0 - x)));
//! let panel = Panel::new(Axis::new("x", 0.0, 2.0), Axis::new("height", 0.0, 1.2))
//!     .line("x(2 − x)", parabola, Ink::First)
//!     .rule(1.0, "the top");
//! let picture = Plot::new("A parabola").panel(panel).draw("parabola")?;
//! assert!(picture.svg.starts_with("<svg"));
//! assert!(picture.description.contains("highest at 1"));
//! # Ok(())
//! # }
//! ```
//!
//! A [`Diagram`] has no axes: circles, boxes, arrows and words stand in it at places of their own.
//! A plot may have diagrams and panels, one under the other.
//!
//! The crate knows nothing of probability: it draws the numbers that it is given.

mod axis;
mod backend;
mod canvas;
mod curve;
mod describe;
mod diagram;
mod draw_diagram;
mod draw_panel;
mod error;
mod geometry;
mod grey;
mod ink;
mod labels;
mod outline;
mod panel;
mod picture;
mod plan;
mod plot;
mod render;
mod table;
mod text;
mod words;

pub use axis::Axis;
pub use curve::{curve, heights};
pub use diagram::Diagram;
pub use error::Error;
pub use geometry::{NARROW, Rect, WIDE};
pub use ink::{Ink, Theme, declarations};
pub use outline::{Outline, Stroke};
pub use panel::Panel;
pub use picture::Picture;
pub use plot::{Frame, Plot};
pub use table::Table;
pub use text::{escaped, number, on_one_line, text_width, wrapped};
pub use words::Words;

use ink::Dash;
