use statrs::{
    distribution::{Continuous, ContinuousCDF},
    statistics::{self, Max, Min},
};

use crate::{MixtureSameFamily, Moments, Normal, Quantile, Scalar};

/// A distribution that has a density on the real line.
trait OnTheRealLine: Quantile + Moments {
    /// The differential entropy of a single one of them, in nats.
    fn differential_entropy(&self) -> Option<f64>;
}

impl OnTheRealLine for Normal {
    fn differential_entropy(&self) -> Option<f64> {
        self.entropy().first().copied()
    }
}

impl OnTheRealLine for MixtureSameFamily<Normal> {
    fn differential_entropy(&self) -> Option<f64> {
        self.entropy().first().copied()
    }
}

impl<D: OnTheRealLine> Continuous<f64, f64> for Scalar<'_, D> {
    fn pdf(&self, x: f64) -> f64 {
        self.prob(x)
    }

    fn ln_pdf(&self, x: f64) -> f64 {
        self.log_prob(x)
    }
}

/// `inverse_cdf` is NaN for a probability outside [0, 1].
impl<D: OnTheRealLine> ContinuousCDF<f64, f64> for Scalar<'_, D> {
    fn cdf(&self, x: f64) -> f64 {
        Scalar::cdf(*self, x)
    }

    fn sf(&self, x: f64) -> f64 {
        self.survival_function(x)
    }

    fn inverse_cdf(&self, p: f64) -> f64 {
        self.quantile(p)
    }
}

impl<D: OnTheRealLine> Min<f64> for Scalar<'_, D> {
    fn min(&self) -> f64 {
        f64::NEG_INFINITY
    }
}

impl<D: OnTheRealLine> Max<f64> for Scalar<'_, D> {
    fn max(&self) -> f64 {
        f64::INFINITY
    }
}

impl<D: OnTheRealLine> statistics::Distribution<f64> for Scalar<'_, D> {
    fn mean(&self) -> Option<f64> {
        Some(Scalar::mean(*self))
    }

    fn variance(&self) -> Option<f64> {
        Some(Scalar::variance(*self))
    }

    fn std_dev(&self) -> Option<f64> {
        Some(Scalar::stddev(*self))
    }

    fn entropy(&self) -> Option<f64> {
        self.distribution().differential_entropy()
    }
}
