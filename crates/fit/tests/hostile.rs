//! Samples that nobody would make, and what is asked of them: each ends in an answer or an error, and no
//! answer is NaN.
//!
//! `FUZZ=10000000 cargo test --release --package fit --test hostile` tries as many.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::env;

use fit::{Criterion, Em, GaussianMixture, Sample, modality};
use mixture::{Categorical, MixtureSameFamily, Normal};
use rand::RngExt as _;
use rand_pcg::{Pcg64, rand_core::SeedableRng as _};
use rayon::prelude::*;

/// A number of any size, often one that was there before.
fn number(rng: &mut Pcg64, before: &[f64]) -> f64 {
    match rng.random_range(0..14) {
        0..4 if !before.is_empty() => before[rng.random_range(0..before.len())],
        0..8 => rng.random::<f64>() * 10.0 - 5.0,
        8 => f64::from(rng.random_range(-3_i32..4)),
        9 => {
            (rng.random::<f64>() - 0.5)
                * libm::exp10(f64::from(rng.random_range(-300_i32..300)))
        }
        10 => 1e9 + rng.random::<f64>() * 1e-3,
        11 => [f64::MAX, f64::MIN, f64::MIN_POSITIVE, -0.0, 5e-324]
            [rng.random_range(0..5)],
        12 => {
            [f64::NAN, f64::INFINITY, f64::NEG_INFINITY][rng.random_range(0..3)]
        }
        _ => rng.random::<f64>() * 1e-9,
    }
}

fn numbers(rng: &mut Pcg64) -> Vec<f64> {
    let len = rng.random_range(0..14);
    let mut x = Vec::new();
    for _ in 0..len {
        let next = number(rng, &x);
        x.push(next);
    }
    x
}

fn sample(rng: &mut Pcg64) -> Result<Sample, fit::Error> {
    let x = numbers(rng);
    let mut sample = match rng.random_range(0..4) {
        0 | 1 => Sample::new(x)?,
        2 => Sample::rounded(x, number(rng, &[]).abs())?,
        _ => {
            let upper: Vec<f64> = x
                .iter()
                .map(|x| {
                    if rng.random::<f64>() < 0.2 {
                        f64::INFINITY
                    } else {
                        x + rng.random::<f64>()
                    }
                })
                .collect();
            Sample::intervals(x, upper)?
        }
    };
    if rng.random::<f64>() < 0.2 {
        sample = sample.and(&Sample::new(numbers(rng))?)?;
    }
    if rng.random::<f64>() < 0.3 {
        let weights: Vec<f64> =
            (0..sample.len()).map(|_| number(rng, &[]).abs()).collect();
        sample = sample.weights(weights)?;
    }
    if rng.random::<f64>() < 0.2 {
        sample = sample.truncated(-6.0, 6.0)?;
    }
    Ok(sample)
}

/// The largest number over the smallest difference, or the largest weight over the smallest.
fn spread(sample: &Sample) -> f64 {
    let text = serde_json::to_value(sample).unwrap();
    let mut x: Vec<f64> = ["x", "lower", "upper"]
        .into_iter()
        .filter_map(|part| text[part].as_array())
        .flatten()
        .filter_map(serde_json::Value::as_f64)
        .collect();
    x.sort_by(f64::total_cmp);
    let largest = x.iter().map(|x| x.abs()).fold(0.0, f64::max);
    let gaps = x.windows(2).map(|pair| pair[1] - pair[0]);
    let least = gaps.filter(|gap| *gap > 0.0).fold(largest, f64::min);
    let weights = text["weights"].as_array().into_iter().flatten();
    let weights = weights.filter_map(serde_json::Value::as_f64);
    let weights: Vec<f64> = weights.filter(|weight| *weight > 0.0).collect();
    let heaviest = weights.iter().copied().fold(0.0, f64::max);
    let lightest = weights.iter().copied().fold(heaviest, f64::min);
    let range = if heaviest > 0.0 { heaviest / lightest } else { 1.0 };
    (largest / least).max(range)
}

