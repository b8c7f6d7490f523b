//! What a single distribution answers, in plain numbers.

use super::Scalar;
use crate::{Cumulative, Distribution, Moments, Quantile, Tail};

impl<D: Distribution> Scalar<'_, D> {
    /// The logarithm of the density, or probability, at `x`.
    #[must_use]
    pub fn log_prob(self, x: D::Value) -> f64 {
        self.0.member_log_prob(0, x)
    }

    /// The density, or probability, at `x`.
    #[must_use]
    pub fn prob(self, x: D::Value) -> f64 {
        self.0.member_prob(0, x)
    }
}

impl<D: Cumulative> Scalar<'_, D> {
    /// The probability of a draw of at most `x`.
    #[must_use]
    pub fn cdf(self, x: f64) -> f64 {
        self.0.member_tail(0, Tail::Lower, x)
    }

    /// The logarithm of [`cdf`](Self::cdf).
    #[must_use]
    pub fn log_cdf(self, x: f64) -> f64 {
        self.0.member_log_tail(0, Tail::Lower, x)
    }

    /// The probability of a draw above `x`.
    #[must_use]
    pub fn survival_function(self, x: f64) -> f64 {
        self.0.member_tail(0, Tail::Upper, x)
    }

    /// The logarithm of [`survival_function`](Self::survival_function).
    #[must_use]
    pub fn log_survival_function(self, x: f64) -> f64 {
        self.0.member_log_tail(0, Tail::Upper, x)
    }
}

impl<D: Quantile> Scalar<'_, D> {
    /// The quantile at `q`, as [`Distribution::quantile`] gives it; NaN for a `q` outside [0, 1].
    #[must_use]
    pub fn quantile(self, q: f64) -> f64 {
        if (0.0..=1.0).contains(&q) {
            self.0.member_quantile(0, q)
        } else {
            f64::NAN
        }
    }
}

impl<D: Moments> Scalar<'_, D> {
    /// The mean.
    #[must_use]
    pub fn mean(self) -> f64 {
        self.0.member_mean(0)
    }

    /// The variance.
    #[must_use]
    pub fn variance(self) -> f64 {
        self.0.member_variance(0)
    }

    /// The standard deviation.
    #[must_use]
    pub fn stddev(self) -> f64 {
        self.0.member_stddev(0)
    }
}
