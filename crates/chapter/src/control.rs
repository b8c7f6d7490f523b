/// Something about a figure that the reader may change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Control {
    /// Its name in [`Settings`](crate::Settings): `bin-width`.
    pub name: &'static str,
    /// What the reader reads beside it: "bin width".
    pub label: &'static str,
    /// What it can be set to.
    pub kind: Kind,
}

/// What a [`Control`] can be set to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A number between two bounds.
    Slider {
        /// The smallest value that the slider reaches.
        min: f64,
        /// The largest value that the slider reaches.
        max: f64,
        /// The distance between neighbouring values.
        step: f64,
        /// Where the slider stands at first.
        default: f64,
        /// The unit of the number; empty where it has none.
        unit: &'static str,
    },
    /// One of a few named options; the setting is the option's index.
    Choice {
        /// What the reader may choose from.
        options: &'static [&'static str],
        /// The index of the option chosen at first.
        default: usize,
    },
}

impl Control {
    /// A slider for a number without a unit.
    #[must_use]
    pub const fn slider(
        name: &'static str,
        label: &'static str,
        (min, max, step): (f64, f64, f64),
        default: f64,
    ) -> Self {
        let kind = Kind::Slider { min, max, step, default, unit: "" };
        Self { name, label, kind }
    }

    /// The setting at first.
    #[must_use]
    pub fn default(&self) -> f64 {
        match self.kind {
            Kind::Slider { default, .. } => default,
            Kind::Choice { default, .. } => default as f64,
        }
    }
}
