use ch01::{Gaussian, Histogram};
use mixture::Normal;

use crate::Error;

/// No number may be farther from zero.
const LARGEST: f64 = 1e150;

/// No stretch of numbers may be shorter, but one without any extent.
const SHORTEST: f64 = 1e-150;

/// Nor shorter than this share of its distance from zero: there numbers have too few digits.
const NEAREST: f64 = 1e-9;

/// Numbers to look at, sorted once: whatever is asked of them later is a search.
#[derive(Clone, Debug, PartialEq)]
pub struct Data {
    values: Vec<f64>,
    sorted: Vec<f64>,
    one_bell: Option<f64>,
    name: String,
}

impl Data {
    /// Numbers to look at.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] without a number, [`Error::Large`] for one beyond ±1e150 or none at all,
    /// [`Error::Close`] for different numbers that a picture cannot tell apart.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_data::Data;
    ///
    /// assert_eq!(Data::new(vec![2.0, 1.0, 2.0])?.range(), [1.0, 2.0]);
    /// let error = Data::new(vec![1.0, 1e300]).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "numbers beyond 1e150 fit into no picture, and there is 1e300",
    /// );
    /// # Ok::<(), own_data::Error>(())
    /// ```
    pub fn new(values: Vec<f64>) -> Result<Self, Error> {
        if values.is_empty() {
            return Err(Error::Empty);
        }
        let is_large = |value: &&f64| !(value.abs() <= LARGEST);
        if let Some(&value) = values.iter().find(is_large) {
            return Err(Error::Large { value });
        }
        let mut sorted = values.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let mut data =
            Self { values, sorted, one_bell: None, name: "value".to_owned() };
        let [min, max] = data.range();
        let shortest = (NEAREST * min.abs().max(max.abs())).max(SHORTEST);
        if min == max || max - min >= shortest {
            data.one_bell = data.log_likelihood_of_one_bell();
            Ok(data)
        } else {
            Err(Error::Close { min, max })
        }
    }

    /// The same numbers, under a name for the axis; an empty one names nothing.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        if !name.is_empty() {
            name.clone_into(&mut self.name);
        }
        self
    }

    /// What the numbers are called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The numbers, in the order in which they came.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The different numbers, ascending, and how often each is there.
    pub fn counted(&self) -> impl Iterator<Item = (f64, usize)> {
        let equal = self.sorted.chunk_by(|a, b| a == b);
        equal.map(|values| (values[0], values.len()))
    }

    /// The smallest and the largest.
    #[must_use]
    pub fn range(&self) -> [f64; 2] {
        let ends = [self.sorted.first(), self.sorted.last()];
        ends.map(|end| end.copied().unwrap_or_default())
    }

    /// The log-likelihood of the one bell that has their mean and their standard deviation, if
    /// there is such a bell.
    #[must_use]
    pub fn one_bell(&self) -> Option<f64> {
        self.one_bell
    }

    fn log_likelihood_of_one_bell(&self) -> Option<f64> {
        let bell = Gaussian::fit(&self.values).ok()?;
        // Under the bell that fits best, the average of the logarithms is minus its entropy.
        let bell = Normal::new(bell.loc(), bell.scale()).ok()?;
        let entropy = bell.entropy().first().copied()?;
        Some(-entropy * self.values.len() as f64)
    }

    /// How far the numbers reach; where they are all the same, how far a picture of them does.
    #[must_use]
    pub fn extent(&self) -> f64 {
        let [min, max] = self.range();
        if max > min {
            max - min
        } else if (SHORTEST..=LARGEST).contains(&(min.abs() / 10.0)) {
            min.abs() / 10.0
        } else {
            1.0
        }
    }

    /// The smallest number up to which there is at least this share of them.
    #[must_use]
    pub fn quantile(&self, share: f64) -> f64 {
        let count = self.sorted.len();
        let nth = libm::ceil(share * count as f64) as usize;
        self.sorted[nth.clamp(1, count) - 1]
    }

    /// The histogram in bins of a width, whose edges are multiples of it.
    ///
    /// # Errors
    ///
    /// As [`Histogram::of_sorted`].
    pub fn histogram(&self, bin_width: f64) -> Result<Histogram, Error> {
        let [min, _] = self.range();
        let origin = libm::floor(min / bin_width) * bin_width;
        // A width that is none has no origin either, and is what is refused.
        let origin = if origin.is_finite() { origin } else { 0.0 };
        Ok(Histogram::of_sorted(&self.sorted, origin, bin_width)?)
    }
}
