//! plotters' drawing backend that writes themed SVG.

use std::{convert::Infallible, fmt::Write};

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend,
    DrawingErrorKind, FontStyle,
    text_anchor::{HPos, VPos},
};

use crate::{
    ink::{Dash, Ink, Pen},
    text,
};

/// How many of plotters' pixels one user unit of the picture has.
///
/// plotters counts pixels in whole numbers. On a grid this fine its rounding cannot be seen.
pub(crate) const GRID: f64 = 100.0;

/// A number of user units in plotters' pixels.
pub(crate) fn pixels(units: f64) -> i32 {
    libm::round(units * GRID) as i32
}

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

/// Writes what plotters draws as the children of an SVG element.
pub(crate) struct Backend<'a> {
    /// The `id` of the picture.
    id: &'a str,
    size: (f64, f64),
    out: &'a mut String,
}

impl<'a> Backend<'a> {
    /// A backend for a picture of `size` user units.
    pub(crate) fn new(
        id: &'a str,
        size: (f64, f64),
        out: &'a mut String,
    ) -> Self {
        Self { id, size, out }
    }

    fn filled<S: BackendStyle>(&self, style: &S) -> String {
        let color = style.color();
        if Pen::read(color).is_some_and(|pen| pen.hatched) {
            format!("fill:url(#{})", hatching_id(self.id))
        } else {
            paint("fill", color)
        }
    }

