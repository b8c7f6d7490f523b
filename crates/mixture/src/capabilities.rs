//! What some distributions have and others have not.

use ndarray::ArrayD;

use crate::{ArrayLike, Distribution, Error, batch::map_members};

/// Which side of a point a probability is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// At and below the point.
    Lower,
    /// Above the point.
    Upper,
}

impl Tail {
    /// The other side.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Lower => Self::Upper,
            Self::Upper => Self::Lower,
        }
    }
}

/// A distribution that has a distribution function: it gives [`Distribution`] its `cdf`, its
/// `survival_function` and the logarithms of both.
pub trait Cumulative: Distribution<Value = f64> {
    /// The probability that a draw from one member is on this side of a point.
    fn member_tail(&self, member: usize, tail: Tail, x: f64) -> f64;

    /// The logarithm of [`member_tail`](Self::member_tail), with all its digits where that is
    /// too small for a number or rounds to one.
    fn member_log_tail(&self, member: usize, tail: Tail, x: f64) -> f64;

    /// The probability that a draw is on this side of each point.
    ///
    /// Shape: `x` broadcast with the batch shape.
    ///
    /// # Errors
    ///
    /// [`Error::Broadcast`] if `x` does not broadcast against the batch.
    fn tail(
        &self,
        tail: Tail,
        x: impl ArrayLike,
    ) -> Result<ArrayD<f64>, Error> {
        map_members(self, "x", &x.view(), |member, x| {
            self.member_tail(member, tail, x)
        })
    }
}

/// A distribution whose distribution function can be inverted: it gives [`Distribution`] its
/// `quantile`.
pub trait Quantile: Cumulative {
    /// The quantile of one member at a probability in [0, 1].
    fn member_quantile(&self, member: usize, q: f64) -> f64;
}

/// A distribution that has a mean and a variance: it gives [`Distribution`] its `mean`,
/// `variance` and `stddev`.
pub trait Moments: Distribution<Value = f64> {
    /// The mean of one member.
    fn member_mean(&self, member: usize) -> f64;

    /// The variance of one member.
    fn member_variance(&self, member: usize) -> f64;

    /// The standard deviation of one member.
    fn member_stddev(&self, member: usize) -> f64 {
        self.member_variance(member).sqrt()
    }
}
