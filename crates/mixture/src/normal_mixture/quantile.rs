//! The inverse of the distribution function.

mod balance;
mod inverse;

use ndarray::ArrayD;

use super::{NormalMixture, Part};
use crate::{
    ArrayLike, Distribution, Error, MixtureSameFamily, Normal, Quantile,
    array::check, batch::map_members, bulk, gaussian::Gaussian,
};
pub(super) use inverse::Inverse;

/// Between components that are far apart the distribution function may be flat to the last digit:
/// on a whole stretch it adds less to q than q can hold. In truth it still rises, and what is solved
/// for is where it does: where the tail that the components on the left still have above the point
/// is what those on the right already have below it, or differs from that by what q differs from the
/// weight on the left. If these two agree to the last digit, they count as equal.
impl Quantile for MixtureSameFamily<Normal> {
    fn member_quantile(&self, member: usize, q: f64) -> f64 {
        self.inverse(member).at(q, libm::log(q))
    }

    fn quantiles(&self, q: impl ArrayLike) -> Result<ArrayD<f64>, Error> {
        let q = q.view();
        check("q", &q, "in [0, 1]", |q| (0.0..=1.0).contains(&q))?;
        if !self.batch_shape().is_empty() {
            return map_members(self.batch_shape(), "q", &q, |member, q| {
                self.member_quantile(member, q)
            });
        }
        let inverse = self.inverse(0);
        Ok(bulk::map(&q, None, |q, values| {
            for (value, &q) in values.iter_mut().zip(q) {
                *value = inverse.at(q, libm::log(q));
            }
        }))
    }
}

macro_rules! inverses {
    ($distribution:ty) => {
        impl $distribution {
            /// The inverse of [`survival_function`](Distribution::survival_function): the point above which
            /// a draw lies with the probability `q`. It has its digits where `q` is small.
            ///
            /// Shape: `q` broadcast with the batch shape.
            ///
            /// # Errors
            ///
            /// As [`quantile`](Distribution::quantile).
            pub fn inverse_survival_function(
                &self,
                q: impl ArrayLike,
            ) -> Result<ArrayD<f64>, Error> {
                let q = q.view();
                check("q", &q, "in [0, 1]", |q| (0.0..=1.0).contains(&q))?;
                map_members(self.batch_shape(), "q", &q, |member, q| {
                    -self.reflected_inverse(member).at(q, libm::log(q))
                })
            }

            /// The inverse of [`log_cdf`](Distribution::log_cdf): the quantile at a probability that is told
            /// by its logarithm, and may be too small for a number.
            ///
            /// Shape: `log_q` broadcast with the batch shape.
            ///
            /// # Errors
            ///
            /// [`Error::Argument`] for a `log_q` above zero or NaN, [`Error::Broadcast`] if it does not
            /// broadcast against the batch.
            pub fn inverse_log_cdf(
                &self,
                log_q: impl ArrayLike,
            ) -> Result<ArrayD<f64>, Error> {
                let log_q = log_q.view();
                check("log_q", &log_q, "at most 0", |log_q| log_q <= 0.0)?;
                map_members(
                    self.batch_shape(),
                    "log_q",
                    &log_q,
                    |member, log_q| {
                        self.inverse(member).at(libm::exp(log_q), log_q)
                    },
                )
            }

            /// The inverse of [`log_survival_function`](Distribution::log_survival_function).
            ///
            /// Shape: `log_q` broadcast with the batch shape.
            ///
            /// # Errors
            ///
            /// As [`inverse_log_cdf`](Self::inverse_log_cdf).
            ///
            /// # Examples
            ///
            /// ```
            /// use mixture::{Distribution, Normal};
            ///
            /// let normal = Normal::new(0.0, 1.0)?;
            /// let far = normal.inverse_log_survival_function(-804.6084420137538)?[[]];
            /// assert!((far - 40.0).abs() < 1e-12);
            /// # Ok::<(), mixture::Error>(())
            /// ```
            pub fn inverse_log_survival_function(
                &self,
                log_q: impl ArrayLike,
            ) -> Result<ArrayD<f64>, Error> {
                let log_q = log_q.view();
                check("log_q", &log_q, "at most 0", |log_q| log_q <= 0.0)?;
                map_members(
                    self.batch_shape(),
                    "log_q",
                    &log_q,
                    |member, log_q| {
                        let inverse = self.reflected_inverse(member);
                        -inverse.at(libm::exp(log_q), log_q)
                    },
                )
            }
        }
    };
}

inverses!(MixtureSameFamily<Normal>);
inverses!(Normal);

impl Normal {
    fn as_mixture(&self, member: usize, sign: f64) -> NormalMixture {
        let Gaussian { loc, scale } = self.gaussian(member);
        let gaussian = Gaussian { loc: sign * loc, scale };
        NormalMixture::of_one(gaussian)
    }

    fn inverse(&self, member: usize) -> Inverse {
        Inverse::of(&self.as_mixture(member, 1.0))
    }

    fn reflected_inverse(&self, member: usize) -> Inverse {
        Inverse::of(&self.as_mixture(member, -1.0))
    }
}

impl MixtureSameFamily<Normal> {
    /// The inverse of the distribution function of one member.
    pub(crate) fn inverse(&self, member: usize) -> Inverse {
        Inverse::of(&self.member(member))
    }

    /// The inverse of the survival function of one member, up to the sign.
    pub(crate) fn reflected_inverse(&self, member: usize) -> Inverse {
        Inverse::of(&self.member(member).reflected())
    }
}

impl NormalMixture {
    /// The mixture of −X.
    fn reflected(&self) -> Self {
        let reflect = |part: &Part| {
            let Gaussian { loc, scale } = part.gaussian;
            let gaussian = Gaussian { loc: -loc, scale };
            Part { gaussian, ..*part }
        };
        Self { parts: self.parts.iter().map(reflect).collect(), ..*self }
    }
}
