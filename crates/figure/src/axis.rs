use crate::{Error, geometry::is_in_range, text};

/// A scale of a panel: what it measures, and from where to where.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pub(crate) label: String,
    pub(crate) min: f64,
    pub(crate) max: f64,
    /// Words at its lower and its upper end; none where they are empty.
    pub(crate) ends: [&'static str; 2],
    ticks: Option<Vec<f64>>,
    names: Vec<String>,
}

/// One tick of an axis.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tick {
    pub(crate) at: f64,
    pub(crate) text: String,
}

impl Axis {
    /// An axis from `min` to `max`, with ticks at round numbers.
    #[must_use]
    pub fn new(label: impl Into<String>, min: f64, max: f64) -> Self {
        let (label, ends) = (label.into(), [""; 2]);
        Self { label, min, max, ends, ticks: None, names: Vec::new() }
    }

    /// The same axis with a word at its lower and one at its upper end: what it means to be there.
    /// A vertical axis has no room for them.
    #[must_use]
    pub fn ends(self, ends: [&'static str; 2]) -> Self {
        Self { ends, ..self }
    }

    /// An axis from zero to a little above the largest of `values`.
    #[must_use]
    pub fn from_zero(
        label: impl Into<String>,
        values: impl IntoIterator<Item = f64>,
    ) -> Self {
        let top = values.into_iter().fold(0.0, f64::max);
        let top = if top > 0.0 { top } else { 1.0 };
        Self::new(label, 0.0, top * 1.08)
    }

    /// The same axis with ticks at these places and nowhere else.
    #[must_use]
    pub fn ticks(self, ticks: impl Into<Vec<f64>>) -> Self {
        Self { ticks: Some(ticks.into()), ..self }
    }

    /// The same axis with words at these places instead of numbers.
    #[must_use]
    pub fn named_ticks<'a>(
        self,
        ticks: impl IntoIterator<Item = (f64, &'a str)>,
    ) -> Self {
        let (places, names): (Vec<_>, Vec<_>) =
            ticks.into_iter().map(|(at, name)| (at, name.to_owned())).unzip();
        Self { ticks: Some(places), names, ..self }
    }

    /// Refuses bounds between which nothing can be drawn.
    pub(crate) fn check(&self, name: &str) -> Result<(), Error> {
        for (bound, value) in [("min", self.min), ("max", self.max)] {
            if !is_in_range(value) {
                return Err(Error::argument(
                    format!("{name}.{bound}"),
                    "between -1e300 and 1e300",
                    value,
                ));
            }
        }
        // Below this the places of a curve's points can no longer be told apart.
        let resolution = 1e-12 * self.min.abs().max(self.max.abs());
        if self.max - self.min > resolution.max(1e-300) {
            Ok(())
        } else {
            Err(Error::argument(
                format!("{name}.max"),
                "above its min",
                self.max,
            ))
        }
    }

    /// The ticks: at most about `most` of them, at multiples of 1, 2 or 5 times a power of ten.
    pub(crate) fn marks(&self, most: f64) -> Vec<Tick> {
        let step = round_step((self.max - self.min) / most);
        let places = if let Some(ticks) = &self.ticks {
            ticks.clone()
        } else {
            // A tick at the very end is not lost to the rounding of a division.
            let from = libm::ceil(self.min / step - 1e-9);
            let to = libm::floor(self.max / step + 1e-9);
            (0..=(to - from).clamp(0.0, 99.0) as i32)
                .map(|nth| (from + f64::from(nth)) * step)
                .collect()
        };
        let slack = 1e-9 * (self.max - self.min);
        let seen = self.min - slack..=self.max + slack;
        let write = self.writer(&places, step);
        let text = |nth: usize, at| match self.names.get(nth) {
            Some(name) => name.clone(),
            None => write(at),
        };
        places
            .into_iter()
            .enumerate()
            .filter(|(_, place)| seen.contains(place))
            .map(|(nth, at)| Tick {
                at: at.clamp(self.min, self.max),
                text: text(nth, at),
            })
            .collect()
    }

    /// How the numbers at the ticks are written, so that no two are written alike.
    fn writer(
        &self,
        places: &[f64],
        step: f64,
    ) -> impl Fn(f64) -> String + use<> {
        let magnitude = |value: f64| libm::floor(libm::log10(value) + 1e-9);
        let decimals = if self.ticks.is_some() {
            decimals_of(places)
        } else {
            (-magnitude(step)).max(0.0) as usize
        };
        let largest = self.min.abs().max(self.max.abs());
        let digits = (magnitude(largest) - magnitude(step)).max(0.0) as usize;
        move |value| {
            if value == 0.0 {
                "0".to_owned()
            } else if decimals > 4 || largest >= 1e6 {
                text::scientific(value, digits)
            } else {
                text::number(value, decimals)
            }
        }
    }
}

/// The smallest of 1, 2 and 5 times a power of ten that is not below `step`.
fn round_step(step: f64) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(step)));
    [1.0, 2.0, 5.0, 10.0]
        .map(|factor| factor * power)
        .into_iter()
        .find(|round| *round >= step * (1.0 - 1e-9))
        .unwrap_or(step)
}

