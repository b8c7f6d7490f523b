mod slope;
mod stretch;
mod taylor;
mod turns;

use super::NormalMixture;
use crate::{
    Distribution, Error, MixtureSameFamily, Normal, batch::check_single,
    elementary::Double,
};
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
        check_single("modes", self.batch_shape())?;
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
        check_single("antimodes", self.batch_shape())?;
        let points = self.member(0).critical_points();
        Ok(points.into_iter().skip(1).step_by(2).collect())
    }

    /// Whether the density has a single peak.
    ///
    /// # Errors
    ///
    /// As [`modes`](Self::modes).
    pub fn is_unimodal(&self) -> Result<bool, Error> {
        check_single("is_unimodal", self.batch_shape())?;
        let mixture = self.member(0);
        Ok(mixture.whole().turns().len() == 1)
    }
}

impl NormalMixture {
    /// The peaks and valleys of the density in turn, from a peak to a peak.
    pub(super) fn critical_points(&self) -> Vec<f64> {
        let turns = self.whole().turns();
        let roots = turns.iter().map(|(stretch, rises)| stretch.root(*rises));
        self.out_of_units(roots.collect())
    }

    /// From the first mean to the last: to the left of all means the density rises, to the right
    /// it falls.
    fn whole(&self) -> Stretch<'_> {
        let locs = || self.parts.iter().map(|part| part.gaussian.loc);
        let from = locs().fold(f64::INFINITY, f64::min);
        let to = locs().fold(f64::NEG_INFINITY, f64::max);
        let [from, to] = [from, to].map(Double::from);
        Stretch::new(from, to, self.parts.iter().collect())
    }
}
