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
