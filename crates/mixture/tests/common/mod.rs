//! What several tests need: any valid mixture, and one that takes no fast path.

#![allow(dead_code, reason = "not every test file uses every helper")]
#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::convert::Infallible;

use mixture::{
    ArrayLike, Categorical, Cumulative, Distribution, Error, MixtureSameFamily,
    Moments, Normal, Tail,
};
use proptest::prelude::*;
use rand::Rng;

/// Normal components that do not say how they are mixed in one pass: a mixture of them is computed
/// component by component, as the formulas stand in a textbook.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plain(pub(crate) Normal);

impl Distribution for Plain {
    type Value = f64;
    type OnePass = Infallible;

    fn batch_shape(&self) -> &[usize] {
        self.0.batch_shape()
    }

    fn gather(&self, members: impl ArrayLike<usize>) -> Result<Self, Error> {
        self.0.gather(members).map(Self)
    }

    fn member_log_prob(&self, member: usize, x: f64) -> f64 {
        self.0.member_log_prob(member, x)
    }

    fn member_draw<R: Rng + ?Sized>(&self, member: usize, rng: &mut R) -> f64 {
        self.0.member_draw(member, rng)
    }
}

impl Cumulative for Plain {
    fn member_tail(&self, member: usize, tail: Tail, x: f64) -> f64 {
        self.0.member_tail(member, tail, x)
    }

    fn member_log_tail(&self, member: usize, tail: Tail, x: f64) -> f64 {
        self.0.member_log_tail(member, tail, x)
    }
}

impl Moments for Plain {
    fn member_mean(&self, member: usize) -> f64 {
        self.0.member_mean(member)
    }

    fn member_variance(&self, member: usize) -> f64 {
        self.0.member_variance(member)
    }
}

/// The parameters of a mixture of normals.
#[derive(Clone, Debug)]
pub(crate) struct Parameters {
    pub(crate) weights: Vec<f64>,
    pub(crate) loc: Vec<f64>,
    pub(crate) scale: Vec<f64>,
}

impl Parameters {
    pub(crate) fn classes(&self) -> Categorical {
        Categorical::from_weights(&self.weights).unwrap()
    }

    pub(crate) fn normal(&self) -> Normal {
        Normal::new(&self.loc, &self.scale).unwrap()
    }

    pub(crate) fn mixture(&self) -> MixtureSameFamily<Normal> {
        MixtureSameFamily::new(self.classes(), self.normal()).unwrap()
    }

    pub(crate) fn plain(&self) -> MixtureSameFamily<Plain> {
        MixtureSameFamily::new(self.classes(), Plain(self.normal())).unwrap()
    }

    /// Points around and between the components, and farther out.
    pub(crate) fn points(&self) -> Vec<f64> {
        let around =
            self.loc.iter().zip(&self.scale).flat_map(|(loc, scale)| {
                [-30.0, -6.0, -1.3, -0.2, 0.0, 0.7, 2.1, 9.0, 31.0]
                    .map(|z| loc + z * scale)
            });
        around.collect()
    }
}

/// Mixtures of one to six components, near each other and far apart, as wide as each other and
/// not, with weights down to 1e-300.
pub(crate) fn parameters() -> impl Strategy<Value = Parameters> {
    let weight =
        prop_oneof![6 => 0.01..1.0, 1 => Just(1e-300), 1 => 1e-9..1e-3];
    let loc = prop_oneof![3 => -5.0..5.0, 1 => -1e3..1e3, 1 => Just(0.0)];
    let scale = prop_oneof![3 => 0.1..3.0, 1 => 1e-3..1e3, 1 => Just(1.0)];
    prop::collection::vec((weight, loc, scale), 1..7).prop_map(|parts| {
        let mut parameters = Parameters {
            weights: parts.iter().map(|part| part.0).collect(),
            loc: parts.iter().map(|part| part.1).collect(),
            scale: parts.iter().map(|part| part.2).collect(),
        };
        // Some component has a weight to speak of.
        parameters.weights[0] = parameters.weights[0].max(0.1);
        parameters
    })
}

/// The model of the book.
pub(crate) fn grades() -> MixtureSameFamily<Normal> {
    MixtureSameFamily::new(
        Categorical::from_probs([0.6, 0.4]).unwrap(),
        Normal::new([2.5, 4.8], [0.6, 0.3]).unwrap(),
    )
    .unwrap()
}

/// A mixture of these weights, means and standard deviations.
pub(crate) fn mixture(
    weights: &[f64],
    loc: &[f64],
    scale: &[f64],
) -> MixtureSameFamily<Normal> {
    MixtureSameFamily::new(
        Categorical::from_weights(weights).unwrap(),
        Normal::new(loc, scale).unwrap(),
    )
    .unwrap()
}

/// Whether two numbers agree to a tolerance that is relative above one and absolute below.
pub(crate) fn close(ours: f64, theirs: f64, tolerance: f64) -> bool {
    ours == theirs || (ours - theirs).abs() <= tolerance * theirs.abs().max(1.0)
}