/// How many decimals tell these numbers apart.
fn decimals_of(values: &[f64]) -> usize {
    (0..4)
        .find(|&decimals| {
            let unit = libm::pow(10.0, decimals as f64);
            values.iter().all(|value| {
                (value * unit - libm::round(value * unit)).abs() < 1e-9
            })
        })
        .unwrap_or(4)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(axis: &Axis, most: f64) -> Vec<String> {
        axis.marks(most).into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn ticks_stand_at_round_numbers() {
        assert_eq!(
            texts(&Axis::new("grade", 0.5, 5.5), 6.0),
            ["1", "2", "3", "4", "5"]
        );
        assert_eq!(
            texts(&Axis::new("density", 0.0, 0.718), 4.0),
            ["0", "0.2", "0.4", "0.6"]
        );
        assert_eq!(
            texts(&Axis::new("offset", -2e-6, 2e-6), 4.0),
            ["−2×10⁻⁶", "−1×10⁻⁶", "0", "1×10⁻⁶", "2×10⁻⁶"]
        );
    }

    #[test]
    fn the_tick_at_the_end_of_an_axis_is_not_lost_to_rounding() {
        let axis = Axis::new("share", 0.0, 0.6);
        assert_eq!(texts(&axis, 4.0), ["0", "0.2", "0.4", "0.6"]);
    }

    #[test]
    fn ticks_asked_for_are_the_ticks() {
        let axis = Axis::new("grade", 0.75, 5.25).ticks([1.0, 2.5, 4.0, 9.0]);
        assert_eq!(texts(&axis, 6.0), ["1.0", "2.5", "4.0"]);
    }

    #[test]
    fn ticks_with_names_have_words_instead_of_numbers() {
        let axis = Axis::new("season", 0.0, 1.0).named_ticks([
            (-0.5, "before"),
            (0.25, "spring"),
            (0.75, "autumn"),
        ]);
        assert_eq!(texts(&axis, 6.0), ["spring", "autumn"]);
    }

    #[test]
    fn bounds_that_hold_nothing_are_refused_by_name() {
        let refusal = |min, max| {
            Axis::new("x", min, max).check("x").unwrap_err().to_string()
        };
        assert_eq!(
            refusal(0.0, f64::NAN),
            "x.max must be between -1e300 and 1e300, got NaN"
        );
        assert_eq!(
            refusal(f64::NEG_INFINITY, 0.0),
            "x.min must be between -1e300 and 1e300, got -inf"
        );
        assert_eq!(refusal(2.0, 2.0), "x.max must be above its min, got 2.0");
        assert_eq!(
            refusal(1e15, 1e15 + 1.0),
            "x.max must be above its min, got 1000000000000001.0"
        );
    }

    proptest! {
        #[test]
        fn no_axis_is_without_ticks_or_crowded_by_them(
            min in -1e6..1e6,
            span in (-9.0..9.0).prop_map(|power| libm::pow(10.0, power)),
        ) {
            let axis = Axis::new("x", min, min + span);
            prop_assume!(axis.check("x").is_ok());
            let mut texts = texts(&axis, 6.0);
            let count = texts.len();
            prop_assert!((2..=7).contains(&count), "{count}");
            texts.dedup();
            prop_assert_eq!(texts.len(), count, "{:?}", texts);
        }
    }
}
