mod rounding;
mod row;

use std::sync::Arc;

pub use rounding::Rounding;
pub(crate) use row::Row;
use row::folded;

use crate::Error;

/// Numbers on a line as people have them: exact, rounded, known to lie in an interval, counted,
/// recorded only inside a window.
///
/// Equal data are folded into one row with a weight, so that a million grades are thirteen rows. What
/// is asked of the data one by one, such as labels, is answered in their order.
///
/// # Examples
///
/// ```
/// use fit::Sample;
///
/// let sample = Sample::new([2.3, 2.7, 2.3, 5.0])?;
/// assert_eq!((sample.len(), sample.distinct()), (4, 3));
/// let counted = Sample::new([60.0, 65.0])?.weights([823.0, 14031.0])?;
/// assert_eq!(counted.total_weight(), 14854.0);
/// # Ok::<(), fit::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// Each once: the exact numbers ascending, and then the intervals by their ends.
    rows: Arc<[Row]>,
    /// The row of each datum.
    places: Arc<[usize]>,
    /// The weight of each datum.
    weights: Arc<[f64]>,
    window: [f64; 2],
}

/// No number may be larger, so that differences and sums of a few are numbers.
const LARGEST: f64 = 1e300;

fn check_number(argument: &str, index: usize, value: f64) -> Result<(), Error> {
    let requirement = if !value.is_finite() {
        "finite"
    } else if value.abs() > LARGEST {
        "between -1e300 and 1e300"
    } else {
        return Ok(());
    };
    Err(Error::argument(format!("{argument}[{index}]"), requirement, value))
}

/// So many data at the most are drawn for a sample.
const MOST_DRAWN: f64 = 1e8;

impl Sample {
    /// Exact numbers, each with the weight one.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] without a number, [`Error::Argument`] for one that is not finite or larger than 1e300.
    pub fn new(x: impl IntoIterator<Item = f64>) -> Result<Self, Error> {
        let ends = x.into_iter().map(|x| (x, x)).collect::<Vec<_>>();
        for (index, (x, _)) in ends.iter().enumerate() {
            check_number("x", index, *x)?;
        }
        Self::of(&ends)
    }

    /// Numbers that were rounded to a multiple of `step`: 2.3 with a step of 0.1 lies between 2.25 and
    /// 2.35.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new), and [`Error::Argument`] for a step that is not positive or larger than 1e300.
    pub fn rounded(
        x: impl IntoIterator<Item = f64>,
        step: f64,
    ) -> Result<Self, Error> {
        if !(step > 0.0 && step <= LARGEST) {
            let requirement = "positive and 1e300 at most";
            return Err(Error::argument("step", requirement, step));
        }
        let mut ends = Vec::new();
        for (index, x) in x.into_iter().enumerate() {
            let (lower, upper) = (x - step / 2.0, x + step / 2.0);
            check_number("x", index, x)?;
            if lower >= upper {
                let requirement =
                    "near enough to zero to be told apart by the step";
                return Err(Error::argument(
                    format!("x[{index}]"),
                    requirement,
                    x,
                ));
            }
            ends.push((lower, upper));
        }
        Self::of(&ends)
    }

    /// Data of which only the ends of an interval are known; either end may be infinite. Ends that are
    /// equal are an exact number.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] without an interval, [`Error::Length`] if there are not as many ends of the one
    /// kind as of the other, [`Error::Argument`] for NaN, for a lower end above its upper one, for
    /// an interval at infinity and for ends larger than 1e300.
    pub fn intervals(
        lower: impl IntoIterator<Item = f64>,
        upper: impl IntoIterator<Item = f64>,
    ) -> Result<Self, Error> {
        let lower: Vec<f64> = lower.into_iter().collect();
        let upper: Vec<f64> = upper.into_iter().collect();
        if lower.len() != upper.len() {
            let (expected, actual) = (lower.len(), upper.len());
            return Err(Error::Length { argument: "upper", expected, actual });
        }
        for (index, (lower, upper)) in lower.iter().zip(&upper).enumerate() {
            if lower.is_nan() || *lower == f64::INFINITY {
                let requirement = "a number or minus infinity";
                return Err(Error::argument(
                    format!("lower[{index}]"),
                    requirement,
                    *lower,
                ));
            }
            if upper.is_nan() || *upper == f64::NEG_INFINITY {
                let requirement = "a number or infinity";
                return Err(Error::argument(
                    format!("upper[{index}]"),
                    requirement,
                    *upper,
                ));
            }
            for (argument, end) in [("lower", *lower), ("upper", *upper)] {
                if end.is_finite() {
                    check_number(argument, index, end)?;
                }
            }
            if lower > upper {
                let requirement = "at or above the lower end";
                return Err(Error::argument(
                    format!("upper[{index}]"),
                    requirement,
                    *upper,
                ));
            }
        }
        Self::of(&lower.into_iter().zip(upper).collect::<Vec<_>>())
    }

    /// The same data with a weight each: how often each was counted, or how much it is to matter.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] if there is not one for each datum, [`Error::Argument`] for a weight that is
    /// negative or not finite and for a sum above 1e300, [`Error::Empty`] if they sum to zero.
    pub fn weights(
        mut self,
        weights: impl IntoIterator<Item = f64>,
    ) -> Result<Self, Error> {
        self.weights = weights.into_iter().collect();
        let (expected, actual) = (self.len(), self.weights.len());
        if expected != actual {
            return Err(Error::Length {
                argument: "weights",
                expected,
                actual,
            });
        }
        for (index, weight) in self.weights.iter().enumerate() {
            if !(*weight >= 0.0 && weight.is_finite()) {
                let requirement = "finite and not negative";
                return Err(Error::argument(
                    format!("weights[{index}]"),
                    requirement,
                    *weight,
                ));
            }
        }
        self.weigh();
        let total = self.total_weight();
        if total > LARGEST {
            let requirement = "1e300 at most together";
            return Err(Error::argument("weights", requirement, total));
        }
        if total <= 0.0 {
            return Err(Error::Empty);
        }
        Ok(self)
    }

