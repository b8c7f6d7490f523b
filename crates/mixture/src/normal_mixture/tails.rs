use super::NormalMixture;
use crate::{
    Tail,
    bulk::{Kernel, put, run},
    elementary::{Lanes, lower_tail, upper_tail},
};

impl NormalMixture {
    /// The probability on one side of every point.
    pub(super) fn tail(&self, tail: Tail, x: &[f64], values: &mut [f64]) {
        self.in_units(x, |x| match tail {
            Tail::Lower => run(Lower(self), x, values),
            Tail::Upper => run(Upper(self), x, values),
        });
    }

    /// The weighted sum of the components' tails, given the standard normal's.
    #[inline(always)]
    fn tails<const L: usize>(
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
struct Lower<'a>(&'a NormalMixture);

impl Kernel<f64> for Lower<'_> {
    #[inline(always)]
    fn points<const L: usize>(&self, x: [f64; L], values: &mut [f64]) {
        put(self.0.tails(x, lower_tail), values);
    }
}

/// The probability above each point.
struct Upper<'a>(&'a NormalMixture);

impl Kernel<f64> for Upper<'_> {
    #[inline(always)]
    fn points<const L: usize>(&self, x: [f64; L], values: &mut [f64]) {
        put(self.0.tails(x, upper_tail), values);
    }
}
