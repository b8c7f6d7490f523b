//! Whether a picture can be read in grey: printed so, or by eyes that do not see its colours.

use std::collections::BTreeSet;

use crate::{
    Dash, Ink, Panel, Plot,
    panel::{Layer, Mark, Shape},
    plan::Plan,
    plot::Band,
};

/// Two greys whose contrast ratio is below this are one grey.
const ONE_GREY: f64 = 1.4;

/// What tells the marks of an ink from those of another one without a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Stroke(Dash),
    Disc,
    Circle,
    Tinted,
    Hatched,
    /// A word beside it that names it: this layer's.
    Named(usize),
}

impl Plot {
    /// The pairs of inks in a panel that nothing but their colour tells apart: which are as bright as
    /// each other, and whose lines, dots and fills look alike and are not named where they stand.
    ///
    /// # Examples
    ///
    /// ```
    /// use figure::{Axis, Ink, Panel, Plot};
    ///
    /// let [one, other] = [[(0.0, 0.2), (1.0, 0.2)], [(0.0, 0.8), (1.0, 0.8)]];
    /// let panel = || Panel::new(Axis::new("x", 0.0, 1.0), Axis::new("y", 0.0, 1.0));
    /// let blue = |panel: Panel| panel.line("", one, Ink::First);
    /// let solid = Plot::new("Two lines").panel(blue(panel()).line("", other, Ink::Second));
    /// assert_eq!(solid.alike_in_grey(), [(Ink::First, Ink::Second)]);
    /// let broken = Plot::new("Two lines").panel(blue(panel()).dashed_line("", other, Ink::Second));
    /// assert!(broken.alike_in_grey().is_empty());
    /// ```
    #[must_use]
    pub fn alike_in_grey(&self) -> Vec<(Ink, Ink)> {
        let panels = self.bands.iter().filter_map(|band| match band {
            Band::Panel(panel) => Some(panel),
            Band::Diagram(_) => None,
        });
        panels.flat_map(|panel| pairs(panel, self.width)).collect()
    }
}

fn pairs(panel: &Panel, width: f64) -> Vec<(Ink, Ink)> {
    let plan = Plan::new(panel, (40.0, 0.0), width);
    let named = |layer: usize| {
        let mut labels = plan.labels.iter();
        labels.any(|(label, place)| label.layer == layer && place.is_some())
    };
    let signs = |ink: Ink| -> BTreeSet<Sign> {
        let layers = panel.layers.iter().enumerate();
        let layers = layers.filter(|(_, layer)| layer.ink == ink);
        layers
            .flat_map(|(index, layer)| {
                let name = named(index).then_some(Sign::Named(index));
                [sign(layer), name]
            })
            .flatten()
            .collect()
    };
    let signs = Ink::ALL.map(|ink| (ink, signs(ink)));
    let mut pairs = Vec::new();
    for (index, (ink, own)) in signs.iter().enumerate() {
        for (other, others) in &signs[index + 1..] {
            if !own.is_empty() && own == others && ink.is_as_bright_as(*other) {
                pairs.push((*ink, *other));
            }
        }
    }
    pairs
}

/// How a layer looks; a rule, a level and a note are what they are in any colour.
fn sign(layer: &Layer) -> Option<Sign> {
    let is_hatched = layer.ink == Ink::Second;
    match &layer.shape {
        Shape::Line(_, dash) => Some(Sign::Stroke(*dash)),
        Shape::Dots(_, Mark::Full) => Some(Sign::Disc),
        Shape::Dots(_, Mark::Open) => Some(Sign::Circle),
        Shape::Bars { .. } | Shape::Area(_) if is_hatched => {
            Some(Sign::Hatched)
        }
        Shape::Bars { .. } | Shape::Area(_) => Some(Sign::Tinted),
        Shape::Rule(_)
        | Shape::Level(_)
        | Shape::Span(..)
        | Shape::Note(..)
        | Shape::Drop(..) => None,
    }
}

impl Ink {
    /// Whether another ink is the same grey, on a light page or on a dark one.
    fn is_as_bright_as(self, other: Self) -> bool {
        [Self::light as fn(Self) -> [u8; 3], Self::dark]
            .iter()
            .any(|color| contrast(color(self), color(other)) < ONE_GREY)
    }
}

/// The linear parts of a colour of sRGB.
pub(crate) fn linear([red, green, blue]: [u8; 3]) -> [f64; 3] {
    [red, green, blue].map(|byte| {
        let share = f64::from(byte) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            libm::pow((share + 0.055) / 1.055, 2.4)
        }
    })
}

/// The contrast ratio of the Web Content Accessibility Guidelines 2.2.
pub(crate) fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(color: [u8; 3]) -> f64 {
    let [red, green, blue] = linear(color);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
