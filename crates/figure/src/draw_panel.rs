//! Draws a panel with plotters.

use plotters::{
    coord::types::RangedCoordf64,
    prelude::*,
    style::text_anchor::{HPos, Pos, VPos},
};

use crate::{
    Dash, Ink, Panel,
    backend::{Backend, pixels},
    canvas::{AXIS_WIDTH, Canvas, Failure, ROW, draw_heading, words, write},
    geometry::{LARGEST, Rect, clip_polyline, pressed},
    ink::Pen,
    labels::{self, Label, Place},
    panel::{Layer, Mark, Shape},
    plan::{Plan, TICK_LENGTH, TICK_SIZE, to_units, visible_bars, window},
};

const CURVE_WIDTH: f64 = 1.9;
const RULE_WIDTH: f64 = 1.3;
const BAR_OPACITY: f64 = 0.32;
const AREA_OPACITY: f64 = 0.16;
const GHOST_OPACITY: f64 = 0.5;
const DOT_RADIUS: f64 = 2.6;

type Axes = Cartesian2d<RangedCoordf64, RangedCoordf64>;
type Chart<'a> = DrawingArea<Backend<'a>, Axes>;

/// Draws a panel where its plan says.
pub(crate) fn draw(
    canvas: &Canvas,
    panel: &Panel,
    plan: &Plan,
) -> Result<(), Failure> {
    let plot = &plan.plot;
    let corner = (pixels(plot.left), pixels(plot.top));
    let size = (pixels(plot.right - plot.left), pixels(plot.bottom - plot.top));
    let area = canvas.clone().shrink(corner, (size.0 as u32, size.1 as u32));
    let (across, down) = area.get_pixel_range();
    let chart = area.apply_coord_spec(Axes::new(
        panel.x.min..panel.x.max,
        panel.y.min..panel.y.max,
        (across.start..across.end - 1, down.end - 1..down.start),
    ));
    let window = window(panel);
    for ghost in panel.ghosts() {
        let pen = Pen::new(Ink::Muted).opacity(GHOST_OPACITY);
        draw_line(&chart, ghost, &window, (pen, CURVE_WIDTH))?;
    }
    for layer in &panel.layers {
        draw_layer(&chart, panel, layer)?;
    }
    draw_axes(canvas, panel, plan)?;
    draw_words(canvas, panel, plan)
}

fn draw_layer(
    chart: &Chart,
    panel: &Panel,
    layer: &Layer,
) -> Result<(), Failure> {
    let pen = Pen::new(layer.ink);
    let window = window(panel);
    let dot = |&point: &(f64, f64), radius: f64, mark: Mark| {
        if !window.contains(point) {
            return Ok(());
        }
        chart.draw(&Circle::new(point, pixels(radius), dot_style(pen, mark)))
    };
    let note = |point| dot(&point, DOT_RADIUS + 0.6, Mark::Full);
    match &layer.shape {
        Shape::Bars { .. } => {
            let bars = visible_bars(panel, &layer.shape);
            let fill = pen.fill(BAR_OPACITY).filled();
            let outline = pen.stroke_width(pixels(AXIS_WIDTH) as u32);
            [fill, outline].into_iter().try_for_each(|style| {
                bars.iter().try_for_each(|&[left, base, right, top]| {
                    let corners = [(left, base), (right, top)];
                    chart.draw(&Rectangle::new(corners, style))
                })
            })
        }
        Shape::Area(points) => {
            let base = 0.0_f64.clamp(panel.y.min, panel.y.max);
            // What rises out of the window is filled up to its edge.
            let tall = Rect { top: -LARGEST, bottom: LARGEST, ..window };
            let fill = pen.fill(AREA_OPACITY);
            clip_polyline(points, &tall).iter().try_for_each(|piece| {
                let mut area = pressed(piece, panel.y.min, panel.y.max);
                let (first, last) = (area[0].0, area[area.len() - 1].0);
                area.extend([(last, base), (first, base)]);
                chart.draw(&Polygon::new(area, fill))
            })
        }
        Shape::Line(points, dash) => {
            draw_line(chart, points, &window, (pen.dash(*dash), CURVE_WIDTH))?;
            match &points[..] {
                [point] => dot(point, DOT_RADIUS, Mark::Full),
                _ => Ok(()),
            }
        }
        Shape::Dots(points, mark) => {
            points.iter().try_for_each(|point| dot(point, DOT_RADIUS, *mark))
        }
        Shape::Rule(x) => {
            let ends = [(*x, panel.y.min), (*x, panel.y.max)];
            draw_line(chart, &ends, &window, rule(pen))
        }
        Shape::Level(y) => {
            let ends = [(panel.x.min, *y), (panel.x.max, *y)];
            draw_line(chart, &ends, &window, rule(pen))
        }
        Shape::Span(from, to) => {
            let [left, right] =
                [from, to].map(|x| x.clamp(panel.x.min, panel.x.max));
            let corners = [(left, panel.y.min), (right, panel.y.max)];
            let fill = pen.opacity(AREA_OPACITY).filled();
            chart.draw(&Rectangle::new(corners, fill))
        }
        Shape::Note(x, y) => note((*x, *y)),
        Shape::Drop(x, y) => {
            let ends = [(*x, *y), (*x, panel.y.min)];
            draw_line(chart, &ends, &window, rule(pen))?;
            note((*x, *y))
        }
    }
}

/// A disc, or a circle.
fn dot_style(pen: Pen, mark: Mark) -> ShapeStyle {
    match mark {
        Mark::Full => pen.filled(),
        Mark::Open => pen.stroke_width(pixels(AXIS_WIDTH) as u32),
    }
}

