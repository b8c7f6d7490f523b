use crate::{Diagram, Panel, Rect, WIDE, render};

/// What a figure shows: a title, and panels and diagrams, one under the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    pub(crate) title: String,
    pub(crate) width: f64,
    pub(crate) bands: Vec<Band>,
}

/// What a plot is made of: each from one edge of the picture to the other.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Band {
    Panel(Panel),
    Diagram(Diagram),
}

/// Where a panel stands in the picture, in its user units, and what it shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The rectangle between the ends of its axes.
    pub plot: Rect,
    /// What the horizontal axis begins and ends with.
    pub x: [f64; 2],
    /// What the vertical axis begins and ends with.
    pub y: [f64; 2],
}

impl Plot {
    /// A plot without panels yet. The title is not drawn: it is what a screen reader reads first.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), width: WIDE, bands: Vec::new() }
    }

    /// The plot at another width than [`WIDE`], from [`NARROW`](crate::NARROW) on: what stands in it is as large, and
    /// arranged anew.
    ///
    /// # Examples
    ///
    /// ```
    /// use figure::{Axis, NARROW, Panel, Plot};
    ///
    /// let panel = Panel::new(Axis::new("x", 0.0, 1.0), Axis::new("y", 0.0, 2.0));
    /// let picture = Plot::new("Nothing").panel(panel).width(NARROW).draw("phone")?;
    /// assert!(picture.svg.contains(r#"viewBox="0 0 336 "#));
    /// # Ok::<(), figure::Error>(())
    /// ```
    #[must_use]
    pub fn width(self, width: f64) -> Self {
        Self { width, ..self }
    }

    /// The plot with one more panel, under what it has.
    #[must_use]
    pub fn panel(mut self, panel: Panel) -> Self {
        self.bands.push(Band::Panel(panel));
        self
    }

    /// Where the panels stand, from top to bottom; diagrams have no axes.
    ///
    /// # Examples
    ///
    /// ```
    /// use figure::{Axis, Panel, Plot};
    ///
    /// let panel = Panel::new(Axis::new("x", 0.0, 1.0), Axis::new("y", 0.0, 2.0));
    /// let frames = Plot::new("Nothing").panel(panel).frames();
    /// assert_eq!((frames[0].x, frames[0].y), ([0.0, 1.0], [0.0, 2.0]));
    /// assert_eq!(frames[0].plot.bottom - frames[0].plot.top, 210.0);
    /// ```
    #[must_use]
    pub fn frames(&self) -> Vec<Frame> {
        render::frames(&self.bands, self.width)
    }

    /// The plot as it is when a reader has moved something, and `start` is how it was at first: each
    /// panel keeps the axes that it had there, and the curves that have changed stay as ghosts.
    ///
    /// # Examples
    ///
    /// ```
    /// use figure::{Axis, Ink, Panel, Plot};
    ///
    /// let plot = |height: f64| {
    ///     let axes = (Axis::new("x", 0.0, 1.0), Axis::from_zero("y", [height]));
    ///     let tent = [(0.0, 0.0), (0.5, height), (1.0, 0.0)];
    ///     Plot::new("A tent").panel(Panel::new(axes.0, axes.1).line("", tent, Ink::Whole))
    /// };
    /// // Twice as high, it runs out of the picture: the axis is that of the first tent.
    /// let moved = plot(2.0).beside(plot(1.0));
    /// assert!(moved.draw("moved")?.svg.contains("↑ 2.00"));
    /// # Ok::<(), figure::Error>(())
    /// ```
    #[must_use]
    pub fn beside(mut self, start: Self) -> Self {
        for (band, start) in self.bands.iter_mut().zip(start.bands) {
            if let (Band::Panel(panel), Band::Panel(start)) = (band, start) {
                panel.stand_beside(start);
            }
        }
        self
    }

    /// The plot with a place in a panel, counted from above, that no label covers; a panel that there is
    /// not has none.
    #[must_use]
    pub fn clear(mut self, panel: usize, at: (f64, f64)) -> Self {
        let panels = self.bands.iter_mut().filter_map(|band| match band {
            Band::Panel(panel) => Some(panel),
            Band::Diagram(_) => None,
        });
        if let Some(panel) = panels.into_iter().nth(panel) {
            panel.clear.push(at);
        }
        self
    }

    /// The plot with one more diagram, under what it has.
    #[must_use]
    pub fn diagram(mut self, diagram: Diagram) -> Self {
        self.bands.push(Band::Diagram(diagram));
        self
    }
}
