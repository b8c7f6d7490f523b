use super::NormalMixture;
use crate::{
    bulk::{Kernel, put},
    elementary::{Lanes, lower_tail, upper_tail},
};

impl NormalMixture {
    /// The weighted sum of the components' tails, given the standard normal's.
    #[inline(always)]
    fn tail<const L: usize>(
        &self,
        x: [f64; L],
        standard: impl Fn(Lanes<L>) -> Lanes<L>,
    ) -> Lanes<L> {
        let mut sum = Lanes::splat(0.0);
        for part in &self.parts {
            let z = (Lanes(x) - part.gaussian.loc) / part.gaussian.scale;
            sum = sum + standard(z) * part.weight;
        }
        // Written so that NaN stays.
        sum.map(|sum| if sum > 1.0 { 1.0 } else { sum })
    }
}

/// The probability below each point.
pub(super) struct Lower<'a>(pub(super) &'a NormalMixture);

impl Kernel<f64> for Lower<'_> {
    #[inline(always)]
    fn points<const L: usize>(&self, x: [f64; L], values: &mut [f64]) {
        put(self.0.tail(x, lower_tail), values);
    }
}

/// The probability above each point.
pub(super) struct Upper<'a>(pub(super) &'a NormalMixture);

impl Kernel<f64> for Upper<'_> {
    #[inline(always)]
    fn points<const L: usize>(&self, x: [f64; L], values: &mut [f64]) {
        put(self.0.tail(x, upper_tail), values);
    }
}
