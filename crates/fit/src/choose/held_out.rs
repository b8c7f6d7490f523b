use rand::seq::SliceRandom as _;

use crate::{
    Em, Error, Fit, Sample,
    parallel::{each, generator},
};

/// Counts that sum to more than this are shared out evenly and not one by one.
const UNITS: f64 = 1e7;

/// The log-likelihood of each fold of the data under the mixture that is fitted to the others. Minus infinity
/// where a datum has no probability there.
pub(super) fn of(fit: &Fit, folds: usize, seed: u64) -> Result<f64, Error> {
    let parts = folds_of(fit.sample(), folds, seed);
    let values = each(folds, |fold| {
        let sample = |keep: &dyn Fn(usize) -> bool| {
            let weights = parts.iter().map(|parts| {
                let parts = parts.iter().enumerate();
                let kept = parts.filter(|(part, _)| keep(*part));
                kept.map(|(_, weight)| weight).sum()
            });
            fit.sample().clone().weights(weights.collect::<Vec<f64>>())
        };
        let Ok(held_out) = sample(&|part| part == fold) else {
            return Ok(0.0);
        };
        let training = sample(&|part| part != fold)?;
        let trained = fit.model().fit(&training)?;
        match Em::new(&held_out, trained.mixture().clone()) {
            Ok(em) => Ok(em.log_likelihood()),
            Err(Error::Impossible { .. }) => Ok(f64::NEG_INFINITY),
            Err(error) => Err(error),
        }
    });
    values.into_iter().sum()
}

/// How much of each datum comes into each fold: a datum of the weight one into one of them, counts one by
/// one, other weights as a whole.
fn folds_of(sample: &Sample, folds: usize, seed: u64) -> Vec<Vec<f64>> {
    let weights = sample.datum_weights();
    let is_counts = weights.iter().all(|weight| *weight == weight.trunc());
    let mut parts = vec![vec![0.0; folds]; weights.len()];
    let total: f64 = weights.iter().sum();
    if total > UNITS && is_counts {
        for (parts, weight) in parts.iter_mut().zip(weights) {
            parts.fill(weight / folds as f64);
        }
        return parts;
    }
    let mut units: Vec<usize> = Vec::new();
    for (datum, weight) in weights.iter().enumerate() {
        let times = if is_counts { *weight as usize } else { 1 };
        units.extend(std::iter::repeat_n(datum, times));
    }
    units.shuffle(&mut generator(seed, 0));
    for (place, &datum) in units.iter().enumerate() {
        let weight = if is_counts { 1.0 } else { weights[datum] };
        parts[datum][place % folds] += weight;
    }
    parts
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

    use super::*;

    #[test]
    fn every_datum_is_held_out_once_and_folds_are_as_large_as_each_other() {
        for weights in
            [vec![1.0; 7], vec![3.0, 0.0, 4.0, 5.0], vec![0.5, 2.25, 1.0]]
        {
            let x = (0..weights.len()).map(|n| n as f64);
            let sample = Sample::new(x).unwrap();
            let sample = sample.weights(weights.clone()).unwrap();
            let parts = folds_of(&sample, 3, 1);
            for (parts, weight) in parts.iter().zip(&weights) {
                assert!((parts.iter().sum::<f64>() - weight).abs() < 1e-12);
            }
            if weights.iter().all(|weight| weight.fract() == 0.0) {
                let fold =
                    |fold| parts.iter().map(|part| part[fold]).sum::<f64>();
                let sizes = [0, 1, 2].map(fold);
                let [least, most] = [f64::min, f64::max]
                    .map(|f| sizes.into_iter().reduce(f).unwrap());
                assert!(most - least <= 1.0, "{sizes:?}");
            }
        }
    }
}
