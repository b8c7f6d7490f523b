use crate::{Diagram, Panel};

/// What a figure shows: a title, and panels and diagrams, one under the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    pub(crate) title: String,
    pub(crate) bands: Vec<Band>,
}

/// What a plot is made of: each from one edge of the picture to the other.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Band {
    Panel(Panel),
    Diagram(Diagram),
}

impl Plot {
    /// A plot without panels yet. The title is not drawn: it is what a screen reader reads first.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), bands: Vec::new() }
    }

    /// The plot with one more panel, under what it has.
    #[must_use]
    pub fn panel(mut self, panel: Panel) -> Self {
        self.bands.push(Band::Panel(panel));
        self
    }

    /// The plot with one more diagram, under what it has.
    #[must_use]
    pub fn diagram(mut self, diagram: Diagram) -> Self {
        self.bands.push(Band::Diagram(diagram));
        self
    }
}