    /// One element; numbers in it are user units with at most two decimals.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "every method of the backend ends with an element, and has to return this"
    )]
    fn element(&mut self, element: &str) -> Outcome {
        self.out.push_str(element);
        Ok(())
    }

    fn path(&mut self, data: &str, style: &str) -> Outcome {
        self.element(&format!(r#"<path d="{data}" style="{style}"/>"#))
    }
}

impl DrawingBackend for Backend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (pixels(self.size.0) as u32, pixels(self.size.1) as u32)
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(
        &mut self,
        (x, y): BackendCoord,
        color: BackendColor,
    ) -> Outcome {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Outcome {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome {
        let [x, y, width, height] =
            [left, top, right - left, bottom - top].map(units);
        let style = if fill { self.filled(style) } else { stroked(style) };
        self.element(&format!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" style="{style}"/>"#
        ))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        self.path(&path_data(path), &stroked(style))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Outcome {
        let [x, y, radius] = [x, y, radius.cast_signed()].map(units);
        let style = if fill { self.filled(style) } else { stroked(style) };
        self.element(&format!(
            r#"<circle cx="{x}" cy="{y}" r="{radius}" style="{style}"/>"#
        ))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        style: &S,
    ) -> Outcome {
        let style = self.filled(style);
        self.path(&(path_data(vertices) + "z"), &style)
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        (x, y): BackendCoord,
    ) -> Outcome {
        let size = pixels(style.size() / GRID);
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        let below = match style.anchor().v_pos {
            VPos::Top => text::ASCENT,
            VPos::Center => (text::ASCENT - text::DESCENT) / 2.0,
            VPos::Bottom => -text::DESCENT,
        };
        let y = y + libm::round(f64::from(size) * below) as i32;
        let weight = if matches!(style.style(), FontStyle::Bold) {
            ";font-weight:700"
        } else {
            ""
        };
        let [x, y, size] = [x, y, size].map(units);
        let style = paint("fill", style.color());
        let text = text::escaped(text);
        self.element(&format!(
            r#"<text x="{x}" y="{y}" text-anchor="{anchor}" style="{style};font-size:{size}px{weight}">{text}</text>"#
        ))
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let width = text::text_width(text, style.size(), bold);
        let height = style.size() * (text::ASCENT + text::DESCENT);
        Ok((libm::ceil(width) as u32, libm::ceil(height) as u32))
    }
}

/// A count of pixels in user units, as short as it can be written: `12`, `.05`, `-3.5`.
fn units(pixels: i32) -> String {
    let mut text = String::new();
    push_units(&mut text, pixels);
    text
}

/// Appends what [`units`] writes: a pixel is a hundredth, and a path has thousands of them.
fn push_units(out: &mut String, pixels: i32) {
    if pixels < 0 {
        out.push('-');
    }
    let pixels = pixels.unsigned_abs();
    let (whole, hundredths) = (pixels / 100, pixels % 100);
    if whole > 0 || hundredths == 0 {
        let _ = write!(out, "{whole}");
    }
    let digit = |value: u32| char::from(b'0' + value as u8);
    if hundredths > 0 {
        out.extend(['.', digit(hundredths / 10)]);
        out.extend((hundredths % 10 > 0).then(|| digit(hundredths % 10)));
    }
}

/// A path's first point and, from there, each step to the next.
fn path_data(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut points = points.into_iter();
    let Some((mut x0, mut y0)) = points.next() else {
        return String::new();
    };
    let mut data = String::from("M");
    push_units(&mut data, x0);
    data.push(' ');
    push_units(&mut data, y0);
    let mut separator = "l";
    for (x, y) in points {
        if (x, y) == (x0, y0) {
            continue;
        }
        for step in [x - x0, y - y0] {
            // A minus sign parts two numbers as well as a space does.
            if separator == "l" || step >= 0 {
                data.push_str(separator);
            }
            push_units(&mut data, step);
            separator = " ";
        }
        (x0, y0) = (x, y);
    }
    data
}

fn stroked<S: BackendStyle>(style: &S) -> String {
    let color = style.color();
    let dash = match Pen::read(color).map(|pen| pen.dash) {
        Some(Dash::Dashed) => ";stroke-dasharray:6 4",
        Some(Dash::Dotted) => ";stroke-dasharray:1.5 3",
        Some(Dash::Alternating) => ";stroke-dasharray:7 3 1.5 3",
        Some(Dash::Solid) | None => "",
    };
    let width = units(style.stroke_width().cast_signed());
    let paint = paint("stroke", color);
    format!("fill:none;{paint};stroke-width:{width}{dash}")
}

fn hatching_id(id: &str) -> String {
    format!("{}-hatching", text::escaped(id))
}

/// The content of a picture, and before it what its fills refer to.
pub(crate) fn with_hatching(id: &str, body: String) -> String {
    let id = hatching_id(id);
    if !body.contains(&format!("fill:url(#{id})")) {
        return body;
    }
    let ink = Ink::Second.css();
    format!(
        concat!(
            r#"<defs><pattern id="{id}" width="5" height="5" patternUnits="userSpaceOnUse" "#,
            r#"patternTransform="rotate(45)"><rect width="5" height="5" style="fill:{ink};fill-opacity:.16"/>"#,
            r#"<path d="M2.5 0v5" style="stroke:{ink};stroke-opacity:.5"/></pattern></defs>{body}"#
        ),
        id = id,
        ink = ink,
        body = body,
    )
}

/// The declaration of one colour: the page's, by the name of the ink.
///
/// A colour that is not one of our pens is drawn in the ink of words, so that it can be seen.
fn paint(property: &str, color: BackendColor) -> String {
    let ink = Pen::read(color).map_or(Ink::Whole, |pen| pen.ink);
    let mut paint = format!("{property}:{}", ink.css());
    if color.alpha < 1.0 {
        let _ = write!(paint, ";{property}-opacity:{}", color.alpha);
    }
    paint
}

#[cfg(test)]
mod tests {
    use plotters::prelude::*;

    use super::*;

    fn drawn(draw: impl FnOnce(&mut Backend)) -> String {
        let mut svg = String::new();
        draw(&mut Backend::new("x", (100.0, 50.0), &mut svg));
        svg
    }

    #[test]
    fn a_path_is_written_in_short_steps_and_themed_ink() {
        let svg = drawn(|backend| {
            let pen = Pen::new(Ink::First).dash(Dash::Dashed).stroke_width(150);
            let path = [(0, 0), (250, 1005), (250, 1005), (260, 995)];
            backend.draw_path(path, &pen).unwrap();
        });
        insta::assert_snapshot!(svg, @r#"<path d="M0 0l2.5 10.05 .1-.1" style="fill:none;stroke:var(--figure-first,#005fa8);stroke-width:1.5;stroke-dasharray:6 4"/>"#);
    }

    #[test]
    fn text_is_placed_by_our_own_measure_and_escaped() {
        let svg = drawn(|backend| {
            let pen = Pen::new(Ink::Muted);
            let style = TextStyle::from(("serif", 1300.0)).color(&pen);
            backend.draw_text("a < b & c", &style, (1000, 2000)).unwrap();
        });
        insta::assert_snapshot!(svg, @r#"<text x="10" y="29.36" text-anchor="start" style="fill:var(--figure-muted,#5a616b);font-size:13px">a &lt; b &amp; c</text>"#);
    }

    #[test]
    fn plotters_measures_with_our_table() {
        let mut svg = String::new();
        let backend = Backend::new("x", (100.0, 50.0), &mut svg);
        let style = TextStyle::from(("serif", 1000.0));
        assert_eq!(backend.estimate_text_size("σ₁²", &style).unwrap().0, 1251);
    }
}
