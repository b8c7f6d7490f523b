use std::fmt;

use super::{Row, Sample};

/// Why numbers look rounded: each is a multiple of one step, and the step is so coarse that numbers which
/// were not rounded would have had no reason to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rounding {
    /// The step: 1, 2 or 5 times a power of ten.
    pub step: f64,
    /// How many exact numbers there are, each of them a multiple of the step.
    pub len: usize,
    /// How many of them are different.
    pub distinct: usize,
    /// How many multiples of the step lie between the least and the greatest of them, both counted.
    pub places: f64,
}

impl fmt::Display for Rounding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { step, len, distinct, places } = self;
        write!(
            f,
            "all {len} numbers are multiples of {step}, and they take {distinct} of {places} places"
        )
    }
}

impl Sample {
    /// What the exact numbers are rounded to, if they seem to be, and why: the largest of 1, 2 and 5 times
    /// a power of ten of which all are multiples, where there are fewer than fifty places for each number.
    ///
    /// # Examples
    ///
    /// ```
    /// use fit::Sample;
    ///
    /// let grades = Sample::new([2.3, 2.7, 5.0, 2.3, 1.7, 3.3])?;
    /// let rounding = grades.looks_rounded().ok_or(fit::Error::Empty)?;
    /// assert_eq!(rounding.step, 0.1);
    /// assert_eq!(
    ///     rounding.to_string(),
    ///     "all 6 numbers are multiples of 0.1, and they take 5 of 34 places",
    /// );
    /// let drawn = Sample::new([0.123_456_789, 0.987_654_321, 0.555_123_987])?;
    /// assert_eq!(drawn.looks_rounded(), None);
    /// # Ok::<(), fit::Error>(())
    /// ```
    #[must_use]
    pub fn looks_rounded(&self) -> Option<Rounding> {
        let count = self.rows.partition_point(Row::is_exact);
        let exact = &self.rows[..count];
        let len = self.places.iter().filter(|&&place| place < count).count();
        let (first, last) = (exact.first()?.lower, exact.last()?.lower);
        let extent = last - first;
        if count < 2 || len < 3 {
            return None;
        }
        let steps = (-9..=9).rev().flat_map(|power| {
            [5.0, 2.0, 1.0].map(|digit| {
                if power < 0 {
                    digit / libm::pow(10.0, f64::from(-power))
                } else {
                    digit * libm::pow(10.0, f64::from(power))
                }
            })
        });
        let largest = first.abs().max(last.abs());
        let is_multiple = |x: f64, step: f64| {
            let times = libm::round(x / step);
            (x - times * step).abs() <= 8.0 * f64::EPSILON * largest.max(step)
        };
        let step = steps
            .filter(|step| *step <= extent && largest / step < 1e12)
            .find(|&step| {
                exact.iter().all(|row| is_multiple(row.lower, step))
            })?;
        let places = libm::round(extent / step) + 1.0;
        let rounding = Rounding { step, len, distinct: count, places };
        (places < 50.0 * len as f64).then_some(rounding)
    }
}
