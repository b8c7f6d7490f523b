use figure::Ink;

/// Something about a figure that the reader may change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Control {
    /// Its name in [`Settings`](crate::Settings): `bin-width`.
    pub name: &'static str,
    /// What the reader reads beside it: "bin width".
    pub label: &'static str,
    /// What it can be set to.
    pub kind: Kind,
    /// Whether the axes are laid anew when it is moved, since it changes what is shown and not how
    /// much of it there is: another exam, another stretch.
    pub refits: bool,
    /// The ink of what it moves, where that has one of its own: a group and its bell.
    pub ink: Option<Ink>,
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
        /// Whether it counts what happens one after the other, so that it can be played: a button
        /// moves it from its smallest value to its largest.
        is_played: bool,
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
    /// A slider for a number without a unit, which is not played.
    #[must_use]
    pub const fn slider(
        name: &'static str,
        label: &'static str,
        (min, max, step): (f64, f64, f64),
        default: f64,
    ) -> Self {
        let (unit, is_played) = ("", false);
        let kind = Kind::Slider { min, max, step, default, unit, is_played };
        Self { name, label, kind, refits: false, ink: None }
    }

    /// A choice, which lays the axes anew.
    #[must_use]
    pub const fn choice(
        name: &'static str,
        label: &'static str,
        options: &'static [&'static str],
        default: usize,
    ) -> Self {
        let kind = Kind::Choice { options, default };
        Self { name, label, kind, refits: true, ink: None }
    }

    /// The same control in the ink of what it moves.
    #[must_use]
    pub const fn ink(mut self, ink: Ink) -> Self {
        self.ink = Some(ink);
        self
    }

    /// The same control, which lays the axes anew.
    #[must_use]
    pub const fn refits(mut self) -> Self {
        self.refits = true;
        self
    }

    /// The same slider for a number with a unit; a choice stays what it is.
    #[must_use]
    pub const fn unit(mut self, of: &'static str) -> Self {
        if let Kind::Slider { unit, .. } = &mut self.kind {
            *unit = of;
        }
        self
    }

    /// The same slider, to be played; a choice stays what it is.
    #[must_use]
    pub const fn played(mut self) -> Self {
        if let Kind::Slider { is_played, .. } = &mut self.kind {
            *is_played = true;
        }
        self
    }

    /// The setting at first.
    #[must_use]
    pub fn default(&self) -> f64 {
        match self.kind {
            Kind::Slider { default, .. } => default,
            Kind::Choice { default, .. } => default as f64,
        }
    }

    /// Whether it can be played.
    #[must_use]
    pub fn is_played(&self) -> bool {
        matches!(self.kind, Kind::Slider { is_played: true, .. })
    }
}

impl Kind {
    /// How many decimals a value has when it is written: as many as tell it from the next, but at
    /// most three, since a step of a twelfth has endless ones.
    ///
    /// # Examples
    ///
    /// ```
    /// use chapter::Control;
    ///
    /// let share = Control::slider("share", "share", (0.0, 1.0, 0.05), 0.6);
    /// assert_eq!(share.kind.decimals(), 2);
    /// ```
    #[must_use]
    pub fn decimals(&self) -> usize {
        match self {
            Self::Slider { step, .. } => decimals_of(*step).min(MOST_DECIMALS),
            Self::Choice { .. } => 0,
        }
    }
}

/// The most decimals with which the value of a slider is written.
const MOST_DECIMALS: usize = 3;

/// How many decimals a number has.
pub(crate) fn decimals_of(number: f64) -> usize {
    number.to_string().split_once('.').map_or(0, |(_, digits)| digits.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_the_decimals_of_its_step_and_never_endless_ones() {
        let decimals = |step| {
            Control::slider("x", "x", (0.0, 10.0, step), 0.0).kind.decimals()
        };
        let steps = [1.0, 0.5, 0.05, 10.0, 1.0 / 12.0];
        assert_eq!(steps.map(decimals), [0, 1, 2, 0, 3]);
    }

    #[test]
    fn only_a_slider_has_a_unit_and_can_be_played() {
        let slider = Control::slider("n", "n", (1.0, 9.0, 1.0), 3.0);
        assert!(!slider.is_played() && slider.played().is_played());
        let Kind::Slider { unit, .. } = slider.unit("grades").kind else {
            unreachable!("a slider stays one")
        };
        assert_eq!(unit, "grades");
        let choice = Control::choice("n", "n", &["a", "b"], 0);
        assert_eq!(choice.unit("grades").played(), choice);
    }
}
