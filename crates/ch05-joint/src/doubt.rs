use chapter::Error;

use crate::Joint;

/// Between which probabilities of the second group a grade counts as doubtful.
pub const DOUBT: (f64, f64) = (0.1, 0.9);

impl Joint {
    /// The grades between two means at which the probability of the second of two groups passes
    /// from the lower bound of [`DOUBT`] to the upper one; the smaller of the two first.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] if there are not two groups, or if between the means the probability
    /// does not pass both bounds.
    pub fn doubtful_zone(&self) -> Result<(f64, f64), Error> {
        let [first, second] = &self.bells[..] else {
            let count = self.num_groups() as f64;
            return Err(Error::argument("the number of groups", "two", count));
        };
        let ends = (first.loc(), second.loc());
        let one = self.crossing(DOUBT.0, ends)?;
        let other = self.crossing(DOUBT.1, ends)?;
        Ok((one.min(other), one.max(other)))
    }

    /// Where the probability of the second group reaches `level`, by halving the stretch between
    /// a grade at which it is lower and one at which it is higher.
    fn crossing(&self, level: f64, ends: (f64, f64)) -> Result<f64, Error> {
        let unprepared = |x: f64| self.posterior(x)[1];
        let (mut lower, mut higher) = ends;
        for (name, fits, end) in [
            ("at the first mean", unprepared(lower) < level, lower),
            ("at the second mean", unprepared(higher) > level, higher),
        ] {
            if !fits {
                let argument =
                    format!("the probability of the second group {name}");
                let requirement = "beyond the bounds of doubt";
                return Err(Error::argument(
                    argument,
                    requirement,
                    unprepared(end),
                ));
            }
        }
        for _ in 0..60 {
            let middle = f64::midpoint(lower, higher);
            if unprepared(middle) < level {
                lower = middle;
            } else {
                higher = middle;
            }
        }
        Ok(f64::midpoint(lower, higher))
    }
}
