//! What panels and diagrams are drawn on, and how words are written on it.

use std::convert::Infallible;

use plotters::{
    coord::Shift,
    prelude::*,
    style::text_anchor::{HPos, Pos, VPos},
};

use crate::{
    Error, Ink,
    backend::{Backend, GRID, pixels, with_hatching},
    ink::Pen,
    text::{BOLD, wrapped},
};

/// The size of headings.
pub(crate) const HEADING_SIZE: f64 = 15.0;

/// How high a line of words over a panel or a diagram is.
pub(crate) const ROW: f64 = 21.0;

/// How thick axes and frames are.
pub(crate) const AXIS_WIDTH: f64 = 0.8;

pub(crate) type Canvas<'a> = DrawingArea<Backend<'a>, Shift>;
pub(crate) type Failure = DrawingAreaErrorKind<Infallible>;

/// What a drawing leaves on a canvas of this size.
pub(crate) fn drawn(
    id: &str,
    size: (f64, f64),
    draw: impl FnOnce(&Canvas) -> Result<(), Failure>,
) -> Result<String, Error> {
    let mut body = String::new();
    let canvas = Backend::new(id, size, &mut body).into_drawing_area();
    draw(&canvas).map_err(|failure| Error::Drawing(failure.to_string()))?;
    drop(canvas);
    Ok(with_hatching(id, body))
}

/// Letters of a size in user units.
///
/// The family is not looked up by its name: to read one in any case, the live figures would have
/// to carry Unicode's table of small letters.
pub(crate) fn words(ink: Ink, size: f64, bold: bool) -> TextStyle<'static> {
    let weight = if bold { FontStyle::Bold } else { FontStyle::Normal };
    TextStyle {
        color: Pen::new(ink).to_backend_color(),
        ..FontDesc::new(FontFamily::Serif, size * GRID, weight).into()
    }
}

pub(crate) fn write(
    canvas: &Canvas,
    text: &str,
    (x, y): (f64, f64),
    style: &TextStyle,
) -> Result<(), Failure> {
    if text.is_empty() {
        return Ok(());
    }
    canvas.draw_text(text, style, (pixels(x), pixels(y)))
}

/// The lines over a panel or a diagram.
pub(crate) fn heading_lines(heading: &str, width: f64) -> Vec<String> {
    wrapped(heading, (width - 4.0) / BOLD, HEADING_SIZE)
}

/// Writes the lines over a panel or a diagram, the last of them at a height.
pub(crate) fn draw_heading(
    canvas: &Canvas,
    lines: &[String],
    last: f64,
) -> Result<(), Failure> {
    let bold = words(Ink::Whole, HEADING_SIZE, true)
        .pos(Pos::new(HPos::Left, VPos::Center));
    lines.iter().rev().enumerate().try_for_each(|(above, line)| {
        let middle = last - ROW * above as f64;
        write(canvas, line, (2.0, middle), &bold)
    })
}
