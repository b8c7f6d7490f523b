//! Puts panels and diagrams under each other.

use plotters::prelude::*;

use crate::{
    Diagram, Error, Frame, Ink, Panel,
    backend::pixels,
    canvas::{
        AXIS_WIDTH, Canvas, Failure, HEADING_SIZE, draw_heading, drawn, words,
        write,
    },
    draw_diagram, draw_panel,
    geometry::WIDTH,
    ink::Pen,
    labels,
    plan::{Plan, ROW, left_margin},
    plot::Band,
    text,
};

/// Draws the bands of a plot one under the other; returns the picture's size and the content of
/// its `<svg>`.
pub(crate) fn bands(bands: &[Band]) -> Result<((f64, f64), String), Error> {
    let placed = placed(bands);
    let bottom = placed.last().map_or(0.0, Placed::bottom);
    let size = (WIDTH, libm::ceil(bottom));
    let body = drawn(size, |canvas| {
        placed.iter().try_for_each(|band| band.draw(canvas))
    })?;
    Ok((size, body))
}

/// Where the panels of a plot stand, and what they show.
pub(crate) fn frames(bands: &[Band]) -> Vec<Frame> {
    let frame = |band| match band {
        Placed::Panel(panel, Plan { plot, .. }) => Some(Frame {
            plot,
            x: [panel.x.min, panel.x.max],
            y: [panel.y.min, panel.y.max],
        }),
        Placed::Diagram(..) => None,
    };
    placed(bands).into_iter().filter_map(frame).collect()
}

/// The bands, each under the one before.
fn placed(bands: &[Band]) -> Vec<Placed<'_>> {
    let left = bands.iter().map(|band| match band {
        Band::Panel(panel) => left_margin(panel),
        Band::Diagram(_) => 0.0,
    });
    let left = left.fold(0.0, f64::max);
    let mut top = 0.0;
    let band = |band| {
        let band = Placed::of(band, left, top);
        top = band.bottom();
        band
    };
    bands.iter().map(band).collect()
}

/// A band and where it goes.
enum Placed<'a> {
    Panel(&'a Panel, Plan),
    Diagram(&'a Diagram, f64),
}

impl<'a> Placed<'a> {
    fn of(band: &'a Band, left: f64, top: f64) -> Self {
        match band {
            Band::Panel(panel) => {
                Self::Panel(panel, Plan::new(panel, left, top))
            }
            Band::Diagram(diagram) => Self::Diagram(diagram, top),
        }
    }

    /// Where the next band may begin.
    fn bottom(&self) -> f64 {
        match self {
            Self::Panel(_, plan) => plan.bottom,
            Self::Diagram(diagram, top) => {
                top + heading_height(diagram) + diagram.height()
            }
        }
    }

    fn draw(&self, canvas: &Canvas) -> Result<(), Failure> {
        match self {
            Self::Panel(panel, plan) => draw_panel::draw(canvas, panel, plan),
            Self::Diagram(diagram, top) => {
                let height = heading_height(diagram);
                draw_heading(canvas, &diagram.heading, top + height - 13.0)?;
                draw_diagram::draw(canvas, diagram, top + height)
            }
        }
    }
}

/// How high the line over a diagram is; a diagram without one begins where it begins.
fn heading_height(diagram: &Diagram) -> f64 {
    if diagram.heading.is_empty() { 0.0 } else { 9.0 + ROW }
}

/// Draws the reason why there is no picture; returns its size and the content of its `<svg>`.
pub(crate) fn refusal(title: &str, reason: &str) -> ((f64, f64), String) {
    let lines = wrapped(reason, WIDTH - 60.0);
    let size = (WIDTH, 84.0 + ROW * lines.len() as f64);
    let body = drawn(size, |canvas| {
        let frame = Rectangle::new(
            [
                (pixels(8.0), pixels(8.0)),
                (pixels(WIDTH - 8.0), pixels(size.1 - 8.0)),
            ],
            Pen::new(Ink::Muted).stroke_width(pixels(AXIS_WIDTH) as u32),
        );
        canvas.draw(&frame)?;
        write(
            canvas,
            title,
            (30.0, 36.0),
            &words(Ink::Second, HEADING_SIZE, true),
        )?;
        lines.iter().zip(1..).try_for_each(|(line, row)| {
            let place = (30.0, 38.0 + ROW * f64::from(row));
            write(canvas, line, place, &words(Ink::Whole, labels::SIZE, false))
        })
    });
    // Nothing here can fail: the backend writes into a String.
    (size, body.unwrap_or_default())
}

/// A text in lines that are no wider than `room`.
fn wrapped(text: &str, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line)
                if text::text_width(
                    &format!("{line} {word}"),
                    labels::SIZE,
                    false,
                ) <= room =>
            {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
