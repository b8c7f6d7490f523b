//! Samples and mixtures of every kind.

#![allow(dead_code, reason = "each of the tests takes what it needs")]
#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use fit::Sample;
use mixture::{Categorical, MixtureSameFamily, Normal};
use proptest::prelude::*;

pub(crate) type Bells = Vec<(f64, f64, f64)>;

pub(crate) fn bells() -> impl Strategy<Value = Bells> {
    prop::collection::vec((0.1..1.0, -6.0..6.0, 0.3..3.0), 1..4)
}

pub(crate) fn mixture(bells: &Bells) -> MixtureSameFamily<Normal> {
    let part = |of: fn(&(f64, f64, f64)) -> f64| -> Vec<f64> {
        bells.iter().map(of).collect()
    };
    MixtureSameFamily::new(
        Categorical::from_weights(part(|bell| bell.0)).unwrap(),
        Normal::new(part(|bell| bell.1), part(|bell| bell.2)).unwrap(),
    )
    .unwrap()
}

pub(crate) fn numbers() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(-8.0..8.0, 8..40)
}

/// A sample of any kind, from numbers.
pub(crate) fn of_kind(x: &[f64], kind: usize) -> Sample {
    match kind {
        0 => Sample::new(x.to_vec()).unwrap(),
        1 => Sample::rounded(x.to_vec(), 0.5).unwrap(),
        2 => {
            let ends = x.iter().map(|x| x + 1.0);
            Sample::intervals(
                x.to_vec(),
                ends.map(|x| if x > 7.0 { f64::INFINITY } else { x }),
            )
            .unwrap()
        }
        3 => Sample::new(x.to_vec()).unwrap().truncated(-9.0, 8.5).unwrap(),
        _ => {
            let weights = (0..x.len()).map(|n| (n % 4) as f64);
            let half =
                Sample::new(x.to_vec()).unwrap().weights(weights).unwrap();
            half.and(&Sample::rounded(x.to_vec(), 0.1).unwrap()).unwrap()
        }
    }
}

pub(crate) fn near(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance * other.abs().max(1.0)
}

/// The places of a mixture's components: shares, means and deviations.
pub(crate) fn parts(of: &MixtureSameFamily<Normal>) -> [Vec<f64>; 3] {
    let normal = of.components_distribution();
    [
        of.mixture_distribution().probs().iter().copied().collect(),
        normal.loc().into_iter().collect(),
        normal.scale().into_iter().collect(),
    ]
}

/// A mixture of these parts.
pub(crate) fn of_parts(
    [probs, loc, scale]: [Vec<f64>; 3],
) -> MixtureSameFamily<Normal> {
    MixtureSameFamily::new(
        Categorical::from_weights(probs).unwrap(),
        Normal::new(loc, scale).unwrap(),
    )
    .unwrap()
}

/// So many grades of the book's model, before they are rounded.
pub(crate) fn drawn(len: usize, seed: u64) -> Vec<f64> {
    use mixture::Distribution as _;
    use rand_pcg::rand_core::SeedableRng as _;
    let gmm = of_parts([vec![0.6, 0.4], vec![2.5, 4.8], vec![0.6, 0.3]]);
    gmm.sample(len, &mut rand_pcg::Pcg64::seed_from_u64(seed))
        .into_iter()
        .collect()
}
