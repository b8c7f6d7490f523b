use crate::{Cumulative, Distribution, Error, Moments, Quantile, Tail};

/// One distribution, with plain numbers in and out: a view of a distribution whose batch shape is
/// `[]`, made by [`Distribution::scalar`].
///
/// A density costs no allocation. It is a distribution of the crate `rand`, and where it is a
/// [`Normal`](crate::Normal) or a mixture of them also one of statrs.
///
/// # Examples
///
/// ```
/// use mixture::{Distribution, Normal};
/// use rand::distr::Distribution as _;
/// use rand_pcg::{Pcg64, rand_core::SeedableRng};
///
/// let passed = Normal::new(2.5, 0.6)?;
/// let passed = passed.scalar()?;
/// assert_eq!(passed.cdf(2.5), 0.5);
///
/// let rng = Pcg64::seed_from_u64(42);
/// let grades: Vec<f64> = passed.sample_iter(rng).take(3).collect();
/// assert_eq!(grades.len(), 3);
/// # Ok::<(), mixture::Error>(())
/// ```
#[derive(Debug)]
pub struct Scalar<'a, D>(&'a D);

impl<D> Clone for Scalar<'_, D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for Scalar<'_, D> {}

impl<'a, D: Distribution> Scalar<'a, D> {
    pub(crate) fn new(distribution: &'a D) -> Result<Self, Error> {
        check_scalar("scalar", distribution).map(|()| Self(distribution))
    }

    /// The distribution that this is a view of.
    #[must_use]
    pub fn distribution(self) -> &'a D {
        self.0
    }

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

/// Checks that a batch is a single distribution.
pub(crate) fn check_scalar(
    method: &'static str,
    distribution: &impl Distribution,
) -> Result<(), Error> {
    let batch_shape = distribution.batch_shape();
    if batch_shape.is_empty() {
        Ok(())
    } else {
        Err(Error::Batch { method, batch_shape: batch_shape.to_vec() })
    }
}
