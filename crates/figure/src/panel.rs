use crate::{Axis, Dash, Error, Ink, geometry::is_in_range};

/// A pair of axes and what is drawn between them, from back to front.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub(crate) heading: String,
    pub(crate) height: f64,
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    pub(crate) layers: Vec<Layer>,
    /// The panel as it was at first, if the reader has moved something.
    pub(crate) start: Option<Box<Panel>>,
    /// Places that no label covers: something is taken hold of there.
    pub(crate) clear: Vec<(f64, f64)>,
}

/// Something drawn in a panel.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Layer {
    pub(crate) label: String,
    pub(crate) ink: Ink,
    pub(crate) shape: Shape,
}

/// Whether a dot is a disc or a circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Full,
    Open,
}

/// The shape of a layer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    Bars { edges: Vec<f64>, bases: Vec<f64>, tops: Vec<f64> },
    Area(Vec<(f64, f64)>),
    Line(Vec<(f64, f64)>, Dash),
    Dots(Vec<(f64, f64)>, Mark),
    Rule(f64),
    Level(f64),
    Span(f64, f64),
    Note(f64, f64),
    Drop(f64, f64),
}

impl Panel {
    /// An empty panel.
    #[must_use]
    pub fn new(x: Axis, y: Axis) -> Self {
        let (heading, height) = (String::new(), 210.0);
        let (layers, clear) = (Vec::new(), Vec::new());
        Self { heading, height, x, y, layers, start: None, clear }
    }

    /// The panel with a line of its own over it.
    #[must_use]
    pub fn heading(mut self, heading: impl Into<String>) -> Self {
        self.heading = heading.into();
        self
    }

    /// The panel with another height between its axes' ends; a picture is 520 units wide.
    #[must_use]
    pub fn height(mut self, height: f64) -> Self {
        self.height = height;
        self
    }

    /// Bars from zero: bar `i` stands from `edges[i]` to `edges[i + 1]` and is `heights[i]` high.
    #[must_use]
    pub fn bars(
        self,
        label: impl Into<String>,
        edges: impl Into<Vec<f64>>,
        heights: impl Into<Vec<f64>>,
        ink: Ink,
    ) -> Self {
        let tops = heights.into();
        let bases = vec![0.0; tops.len()];
        self.stacked_bars(label, edges, bases, tops, ink)
    }

    /// Bars on top of others: bar `i` reaches from `bases[i]` up to `tops[i]`.
    #[must_use]
    pub fn stacked_bars(
        self,
        label: impl Into<String>,
        edges: impl Into<Vec<f64>>,
        bases: impl Into<Vec<f64>>,
        tops: impl Into<Vec<f64>>,
        ink: Ink,
    ) -> Self {
        let shape = Shape::Bars {
            edges: edges.into(),
            bases: bases.into(),
            tops: tops.into(),
        };
        self.layer(label, ink, shape)
    }

    /// The area between a curve and zero, filled.
    #[must_use]
    pub fn area(
        self,
        label: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
        ink: Ink,
    ) -> Self {
        self.layer(label, ink, Shape::Area(points.into_iter().collect()))
    }

    /// A curve through `points`, its label beside it.
    #[must_use]
    pub fn line(
        self,
        label: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
        ink: Ink,
    ) -> Self {
        self.stroke(label, points, ink, Dash::Solid)
    }

    /// A broken curve through `points`, its label beside it.
    #[must_use]
    pub fn dashed_line(
        self,
        label: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
        ink: Ink,
    ) -> Self {
        self.stroke(label, points, ink, Dash::Dashed)
    }

    /// A curve of dots through `points`, its label beside it.
    #[must_use]
    pub fn dotted_line(
        self,
        label: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
        ink: Ink,
    ) -> Self {
        self.stroke(label, points, ink, Dash::Dotted)
    }

    /// A curve of strokes and dots in turn through `points`, its label beside it.
    #[must_use]
    pub fn dash_dotted_line(
        self,
        label: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
        ink: Ink,
    ) -> Self {
        self.stroke(label, points, ink, Dash::Alternating)
    }

    /// A dot at each of `points`.
    #[must_use]
    pub fn dots(
        self,
        label: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
        ink: Ink,
    ) -> Self {
        self.marks(label, points, ink, Mark::Full)
    }

    /// A small circle at each of `points`: dots that can be told from others without a colour.
    #[must_use]
    pub fn open_dots(
        self,
        label: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
        ink: Ink,
    ) -> Self {
        self.marks(label, points, ink, Mark::Open)
    }

    /// A broken vertical line across the panel.
    #[must_use]
    pub fn rule(self, x: f64, label: impl Into<String>) -> Self {
        self.layer(label, Ink::Accent, Shape::Rule(x))
    }

    /// A broken horizontal line across the panel.
    #[must_use]
    pub fn level(self, y: f64, label: impl Into<String>) -> Self {
        self.layer(label, Ink::Accent, Shape::Level(y))
    }

    /// A shaded stretch of the horizontal axis.
    #[must_use]
    pub fn span(self, from: f64, to: f64, label: impl Into<String>) -> Self {
        self.layer(label, Ink::Accent, Shape::Span(from, to))
    }

    /// Words at a point, which is marked.
    #[must_use]
    pub fn note(
        self,
        x: f64,
        y: f64,
        text: impl Into<String>,
        ink: Ink,
    ) -> Self {
        self.layer(text, ink, Shape::Note(x, y))
    }

