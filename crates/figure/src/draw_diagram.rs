//! Draws a diagram with plotters.

use std::f64::consts::FRAC_1_SQRT_2;

use plotters::{
    prelude::*,
    style::text_anchor::{HPos, Pos, VPos},
};

use crate::{
    Outline, Stroke,
    backend::pixels,
    canvas::{Canvas, Failure, words, write},
    diagram::Mark,
    geometry::Rect,
    ink::Pen,
    outline::Form,
};

/// How long the head of an arrow is.
const HEAD: f64 = 9.0;

/// How wide the head of an arrow is, to either side of its shaft.
const HALF_HEAD: f64 = 3.4;

/// The ends of the chords of a round corner, from straight up to straight right: sine and cosine.
/// They are written down, since computing them would load the code that reduces any angle.
const CORNER: [(f64, f64); 9] = [
    (0.0, 1.0),
    (0.195_090_322_016_128_28, 0.980_785_280_403_230_4),
    (0.382_683_432_365_089_8, 0.923_879_532_511_286_7),
    (0.555_570_233_019_602_2, 0.831_469_612_302_545_2),
    (FRAC_1_SQRT_2, FRAC_1_SQRT_2),
    (0.831_469_612_302_545_2, 0.555_570_233_019_602_2),
    (0.923_879_532_511_286_7, 0.382_683_432_365_089_8),
    (0.980_785_280_403_230_4, 0.195_090_322_016_128_28),
    (1.0, 0.0),
];

/// Draws a diagram's marks with the zero of its places at `corner`.
pub(crate) fn draw(
    canvas: &Canvas,
    marks: &[Mark],
    corner: (f64, f64),
) -> Result<(), Failure> {
    let (left, top) = corner;
    marks.iter().try_for_each(|mark| match mark {
        Mark::Outline(outline) => draw_outline(canvas, outline, corner),
        Mark::Path { points, stroke, head } => {
            let points: Vec<_> =
                points.iter().map(|(x, y)| (x + left, y + top)).collect();
            draw_path(canvas, &points, *stroke, *head)
        }
        Mark::Words(line) => {
            let start = Pos::new(HPos::Left, VPos::Center);
            line.lines().into_iter().try_for_each(|(text, (x, y), size)| {
                let style = words(line.ink, size, line.bold).pos(start);
                write(canvas, text, (x + left, y + top), &style)
            })
        }
    })
}

fn pen(stroke: Stroke) -> ShapeStyle {
    Pen::new(stroke.ink)
        .dash(stroke.dash)
        .stroke_width(pixels(stroke.width()) as u32)
}

fn on_grid((x, y): (f64, f64)) -> (i32, i32) {
    (pixels(x), pixels(y))
}

fn draw_outline(
    canvas: &Canvas,
    outline: &Outline,
    (left, top): (f64, f64),
) -> Result<(), Failure> {
    let tint = Pen::new(outline.stroke.ink).opacity(outline.fill).filled();
    let filled = outline.fill > 0.0;
    match outline.form {
        Form::Circle { center: (x, y), radius } => {
            let (center, radius) =
                (on_grid((x + left, y + top)), pixels(radius));
            if filled {
                canvas.draw(&Circle::new(center, radius, tint))?;
            }
            canvas.draw(&Circle::new(center, radius, pen(outline.stroke)))
        }
        Form::Box { rect, rounding } => {
            let moved = Rect {
                left: rect.left + left,
                top: rect.top + top,
                right: rect.right + left,
                bottom: rect.bottom + top,
            };
            let border = border(&moved, rounding);
            if filled {
                canvas.draw(&Polygon::new(border.clone(), tint))?;
            }
            canvas.draw(&PathElement::new(border, pen(outline.stroke)))
        }
    }
}

/// The border of a box with round corners, once around and a little on, so that its ends meet.
fn border(rect: &Rect, rounding: f64) -> Vec<(i32, i32)> {
    let half = (rect.right - rect.left).min(rect.bottom - rect.top) / 2.0;
    let radius = rounding.min(half);
    let inner = rect.grown(-radius);
    // Each corner, and which way is up there and which is right, a quarter of a turn farther.
    let corners = [
        ((inner.right, inner.top), (0.0, -1.0)),
        ((inner.right, inner.bottom), (1.0, 0.0)),
        ((inner.left, inner.bottom), (0.0, 1.0)),
        ((inner.left, inner.top), (-1.0, 0.0)),
    ];
    let mut border = Vec::new();
    for ((x, y), (up_x, up_y)) in corners {
        let ends = if radius > 0.0 { &CORNER[..] } else { &CORNER[..1] };
        border.extend(ends.iter().map(|(sin, cos)| {
            let (dx, dy) = (cos * up_x - sin * up_y, cos * up_y + sin * up_x);
            on_grid((x + radius * dx, y + radius * dy))
        }));
    }
    let closing: Vec<_> = border.iter().take(2).copied().collect();
    border.extend(closing);
    border
}

fn draw_path(
    canvas: &Canvas,
    points: &[(f64, f64)],
    stroke: Stroke,
    head: bool,
) -> Result<(), Failure> {
    let mut shaft = points.to_vec();
    let ends = (points[points.len() - 2], points[points.len() - 1]);
    let length = libm::hypot(ends.1.0 - ends.0.0, ends.1.1 - ends.0.1);
    if head && length > 0.0 {
        let (dx, dy) =
            ((ends.1.0 - ends.0.0) / length, (ends.1.1 - ends.0.1) / length);
        let tip = ends.1;
        let foot = (tip.0 - HEAD * dx, tip.1 - HEAD * dy);
        let wing = if stroke.heavy { 1.3 * HALF_HEAD } else { HALF_HEAD };
        let wings = [1.0, -1.0]
            .map(|side| (foot.0 - side * wing * dy, foot.1 + side * wing * dx));
        // The shaft stops inside the head, where its blunt end cannot be seen.
        let last = shaft.len() - 1;
        let back = (HEAD - 1.0).min(length);
        shaft[last] = (tip.0 - back * dx, tip.1 - back * dy);
        let triangle = vec![on_grid(tip), on_grid(wings[0]), on_grid(wings[1])];
        canvas.draw(&Polygon::new(triangle, Pen::new(stroke.ink).filled()))?;
    }
    let shaft: Vec<_> = shaft.into_iter().map(on_grid).collect();
    canvas.draw(&PathElement::new(shaft, pen(stroke)))
}

#[cfg(test)]
mod tests {
    use super::CORNER;

    #[test]
    fn the_ends_of_the_chords_are_equally_far_apart_on_the_circle() {
        for (chord, (sin, cos)) in (0..9).zip(CORNER) {
            let angle = f64::from(chord) * std::f64::consts::FRAC_PI_2 / 8.0;
            assert!((libm::sin(angle) - sin).abs() < 1e-15);
            assert!((libm::cos(angle) - cos).abs() < 1e-15);
        }
    }
}