/// What a label in the key names, as it looks in the panel.
fn draw_swatch(
    canvas: &Canvas,
    panel: &Panel,
    label: &Label,
    (left, middle): (f64, f64),
) -> Result<(), Failure> {
    let pen = Pen::new(label.ink);
    let (dash, width) = match &panel.layers[label.layer].shape {
        Shape::Dots(_, mark) => {
            let at = (pixels(left + 11.0), pixels(middle));
            let style = dot_style(pen, *mark);
            let dot = Circle::new(at, pixels(DOT_RADIUS), style);
            return canvas.draw(&dot);
        }
        Shape::Bars { .. } => {
            let corners = [(left, middle - 5.0), (left + 22.0, middle + 5.0)];
            let corners = corners.map(|(x, y)| (pixels(x), pixels(y)));
            let outline = pen.stroke_width(pixels(AXIS_WIDTH) as u32);
            let fill = pen.fill(BAR_OPACITY).filled();
            return [fill, outline].into_iter().try_for_each(|style| {
                canvas.draw(&Rectangle::new(corners, style))
            });
        }
        Shape::Line(_, dash) => (*dash, CURVE_WIDTH),
        Shape::Rule(_) | Shape::Level(_) => (Dash::Dashed, RULE_WIDTH),
        _ => (Dash::Solid, 2.0 * CURVE_WIDTH),
    };
    let ends = [left, left + 22.0].map(|x| (pixels(x), pixels(middle)));
    let stroke = pen.dash(dash).stroke_width(pixels(width) as u32);
    canvas.draw(&PathElement::new(ends, stroke))
}

/// The stroke of a line across a panel.
fn rule(pen: Pen) -> (Pen, f64) {
    (pen.dash(Dash::Dashed), RULE_WIDTH)
}

/// Draws what a panel shows of a polyline, with a pen of a width.
fn draw_line(
    chart: &Chart,
    points: &[(f64, f64)],
    window: &Rect,
    (pen, width): (Pen, f64),
) -> Result<(), Failure> {
    let stroke = pen.stroke_width(pixels(width) as u32);
    clip_polyline(points, window)
        .into_iter()
        .try_for_each(|piece| chart.draw(&PathElement::new(piece, stroke)))
}

fn draw_axes(
    canvas: &Canvas,
    panel: &Panel,
    plan: &Plan,
) -> Result<(), Failure> {
    let plot = &plan.plot;
    let units = to_units(panel, plot);
    let stroke = Pen::new(Ink::Muted).stroke_width(pixels(AXIS_WIDTH) as u32);
    let line = |ends: [(f64, f64); 2]| {
        let ends = ends.map(|(x, y)| (pixels(x), pixels(y)));
        canvas.draw(&PathElement::new(ends, stroke))
    };
    line([(plot.left, plot.bottom), (plot.right, plot.bottom)])?;
    line([(plot.left, plot.top), (plot.left, plot.bottom)])?;
    let numbers = words(Ink::Muted, TICK_SIZE, false);
    let below = numbers.pos(Pos::new(HPos::Center, VPos::Top));
    for tick in &plan.x_ticks {
        let (x, y) = units((tick.at, panel.y.min));
        line([(x, y), (x, y + TICK_LENGTH)])?;
        write(canvas, &tick.text, (x, y + TICK_LENGTH + 3.0), &below)?;
    }
    let beside = words(Ink::Muted, TICK_SIZE, false)
        .pos(Pos::new(HPos::Right, VPos::Center));
    for tick in &plan.y_ticks {
        let (x, y) = units((panel.x.min, tick.at));
        line([(x - TICK_LENGTH, y), (x, y)])?;
        write(canvas, &tick.text, (x - TICK_LENGTH - 3.0, y), &beside)?;
    }
    Ok(())
}

fn draw_words(
    canvas: &Canvas,
    panel: &Panel,
    plan: &Plan,
) -> Result<(), Failure> {
    let plot = &plan.plot;
    let start = Pos::new(HPos::Left, VPos::Center);
    let rows = plan.key(panel);
    let middle = plot.top - 13.0 - ROW * plan.rows as f64;
    // The vertical axis is named over its end, so that nobody has to tilt their head.
    let name = words(Ink::Muted, TICK_SIZE, false).pos(start);
    write(canvas, &panel.y.label, (2.0, middle), &name)?;
    let below = if panel.y.label.is_empty() { 0.0 } else { ROW };
    draw_heading(canvas, &plan.heading, middle - below)?;
    let [lower, upper] = &panel.x.ends;
    let ends = plot.bottom + 25.0;
    let center = f64::midpoint(plot.left, plot.right);
    for (text, at, side) in [
        (panel.x.label.as_str(), (center, plan.x_name), HPos::Center),
        (lower, (plot.left, ends), HPos::Left),
        (upper, (plot.right, ends), HPos::Right),
    ] {
        let style =
            words(Ink::Muted, TICK_SIZE, false).pos(Pos::new(side, VPos::Top));
        write(canvas, text, at, &style)?;
    }
    // The first row of the key stands beside the vertical axis's name.
    let first = if panel.y.label.is_empty() { middle + ROW } else { middle };
    for (nth, row) in rows.iter().enumerate() {
        let middle = first + ROW * nth as f64;
        for &(shift, label) in row {
            let left = plot.left + shift;
            draw_swatch(canvas, panel, label, (left, middle))?;
            let style = words(label.ink, labels::SIZE, false).pos(start);
            write(canvas, &label.text, (left + 28.0, middle), &style)?;
        }
    }
    for (label, place) in &plan.labels {
        if let Some(Place { rect, .. }) = place {
            let style = words(label.ink, labels::SIZE, false).pos(start);
            let middle = f64::midpoint(rect.top, rect.bottom);
            write(canvas, &label.text, (rect.left, middle), &style)?;
        }
    }
    Ok(())
}