    /// Takes the axes of the panel as it was at first, and remembers it.
    pub(crate) fn stand_beside(&mut self, start: Self) {
        for (axis, start) in [(&mut self.x, &start.x), (&mut self.y, &start.y)]
        {
            (axis.min, axis.max) = (start.min, start.max);
        }
        self.start = Some(Box::new(start));
    }

    /// The curves of the start that have changed: they stay, faint, behind all layers.
    pub(crate) fn ghosts(&self) -> impl Iterator<Item = &[(f64, f64)]> {
        let start = self.start.iter().flat_map(|start| &start.layers);
        let is_here =
            |line: &Shape| self.layers.iter().any(|layer| layer.shape == *line);
        start.filter_map(move |layer| match &layer.shape {
            Shape::Line(points, _) if !is_here(&layer.shape) => {
                Some(&points[..])
            }
            _ => None,
        })
    }

    /// A marked point, a line from it down to the axis, and words at the line's foot.
    #[must_use]
    pub fn drop_line(
        self,
        x: f64,
        y: f64,
        text: impl Into<String>,
        ink: Ink,
    ) -> Self {
        self.layer(text, ink, Shape::Drop(x, y))
    }

    fn stroke(
        self,
        label: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
        ink: Ink,
        dash: Dash,
    ) -> Self {
        let points = points.into_iter().collect();
        self.layer(label, ink, Shape::Line(points, dash))
    }

    fn marks(
        self,
        label: impl Into<String>,
        points: impl IntoIterator<Item = (f64, f64)>,
        ink: Ink,
        mark: Mark,
    ) -> Self {
        let points = points.into_iter().collect();
        self.layer(label, ink, Shape::Dots(points, mark))
    }

    fn layer(
        mut self,
        label: impl Into<String>,
        ink: Ink,
        shape: Shape,
    ) -> Self {
        let label = label.into();
        self.layers.push(Layer { label, ink, shape });
        self
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        self.x.check("x")?;
        self.y.check("y")?;
        if !(40.0..=600.0).contains(&self.height) {
            return Err(Error::argument(
                "height",
                "between 40 and 600",
                self.height,
            ));
        }
        self.layers.iter().try_for_each(Layer::check)
    }
}

impl Layer {
    /// What messages call the layer: its label, or else its shape.
    pub(crate) fn name(&self) -> &str {
        if !self.label.is_empty() {
            return &self.label;
        }
        match self.shape {
            Shape::Bars { .. } => "bars",
            Shape::Area(_) => "area",
            Shape::Line(..) => "line",
            Shape::Dots(..) => "dots",
            Shape::Rule(_) => "rule",
            Shape::Level(_) => "level",
            Shape::Span(..) => "span",
            Shape::Note(..) => "note",
            Shape::Drop(..) => "drop line",
        }
    }

    fn check(&self) -> Result<(), Error> {
        match &self.shape {
            Shape::Bars { edges, bases, tops } => {
                self.check_bars(edges, bases, tops)
            }
            Shape::Area(points)
            | Shape::Line(points, _)
            | Shape::Dots(points, _) => self.check_points(points),
            Shape::Rule(at) | Shape::Level(at) => self.check_number("at", *at),
            Shape::Span(from, to) => self
                .check_number("from", *from)
                .and_then(|()| self.check_number("to", *to)),
            Shape::Note(x, y) | Shape::Drop(x, y) => self
                .check_number("x", *x)
                .and_then(|()| self.check_number("y", *y)),
        }
    }

    fn check_bars(
        &self,
        edges: &[f64],
        bases: &[f64],
        tops: &[f64],
    ) -> Result<(), Error> {
        let argument = |part: &str| format!("{}: {part}", self.name());
        if tops.is_empty() {
            return Err(Error::Empty { argument: argument("heights") });
        }
        for (part, actual, expected) in [
            ("edges", edges.len(), tops.len() + 1),
            ("bases", bases.len(), tops.len()),
        ] {
            if actual != expected {
                return Err(Error::Length {
                    argument: argument(part),
                    expected,
                    actual,
                });
            }
        }
        self.check_finite("edges", edges)?;
        self.check_finite("bases", bases)?;
        self.check_finite("heights", tops)?;
        if let Some(bar) = (0..tops.len()).find(|&bar| tops[bar] < bases[bar]) {
            return Err(Error::argument(
                argument(&format!("heights[{bar}]")),
                "at or above the bar's base",
                tops[bar],
            ));
        }
        match edges.windows(2).position(|pair| pair[0] >= pair[1]) {
            None => Ok(()),
            Some(index) => Err(Error::argument(
                argument(&format!("edges[{}]", index + 1)),
                "above the edge before it",
                edges[index + 1],
            )),
        }
    }

    fn check_points(&self, points: &[(f64, f64)]) -> Result<(), Error> {
        if points.is_empty() {
            return Err(Error::Empty {
                argument: format!("{}: points", self.name()),
            });
        }
        let (xs, ys): (Vec<_>, Vec<_>) = points.iter().copied().unzip();
        self.check_finite("x", &xs)?;
        self.check_finite("y", &ys)
    }

    fn check_finite(&self, part: &str, values: &[f64]) -> Result<(), Error> {
        match values.iter().position(|value| !is_in_range(*value)) {
            None => Ok(()),
            Some(index) => {
                self.check_number(&format!("{part}[{index}]"), values[index])
            }
        }
    }

    fn check_number(&self, part: &str, value: f64) -> Result<(), Error> {
        if is_in_range(value) {
            return Ok(());
        }
        let requirement = if value.is_finite() {
            "between -1e300 and 1e300"
        } else {
            "finite"
        };
        let argument = format!("{}: {part}", self.name());
        Err(Error::argument(argument, requirement, value))
    }
}
