use chapter::Error;

use crate::Joint;

/// Between which probabilities of the second group a grade counts as doubtful.
pub const DOUBT: (f64, f64) = (0.1, 0.9);

impl Joint {
    /// The stretches of grades at which the probability of the second of two groups lies between the
    /// bounds of [`DOUBT`], ascending; the first may begin at −∞ and the last end at ∞.
    ///
    /// # Errors
    ///
    /// As [`boundaries`](Self::boundaries).
    pub fn doubtful_stretches(&self) -> Result<Vec<(f64, f64)>, Error> {
        let mut ends = vec![f64::NEG_INFINITY, f64::INFINITY];
        for level in [DOUBT.0, DOUBT.1] {
            ends.extend(self.crossings(level)?);
        }
        ends.sort_by(f64::total_cmp);
        let is_doubtful = |&(from, to): &(f64, f64)| {
            let within = match (from.is_finite(), to.is_finite()) {
                (true, true) => f64::midpoint(from, to),
                (true, false) => from + 1.0,
                (false, true) => to - 1.0,
                (false, false) => 0.0,
            };
            let probability = self.posterior(within)[1];
            DOUBT.0 < probability && probability < DOUBT.1
        };
        let stretches = ends.windows(2).map(|ends| (ends[0], ends[1]));
        Ok(stretches.filter(is_doubtful).collect())
    }

    /// Where the probability of the second group is `level`: there the odds are those that other
    /// shares would make even.
    fn crossings(&self, level: f64) -> Result<Vec<f64>, Error> {
        let [first, second] = self.probs[..] else {
            return self.boundaries();
        };
        let (first, second) = (first * level, second * (1.0 - level));
        let probs = [first, second].map(|share| share / (first + second));
        Self::new(probs, self.bells.clone())?.boundaries()
    }
}
