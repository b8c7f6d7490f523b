use ndarray::ArrayD;

use super::NormalMixture;
use crate::{
    Distribution, MixtureSameFamily, Normal,
    batch::{mapped, members},
};

impl MixtureSameFamily<Normal> {
    /// The skewness, E(X − μ)³/σ³: zero for what is symmetric. Shape: the batch shape.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Categorical, MixtureSameFamily, Normal};
    ///
    /// let normal = Normal::new([0.0, 1.0], [1.0, 2.0])?;
    /// let gmm = MixtureSameFamily::new(Categorical::from_probs([0.5, 0.5])?, normal)?;
    /// assert!((gmm.skewness()[[]] - 2.25 / 2.75_f64.powf(1.5)).abs() < 1e-14);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    #[must_use]
    pub fn skewness(&self) -> ArrayD<f64> {
        self.standardized(|between, within| {
            between * between * between + 3.0 * between * within
        })
    }

    /// The excess kurtosis, E(X − μ)⁴/σ⁴ − 3: zero for a Gaussian. Shape: the batch shape.
    #[must_use]
    pub fn excess_kurtosis(&self) -> ArrayD<f64> {
        let fourth = self.standardized(|between, within| {
            let square = between * between;
            square * square + 6.0 * square * within + 3.0 * within * within
        });
        mapped(&fourth, |fourth| fourth - 3.0)
    }

    /// The mean over the components of `f` of how far the mean of one is from that of the mixture,
    /// and of its variance, both in standard deviations of the mixture.
    fn standardized(&self, f: impl Fn(f64, f64) -> f64) -> ArrayD<f64> {
        mapped(&members(self.batch_shape()), |&member| {
            let mixture = self.member(member);
            mixture.standardized(&f)
        })
    }
}

impl NormalMixture {
    fn standardized(&self, f: impl Fn(f64, f64) -> f64) -> f64 {
        let heaviest = self.parts.iter().fold(&self.parts[0], |best, part| {
            if part.weight > best.weight { part } else { best }
        });
        let origin = heaviest.gaussian.loc;
        let average = |f: &dyn Fn(f64, f64) -> f64| -> f64 {
            let terms = self.parts.iter().map(|part| {
                let distance = part.gaussian.loc - origin;
                part.weight * f(distance, part.gaussian.scale)
            });
            terms.sum()
        };
        // A unit, so that no power is too large or too small.
        let sizes = self.parts.iter().map(|part| {
            (part.gaussian.loc - origin).abs().max(part.gaussian.scale)
        });
        let unit = sizes.fold(0.0, f64::max);
        let shift = average(&|distance, _| distance / unit);
        let between = |distance: f64| distance / unit - shift;
        let variance = average(&|distance, scale| {
            let (between, within) = (between(distance), scale / unit);
            between * between + within * within
        });
        let deviation = variance.sqrt();
        average(&|distance, scale| {
            let within = scale / unit / deviation;
            f(between(distance) / deviation, within * within)
        })
    }
}
