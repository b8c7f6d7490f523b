use super::NormalMixture;
use crate::{
    Distribution, Error, MixtureSameFamily, Normal, array::check,
    batch::check_single, interval::log_interval, reduce::log_sum_exp,
};

impl MixtureSameFamily<Normal> {
    /// The smallest region that holds a draw with the probability `prob`: all points at which the
    /// density is above some level. Of a mixture these may be several intervals, ascending.
    ///
    /// # Errors
    ///
    /// [`Error::Batch`] unless the batch shape is `[]`, [`Error::Argument`] for a `prob` outside
    /// (0, 1).
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Categorical, MixtureSameFamily, Normal};
    ///
    /// let gmm = MixtureSameFamily::new(
    ///     Categorical::from_probs([0.6, 0.4])?,
    ///     Normal::new([2.5, 4.8], [0.6, 0.3])?,
    /// )?;
    /// let regions = gmm.highest_density_regions(0.9)?;
    /// assert_eq!(regions.len(), 2);
    /// assert_eq!(gmm.highest_density_regions(0.999)?.len(), 1);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    ///
    /// # References
    ///
    /// Hyndman, *Computing and graphing highest density regions*, The American Statistician 50
    /// (1996), 120–126.
    pub fn highest_density_regions(
        &self,
        prob: f64,
    ) -> Result<Vec<[f64; 2]>, Error> {
        check_single("highest_density_regions", self.batch_shape())?;
        check("prob", &ndarray::arr0(prob).into_dyn(), "in (0, 1)", |prob| {
            0.0 < prob && prob < 1.0
        })?;
        let mixture = self.member(0);
        let regions = mixture.highest_density_regions(prob);
        let out = |ends: [f64; 2]| ends.map(|x| x / mixture.unit);
        Ok(regions.into_iter().map(out).collect())
    }
}

/// How often a level or an end is narrowed down at most.
const STEPS: usize = 2200;

impl NormalMixture {
    fn highest_density_regions(&self, prob: f64) -> Vec<[f64; 2]> {
        let turns: Vec<f64> =
            self.critical_points().into_iter().map(|x| x * self.unit).collect();
        let tops = turns.iter().step_by(2);
        let highest = tops
            .map(|x| self.log_density(*x))
            .fold(f64::NEG_INFINITY, f64::max);
        // A level below which there is less than what may be left out.
        let mut drop = 1.0;
        while self.prob_of(&self.above(highest - drop, &turns)) < prob {
            drop *= 2.0;
        }
        let (mut low, mut high) = (highest - drop, highest);
        for _ in 0..STEPS {
            let level = f64::midpoint(low, high);
            if level <= low || high <= level {
                break;
            }
            if self.prob_of(&self.above(level, &turns)) < prob {
                high = level;
            } else {
                low = level;
            }
        }
        self.above(low, &turns)
    }

    /// Where the density is above a level, given its peaks and valleys.
    fn above(&self, level: f64, turns: &[f64]) -> Vec<[f64; 2]> {
        let is_above = |x: f64| self.log_density(x) > level;
        let mut regions: Vec<[f64; 2]> = Vec::new();
        for place in (0..turns.len()).step_by(2) {
            let top = turns[place];
            if !is_above(top) {
                continue;
            }
            let valley = |at: Option<usize>| at.and_then(|at| turns.get(at));
            let left = valley(place.checked_sub(1)).copied();
            let right = valley(Some(place + 1)).copied();
            let from = edge(top, left.unwrap_or(f64::MIN), is_above);
            let to = edge(top, right.unwrap_or(f64::MAX), is_above);
            match regions.last_mut() {
                // The valley between the two is above the level, too.
                Some(last) if last[1] >= from => last[1] = to,
                _ => regions.push([from, to]),
            }
        }
        regions
    }

    /// log p in the unit of the parts.
    fn log_density(&self, x: f64) -> f64 {
        log_sum_exp(self.parts.iter().map(|part| {
            let z = part.gaussian.z(x);
            part.log_peak - 0.5 * z * z
        }))
    }

    fn prob_of(&self, regions: &[[f64; 2]]) -> f64 {
        let prob = |ends: &[f64; 2]| -> f64 {
            let parts = self.parts.iter();
            let probs = parts.map(|part| {
                part.weight * libm::exp(log_interval(part.gaussian, *ends))
            });
            probs.sum()
        };
        regions.iter().map(prob).sum()
    }
}

/// Between a point that is above and an end, the last that is above; the end itself if it is.
fn edge(above: f64, end: f64, is_above: impl Fn(f64) -> bool) -> f64 {
    if is_above(end) {
        return end;
    }
    let (mut inside, mut outside) = (above, end);
    for _ in 0..STEPS {
        let middle = f64::midpoint(inside, outside);
        if middle == inside || middle == outside {
            break;
        }
        if is_above(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    inside
}
