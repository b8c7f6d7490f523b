mod stretch;
mod taylor;

use super::{NormalMixture, Part};
use crate::{Error, MixtureSameFamily, Normal, scalar::check_scalar};
use stretch::Stretch;

impl MixtureSameFamily<Normal> {
    /// Where the density has its peaks, ascending.
    ///
    /// Every peak is found: the line is cut into stretches until each is known to hold none or
    /// one. Peaks closer than 1e-8 of the smallest standard deviation that matters there count as
    /// one. The highest is the one with the largest [`prob`](crate::Distribution::prob).
    ///
    /// # Errors
    ///
    /// [`Error::Batch`] unless the batch shape is `[]`.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Categorical, MixtureSameFamily, Normal};
    ///
    /// // Two bells of one width and weight have two peaks once their means are more than two
    /// // standard deviations apart.
    /// let even = |distance: f64| {
    ///     let normal = Normal::new([0.0, distance], 1.0)?;
    ///     MixtureSameFamily::new(Categorical::from_probs([0.5; 2])?, normal)
    /// };
    /// assert_eq!(even(1.9)?.modes()?.len(), 1);
    /// assert_eq!(even(2.1)?.modes()?.len(), 2);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    ///
    /// # References
    ///
    /// Améndola, Engström and Haase, *Maximum number of modes of Gaussian mixtures*, Information
    /// and Inference 9 (2020), 587–600: on the line there are never more modes than components.
    pub fn modes(&self) -> Result<Vec<f64>, Error> {
        check_scalar("modes", self)?;
        let points = self.member(0).critical_points();
        Ok(points.into_iter().step_by(2).collect())
    }

    /// Where the density has its valleys, ascending: one between each two neighbouring
    /// [`modes`](Self::modes), and none if there is a single mode.
    ///
    /// # Errors
    ///
    /// As [`modes`](Self::modes).
    pub fn antimodes(&self) -> Result<Vec<f64>, Error> {
        check_scalar("antimodes", self)?;
        let points = self.member(0).critical_points();
        Ok(points.into_iter().skip(1).step_by(2).collect())
    }

    /// Whether the density has a single peak.
    ///
    /// # Errors
    ///
    /// As [`modes`](Self::modes).
    pub fn is_unimodal(&self) -> Result<bool, Error> {
        check_scalar("is_unimodal", self)?;
        let mixture = self.member(0);
        Ok(mixture.whole().turns().len() == 1)
    }
}

impl NormalMixture {
    /// The peaks and valleys of the density in turn, from a peak to a peak.
    fn critical_points(&self) -> Vec<f64> {
        let turns = self.whole().turns();
        turns.iter().map(|(stretch, rises)| stretch.root(*rises)).collect()
    }

    /// From the first mean to the last: to the left of all means the density rises, to the right
    /// it falls.
    fn whole(&self) -> Stretch<'_> {
        let locs = || self.parts.iter().map(|part| part.gaussian.loc);
        let from = locs().fold(f64::INFINITY, f64::min);
        let to = locs().fold(f64::NEG_INFINITY, f64::max);
        Stretch::new(from, to, self.parts.iter().collect())
    }
}

/// Below the exponential of minus this there is no number.
const VANISHING: f64 = 745.2;

/// What rounding does to a number of this crate at the most, as a share of it.
const ROUNDING: f64 = 1e-15;

impl Part {
    /// log(πₖ/σₖ²), by which the component takes part in p′(x): that is, up to a factor, the sum of
    /// πₖ/σₖ²·exp(−z²/2)·(−z).
    fn log_slope(&self) -> f64 {
        self.log_weight - 2.0 * self.log_scale
    }

    /// How many standard deviations of it are between its mean and the nearest and the farthest
    /// point of a stretch.
    fn distances(&self, from: f64, to: f64) -> (f64, f64) {
        let [a, b] = [from, to].map(|x| self.gaussian.z(x));
        let (near, far) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
        (if a <= 0.0 && 0.0 <= b { 0.0 } else { near }, far)
    }

    /// The largest value of `log_slope` − z²/2 on a stretch.
    fn largest(&self, from: f64, to: f64) -> f64 {
        let (near, _) = self.distances(from, to);
        self.log_slope() - 0.5 * near * near
    }
}