    /// The same data, of which only those between `lower` and `upper` were ever recorded.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] if the window has no width, or if a datum reaches out of it.
    pub fn truncated(mut self, lower: f64, upper: f64) -> Result<Self, Error> {
        if lower.is_nan() || lower == f64::INFINITY {
            return Err(Error::argument(
                "lower",
                "a number or minus infinity",
                lower,
            ));
        }
        if upper.is_nan() || upper <= lower {
            return Err(Error::argument("upper", "above lower", upper));
        }
        for (index, &place) in self.places.iter().enumerate() {
            let row = self.rows[place];
            for end in [row.lower, row.upper] {
                if !(lower..=upper).contains(&end) {
                    let requirement = "inside the window of what is recorded";
                    return Err(Error::argument(
                        format!("x[{index}]"),
                        requirement,
                        end,
                    ));
                }
            }
        }
        self.window = [lower, upper];
        Ok(self)
    }

    /// These data and others, of whatever kind, as one sample.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] if one of them has another window than the other.
    pub fn and(&self, other: &Self) -> Result<Self, Error> {
        if self.window != other.window {
            let requirement = "that of the other sample";
            return Err(Error::argument(
                "the window's upper end",
                requirement,
                other.window[1],
            ));
        }
        let ends = [self, other].into_iter().flat_map(|sample| {
            sample.places.iter().map(|&place| {
                (sample.rows[place].lower, sample.rows[place].upper)
            })
        });
        let weights = [&self.weights[..], &other.weights].concat();
        let mut both = Self::of(&ends.collect::<Vec<_>>())?;
        both.window = self.window;
        both.weights(weights)
    }

    /// How many data there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none: never, since such a sample is refused.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// How many of them are different.
    #[must_use]
    pub fn distinct(&self) -> usize {
        self.rows.iter().filter(|row| row.weight > 0.0).count()
    }

    /// The sum of the weights: of data without weights, how many there are.
    #[must_use]
    pub fn total_weight(&self) -> f64 {
        self.rows.iter().map(|row| row.weight).sum()
    }

    /// How many data a sample like this one has, its weights being counts: at least one.
    pub(crate) fn count(&self) -> Result<usize, Error> {
        let total = libm::round(self.total_weight()).max(1.0);
        if total > MOST_DRAWN {
            let requirement = "100 million at most together, where samples of as many are drawn";
            return Err(Error::argument("weights", requirement, total));
        }
        Ok(total as usize)
    }

    /// The least and the greatest place of the data.
    pub(crate) fn ends(&self) -> [f64; 2] {
        let middles = || self.rows.iter().map(Row::middle);
        [
            middles().fold(f64::INFINITY, f64::min),
            middles().fold(f64::NEG_INFINITY, f64::max),
        ]
    }

    /// The least and the greatest end of the data.
    pub(crate) fn extent(&self) -> [f64; 2] {
        let rows = self.rows.iter();
        let lower = rows.clone().map(|row| row.lower);
        [
            lower.fold(f64::INFINITY, f64::min),
            rows.map(|row| row.upper).fold(f64::NEG_INFINITY, f64::max),
        ]
    }

    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(crate) fn places(&self) -> &[usize] {
        &self.places
    }

    /// The weight of each datum.
    pub(crate) fn datum_weights(&self) -> &[f64] {
        &self.weights
    }

    /// The different data, each once with its two ends and its weight: numbers first, whose ends are equal.
    ///
    /// # Examples
    ///
    /// ```
    /// let sample = fit::Sample::new([2.0, 1.0, 2.0])?;
    /// let folded: Vec<([f64; 2], f64)> = sample.folded().collect();
    /// assert_eq!(folded, [([1.0, 1.0], 1.0), ([2.0, 2.0], 2.0)]);
    /// # Ok::<(), fit::Error>(())
    /// ```
    pub fn folded(&self) -> impl Iterator<Item = ([f64; 2], f64)> {
        self.rows.iter().map(|row| ([row.lower, row.upper], row.weight))
    }

    /// Between which two places data are recorded: the whole line unless the sample was
    /// [`truncated`](Self::truncated).
    #[must_use]
    pub fn window(&self) -> [f64; 2] {
        self.window
    }

    /// Folds equal data; each has the weight one.
    fn of(ends: &[(f64, f64)]) -> Result<Self, Error> {
        if ends.is_empty() {
            return Err(Error::Empty);
        }
        let (rows, places) = folded(ends);
        Ok(Self {
            rows: rows.into(),
            places: places.into(),
            weights: vec![1.0; ends.len()].into(),
            window: [f64::NEG_INFINITY, f64::INFINITY],
        })
    }

    /// The weights of the rows, from those of the data.
    fn weigh(&mut self) {
        let mut rows = self.rows.to_vec();
        for row in &mut rows {
            row.weight = 0.0;
        }
        for (&place, weight) in self.places.iter().zip(&*self.weights) {
            rows[place].weight += weight;
        }
        self.rows = rows.into();
    }
}
