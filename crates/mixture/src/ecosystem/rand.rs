use rand::{Rng, distr};

use crate::{Distribution, Scalar};

impl<D: Distribution> distr::Distribution<D::Value> for Scalar<'_, D> {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> D::Value {
        self.distribution().member_draw(0, rng)
    }
}
