//! Puts panels and diagrams under each other.

use plotters::prelude::*;

use crate::{
    Error, Frame, Ink, Panel, WIDE,
    backend::pixels,
    canvas::{
        AXIS_WIDTH, Canvas, Failure, HEADING_SIZE, ROW, draw_heading, drawn,
        heading_lines, words, write,
    },
    diagram::{Mark, height},
    draw_diagram, draw_panel,
    ink::Pen,
    labels,
    plan::{Plan, left_margin},
    plot::Band,
    text::wrapped,
};

/// What is drawn: how large, the content of its `<svg>`, and where its panels stand.
pub(crate) struct Drawn {
    pub(crate) size: (f64, f64),
    pub(crate) body: String,
    pub(crate) frames: Vec<Frame>,
}

/// Draws the bands of a plot one under the other.
pub(crate) fn bands(
    id: &str,
    bands: &[Band],
    width: f64,
) -> Result<Drawn, Error> {
    let placed = placed(bands, width);
    let bottom = placed.last().map_or(0.0, Placed::bottom);
    let size = (width, libm::ceil(bottom));
    let body = drawn(id, size, |canvas| {
        placed.iter().try_for_each(|band| band.draw(canvas))
    })?;
    Ok(Drawn {
        size,
        body,
        frames: placed.iter().filter_map(Placed::frame).collect(),
    })
}

/// Where the panels of a plot stand, and what they show.
pub(crate) fn frames(bands: &[Band], width: f64) -> Vec<Frame> {
    placed(bands, width).iter().filter_map(Placed::frame).collect()
}

/// The bands, each under the one before.
fn placed(bands: &[Band], width: f64) -> Vec<Placed<'_>> {
    let left = bands.iter().map(|band| match band {
        Band::Panel(panel) => left_margin(panel),
        Band::Diagram(_) => 0.0,
    });
    let left = left.fold(0.0, f64::max);
    let mut top = 0.0;
    let band = |band| {
        let band = Placed::of(band, (left, top), width);
        top = band.bottom();
        band
    };
    bands.iter().map(band).collect()
}

/// A band and where it goes.
enum Placed<'a> {
    Panel(&'a Panel, Plan),
    Diagram { marks: &'a [Mark], heading: Vec<String>, corner: (f64, f64) },
}

impl<'a> Placed<'a> {
    fn of(band: &'a Band, (left, top): (f64, f64), width: f64) -> Self {
        match band {
            Band::Panel(panel) => {
                Self::Panel(panel, Plan::new(panel, (left, top), width))
            }
            Band::Diagram(diagram) => {
                let heading = heading_lines(&diagram.heading, width);
                let (marks, left) = diagram.marks(width);
                let corner = (left, top + heading_height(&heading));
                Self::Diagram { marks, heading, corner }
            }
        }
    }

    /// Where a panel stands, and what it shows.
    fn frame(&self) -> Option<Frame> {
        match self {
            Self::Panel(panel, Plan { plot, .. }) => Some(Frame {
                plot: *plot,
                x: [panel.x.min, panel.x.max],
                y: [panel.y.min, panel.y.max],
            }),
            Self::Diagram { .. } => None,
        }
    }

    /// Where the next band may begin.
    fn bottom(&self) -> f64 {
        match self {
            Self::Panel(_, plan) => plan.bottom,
            Self::Diagram { marks, corner, .. } => corner.1 + height(marks),
        }
    }

    fn draw(&self, canvas: &Canvas) -> Result<(), Failure> {
        match self {
            Self::Panel(panel, plan) => draw_panel::draw(canvas, panel, plan),
            Self::Diagram { marks, heading, corner } => {
                draw_heading(canvas, heading, corner.1 - 13.0)?;
                draw_diagram::draw(canvas, marks, *corner)
            }
        }
    }
}

/// How high the lines over a diagram are; a diagram without any begins where it begins.
fn heading_height(lines: &[String]) -> f64 {
    if lines.is_empty() { 0.0 } else { 9.0 + ROW * lines.len() as f64 }
}

/// Draws the reason why there is no picture.
pub(crate) fn refusal(id: &str, title: &str, reason: &str) -> Drawn {
    let lines = wrapped(reason, WIDE - 60.0, labels::SIZE);
    let size = (WIDE, 84.0 + ROW * lines.len() as f64);
    let body = drawn(id, size, |canvas| {
        let frame = Rectangle::new(
            [
                (pixels(8.0), pixels(8.0)),
                (pixels(WIDE - 8.0), pixels(size.1 - 8.0)),
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
    Drawn { size, body: body.unwrap_or_default(), frames: Vec::new() }
}