/// What is asked; an error says what is wrong, and every number is one.
fn ask(rng: &mut Pcg64) -> Result<(), fit::Error> {
    let sample = sample(rng)?;
    let _ = sample.looks_rounded().map(|rounding| rounding.to_string());
    let components = rng.random_range(0..5);
    let mut model = GaussianMixture::new(components).starts(2);
    let given = |rng: &mut Pcg64| -> Vec<Option<f64>> {
        (0..components)
            .map(|_| (rng.random::<f64>() < 0.5).then(|| number(rng, &[])))
            .collect()
    };
    let way = rng.random_range(0..8);
    let is_given = (1..5).contains(&way);
    match way {
        0 => model = model.equal_scale(),
        1 => model = model.fixed_loc(given(rng)),
        2 => model = model.fixed_scale(given(rng)),
        3 => model = model.fixed_probs(given(rng)),
        4 => model = model.floor(number(rng, &[])),
        _ => {}
    }
    if rng.random::<f64>() < 0.1 {
        let dip = modality::dip(&sample)?;
        assert!((0.0..=0.5).contains(&dip), "{dip} {sample:?}");
        let bandwidth = modality::critical_bandwidth(&sample, 1)?;
        assert!(bandwidth >= 0.0, "{bandwidth} {sample:?}");
    }
    let fit = model.fit(&sample)?;
    let numbers = [fit.log_likelihood(), fit.aic(), fit.bic(), fit.icl()];
    assert!(
        numbers.iter().all(|x| x.is_finite()),
        "{numbers:?} {model:?} {sample:?}"
    );
    let shares = fit.responsibilities();
    assert!(
        shares.iter().all(|x| (0.0..=1.0).contains(x)),
        "{model:?} {sample:?}"
    );
    let _ = fit.to_string();
    if let Ok(errors) = fit.standard_errors() {
        assert!(errors.loc().iter().all(|x| *x >= 0.0), "{model:?} {sample:?}");
    }
    let mut em = Em::new(&sample, fit.mixture().clone())?;
    let before = em.log_likelihood();
    em.step()?;
    // Where one datum or one weight is rounding beside another, a step may fall.
    let slack = 1e-9 * before.abs().max(1.0) + 1e-12 * sample.total_weight();
    let after = em.log_likelihood();
    if after < before - slack {
        let is_sane =
            !is_given && spread(&sample) < 1e12 && !fit.leans_on_floor();
        assert!(!is_sane, "{before} {after} {model:?} {sample:?}");
    }
    match rng.random_range(0..40) {
        0 => {
            let _ = fit.gain_at_most(number(rng, &[]))?;
        }
        // As many are drawn as the weights sum to.
        1 if sample.total_weight() < 1e4 => {
            let _ = fit.refits(2, 1).run()?;
        }
        2 => {
            let criterion = Criterion::HeldOut { folds: 2, seed: 1 };
            let _ = GaussianMixture::choose(1..=2, criterion)
                .starts(1)
                .fit(&sample)?;
        }
        3 => {
            let _ = fit.decision_boundaries()?;
        }
        4 => {
            let any = MixtureSameFamily::new(
                Categorical::from_probs([0.5, 0.5])?,
                Normal::new(
                    [number(rng, &[]), 0.0],
                    [number(rng, &[]).abs(), 1.0],
                )?,
            )?;
            let _ = Em::new(&sample, any)?;
        }
        _ => {}
    }
    Ok(())
}

#[test]
fn whatever_is_asked_ends_in_an_answer_or_an_error() {
    let cases = env::var("FUZZ").map_or(2000, |cases| cases.parse().unwrap());
    (0..cases).into_par_iter().for_each(|case| {
        if let Err(error) = ask(&mut Pcg64::seed_from_u64(case)) {
            assert!(!error.to_string().is_empty(), "case {case}");
        }
    });
}
