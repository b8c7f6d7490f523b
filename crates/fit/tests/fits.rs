//! What holds of any fit.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::{drawn, near, numbers, of_kind, of_parts, parts};
use fit::{Chosen, Criterion, Em, Error, Fit, GaussianMixture, Sample};
use mixture::Distribution as _;
use proptest::prelude::*;

/// A fit whose likelihood says something, if there is one.
fn sound(k: usize, sample: &Sample) -> Option<Fit> {
    let fit = GaussianMixture::new(k).fit(sample).ok()?;
    let few = |warning: &fit::Warning| matches!(warning, fit::Warning::FewData { count, .. } if *count < 2.0);
    let is_sound = !fit.leans_on_floor() && !fit.warnings().iter().any(few);
    (is_sound && fit.converged()).then_some(fit)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn at_a_top_no_parameter_can_be_moved_for_more(x in numbers(), kind in 0_usize..4) {
        let sample = of_kind(&x, kind);
        let Some(fit) = sound(2, &sample) else { return Ok(()) };
        let value = |parts: [Vec<f64>; 3]| Em::new(&sample, of_parts(parts)).unwrap().log_likelihood();
        let top = parts(fit.mixture());
        let step = 1e-5;
        for part in 0..3 {
            for component in 0..2 {
                let moved = |by: f64| {
                    let mut moved = top.clone();
                    moved[part][component] += by;
                    value(moved)
                };
                let slope = (moved(step) - moved(-step)) / (2.0 * step);
                prop_assert!(slope.abs() < 1e-3 * x.len() as f64, "{part} {component}: {slope}");
            }
        }
    }

    #[test]
    fn one_component_more_is_never_worse(x in numbers(), kind in 0_usize..4) {
        let sample = of_kind(&x, kind);
        for k in 1..3 {
            if let (Some(few), Some(more)) = (sound(k, &sample), sound(k + 1, &sample)) {
                let (few, more) = (few.log_likelihood(), more.log_likelihood());
                prop_assert!(more >= few - 1e-6, "{k}: {few} {more}");
            }
        }
    }

    #[test]
    fn no_mixture_that_is_found_gains_more_than_the_bound(x in numbers(), kind in 0_usize..4) {
        let sample = of_kind(&x, kind);
        let fits: Vec<Fit> = (1..4).filter_map(|k| GaussianMixture::new(k).fit(&sample).ok()).collect();
        for fit in &fits {
            for other in &fits {
                let [_, _, scales] = parts(other.mixture());
                let narrowest = scales.into_iter().fold(f64::INFINITY, f64::min);
                let gain = other.log_likelihood() - fit.log_likelihood();
                let most = fit.gain_at_most(narrowest).unwrap();
                prop_assert!(gain <= most + 1e-6, "{gain} {most}");
            }
        }
    }

    #[test]
    fn at_a_top_nothing_is_gained_by_more_of_a_component(x in numbers(), kind in 0_usize..5) {
        let sample = of_kind(&x, kind);
        let Some(fit) = sound(2, &sample) else { return Ok(()) };
        let [probs, loc, scale] = parts(fit.mixture());
        for k in 0..2 {
            let slope = fit.directional_derivative(loc[k], scale[k]);
            // Of a window, the components are those of what is recorded.
            if probs[k] > 1e-3 {
                prop_assert!(slope.abs() < 1e-4 * x.len() as f64, "{k}: {slope}");
            }
        }
    }

    #[test]
    fn what_is_given_stays(x in numbers(), kind in 0_usize..4, loc in -3.0..3.0, prob in 0.2..0.8) {
        let sample = of_kind(&x, kind);
        prop_assume!(sound(2, &sample).is_some());
        let two = GaussianMixture::new(2);
        for (model, count) in [
            (two.clone().fixed_loc([Some(loc), None]), 4),
            (two.clone().fixed_probs([prob, 1.0 - prob]), 4),
            (two.clone().fixed_scale([None, Some(1.0)]), 4),
            (two.clone().equal_scale(), 4),
            (two.clone().equal_scale().fixed_loc([Some(loc), None]).fixed_probs([prob, 1.0 - prob]), 2),
        ] {
            let fit = model.fit(&sample).unwrap();
            prop_assert_eq!(fit.parameters(), count);
            let [probs, locs, scales] = parts(fit.mixture());
            let is_given = match (count, &model) {
                _ if model == two.clone().fixed_loc([Some(loc), None]) => near(locs[0], loc, 1e-12),
                _ if model == two.clone().fixed_scale([None, Some(1.0)]) => near(scales[1], 1.0, 1e-12),
                _ if model == two.clone().equal_scale() => scales[0] == scales[1],
                (4, _) => near(probs[0], prob, 1e-12),
                _ => near(probs[0], prob, 1e-12) && near(locs[0], loc, 1e-12) && scales[0] == scales[1],
            };
            prop_assert!(is_given, "{fit}");
        }
    }
}

#[test]
fn what_is_given_as_it_would_have_been_found_changes_nothing_and_else_it_costs()
{
    let sample = Sample::rounded(drawn(300, 1), 0.1).unwrap();
    let free = GaussianMixture::new(2).fit(&sample).unwrap();
    let [probs, loc, scale] = parts(free.mixture());
    for model in [
        GaussianMixture::new(2).fixed_probs(probs.clone()),
        GaussianMixture::new(2).fixed_loc([None, Some(loc[1])]),
        GaussianMixture::new(2).fixed_scale(scale.clone()),
    ] {
        let fit = model.fit(&sample).unwrap();
        assert!(near(fit.log_likelihood(), free.log_likelihood(), 1e-9));
        for (part, other) in parts(fit.mixture())
            .concat()
            .iter()
            .zip([&probs, &loc, &scale].into_iter().flatten())
        {
            assert!(near(*part, *other, 1e-5), "{part} {other}");
        }
    }
    for model in [
        GaussianMixture::new(2).fixed_probs([0.5, 0.5]),
        GaussianMixture::new(2).fixed_loc([None, Some(4.5)]),
        GaussianMixture::new(2).fixed_scale([0.5, 0.5]),
        GaussianMixture::new(2).equal_scale(),
    ] {
        let fit = model.fit(&sample).unwrap();
        assert!(fit.log_likelihood() < free.log_likelihood());
    }
    // A given mean of the second component: the first is not above it by its place but by its name.
    let named = GaussianMixture::new(2).fixed_loc([Some(loc[1]), None]);
    let [_, turned, _] = parts(named.fit(&sample).unwrap().mixture());
    assert!(turned[0] > turned[1]);
}

#[test]
fn equal_deviations_have_their_own_top() {
    let sample = Sample::new(drawn(400, 2)).unwrap();
    let fit = GaussianMixture::new(2).equal_scale().fit(&sample).unwrap();
    let top = parts(fit.mixture());
    let value = |parts: [Vec<f64>; 3]| {
        Em::new(&sample, of_parts(parts)).unwrap().log_likelihood()
    };
    let both = |by: f64| {
        let mut moved = top.clone();
        moved[2].iter_mut().for_each(|scale| *scale += by);
        value(moved)
    };
    let slope = (both(1e-5) - both(-1e-5)) / 2e-5;
    assert!(slope.abs() < 1e-3, "{slope}");
    let errors = fit.standard_errors().unwrap();
    assert_eq!(errors.scale()[0], errors.scale()[1]);
}

#[test]
fn wrong_restrictions_are_refused_by_argument_index_and_value() {
    let sample = Sample::new([1.0, 2.0, 3.0, 4.0]).unwrap();
    let two = || GaussianMixture::new(2);
    let refusal =
        |model: GaussianMixture| model.fit(&sample).unwrap_err().to_string();
    for (model, message) in [
        (two().fixed_loc([1.0]), "loc must have 2 elements, got 1"),
        (two().fixed_loc([1.0, f64::NAN]), "loc[1] must be finite, got NaN"),
        (two().fixed_scale([0.0, 1.0]), "scale[0] must be positive, got 0.0"),
        (
            two().fixed_probs([Some(1.0), None]),
            "probs must be below 1 together, or 1 if all are given, got 1.0",
        ),
        (
            two().fixed_probs([0.2, 0.7]),
            "probs must be 1 together, got 0.8999999999999999",
        ),
        (
            two().equal_scale().fixed_scale([None, Some(0.5)]),
            "scale must be free where deviations are to be equal, got 0.5",
        ),
        (two().floor(0.0), "floor must be above 0 and below 1, got 0.0"),
    ] {
        assert_eq!(refusal(model), message);
    }
}

#[test]
fn the_error_of_a_parameter_by_the_delta_method_is_its_standard_error() {
    let sample = Sample::new(drawn(500, 3)).unwrap();
    let fit = GaussianMixture::new(2).fit(&sample).unwrap();
    let errors = fit.standard_errors().unwrap();
    for (part, errors) in
        [errors.probs(), errors.loc(), errors.scale()].into_iter().enumerate()
    {
        for (k, error) in errors.iter().enumerate() {
            let delta =
                fit.standard_error_of(|mixture| parts(mixture)[part][k]);
            assert!(near(delta.unwrap(), *error, 1e-7));
        }
    }
}

#[test]
fn refits_scatter_as_the_standard_errors_say() {
    let tenths = drawn(400, 4).into_iter().map(|x| (10.0 * x).round() / 10.0);
    let sample = Sample::rounded(tenths, 0.1).unwrap();
    let fit = GaussianMixture::new(2).fit(&sample).unwrap();
    let errors = fit.standard_errors().unwrap();
    let expected = [errors.probs(), errors.loc(), errors.scale()].concat();
    for refits in [fit.refits(300, 1), fit.refits(300, 1).by_resampling()] {
        let refits = refits.run().unwrap();
        for (index, expected) in expected.iter().enumerate() {
            let values = refits
                .iter()
                .map(|refit| parts(refit.mixture()).concat()[index]);
            let values: Vec<f64> = values.collect();
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            let square = values.iter().map(|x| (x - mean) * (x - mean));
            let scatter = (square.sum::<f64>() / values.len() as f64).sqrt();
            let ratio = scatter / expected;
            assert!((0.75..1.33).contains(&ratio), "{index}: {ratio}");
        }
    }
}

#[test]
fn refits_tell_their_progress_and_keep_to_the_window() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    let x = drawn(200, 5).into_iter().filter(|x| (1.0..5.0).contains(x));
    let sample = Sample::new(x).unwrap().truncated(1.0, 5.0).unwrap();
    let fit = GaussianMixture::new(2).fit(&sample).unwrap();
    let most = AtomicUsize::new(0);
    let see = |done: usize| {
        most.fetch_max(done, Ordering::Relaxed);
    };
    assert_eq!(fit.refits(20, 1).on_progress(&see).run().unwrap().len(), 20);
    assert_eq!(most.into_inner(), 20);
}

#[test]
fn one_thread_and_many_come_to_the_same_bits() {
    let sample = Sample::new(drawn(40_000, 6)).unwrap();
    let pool = |threads| {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
    };
    let [one, many] = [1, 5].map(|threads| {
        pool(threads).install(|| {
            let fit = GaussianMixture::new(2).fit(&sample).unwrap();
            let refits = fit.refits(3, 1).run().unwrap();
            let refits = refits.iter().map(|refit| parts(refit.mixture()));
            (
                parts(fit.mixture()),
                fit.covariance().unwrap(),
                refits.collect::<Vec<_>>(),
            )
        })
    });
    assert_eq!(one, many);
}

#[test]
fn a_large_sample_is_fitted_to_the_top_of_all_its_numbers() {
    let sample = Sample::new(drawn(20_000, 7)).unwrap();
    let fit = GaussianMixture::new(2).fit(&sample).unwrap();
    assert!(fit.converged() && fit.agreeing_starts() > 1);
    let mut em = Em::new(&sample, fit.mixture().clone()).unwrap();
    em.step().unwrap();
    assert!((em.history()[1] - em.history()[0]).abs() < 1e-7);
    assert!(near(em.history()[0], fit.log_likelihood(), 1e-12));
}

#[test]
fn every_criterion_finds_the_two_groups_of_the_geyser() {
    let waiting =
        datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min);
    let sample = Sample::rounded(waiting, 1.0).unwrap();
    let choose = |criterion| -> Chosen {
        GaussianMixture::choose(1..=3, criterion).fit(&sample).unwrap()
    };
    for criterion in [
        Criterion::Aic,
        Criterion::Bic,
        Criterion::Icl,
        Criterion::HeldOut { folds: 5, seed: 1 },
        Criterion::LikelihoodRatio { refits: 19, level: 0.05, seed: 1 },
    ] {
        let chosen = choose(criterion);
        assert_eq!(
            chosen.best().num_components(),
            2,
            "{criterion:?}\n{chosen}"
        );
    }
    let tests =
        choose(Criterion::LikelihoodRatio { refits: 19, level: 0.05, seed: 1 });
    let p: Vec<f64> =
        tests.tests().iter().map(fit::LikelihoodRatioTest::p).collect();
    assert_eq!(p[0], 0.05);
    assert!(p[1] > 0.05);
}

#[test]
fn wrong_ways_to_choose_are_refused() {
    let sample = Sample::new([1.0, 2.0, 3.0, 5.0]).unwrap();
    let refusal = |components, criterion| {
        let choose = GaussianMixture::choose(components, criterion);
        choose.fit(&sample).unwrap_err().to_string()
    };
    #[expect(clippy::reversed_empty_ranges, reason = "it is to be refused")]
    let none = 3..=2;
    assert_eq!(
        refusal(none, Criterion::Bic),
        "components must be a range with a number in it, got 3.0"
    );
    assert_eq!(
        refusal(1..=2, Criterion::HeldOut { folds: 1, seed: 1 }),
        "folds must be at least two, got 1.0"
    );
    let level = Criterion::LikelihoodRatio { refits: 9, level: 1.0, seed: 1 };
    assert_eq!(
        refusal(1..=2, level),
        "level must be above 0 and below 1, got 1.0"
    );
    assert_eq!(
        refusal(1..=9, Criterion::Bic),
        "5 components need at least as many distinct values, got 4"
    );
}

#[test]
fn overlapping_intervals_are_refitted_by_resampling_only() {
    let lower: Vec<f64> = drawn(60, 8);
    let upper = lower.iter().map(|x| x + 0.5);
    let sample = Sample::intervals(lower.clone(), upper).unwrap();
    let fit = GaussianMixture::new(2).fit(&sample).unwrap();
    assert_eq!(fit.refits(5, 1).run().unwrap_err(), Error::Recording);
    assert_eq!(fit.refits(5, 1).by_resampling().run().unwrap().len(), 5);
}

#[test]
fn everything_goes_to_another_thread() {
    fn goes<T: Send + Sync + std::fmt::Debug>() {}
    goes::<Sample>();
    goes::<Em>();
    goes::<Fit>();
    goes::<Chosen>();
    goes::<Error>();
    goes::<fit::Refits<'_>>();
    goes::<fit::modality::DipTest>();
}

#[test]
fn the_entropy_of_the_icl_is_that_of_the_responsibilities() {
    for kind in 0..5 {
        let sample = of_kind(&drawn(50, 9), kind);
        let fit = GaussianMixture::new(2).fit(&sample).unwrap();
        let weights: Vec<f64> = (0..sample.len())
            .map(|n| if kind == 4 && n < 50 { (n % 4) as f64 } else { 1.0 })
            .collect();
        let shares = fit.responsibilities();
        let rows = shares.rows().into_iter().zip(weights);
        let entropy: f64 = rows
            .map(|(row, weight)| {
                let terms = row.iter().filter(|share| **share > 0.0);
                -weight
                    * terms.map(|share| share * libm::log(*share)).sum::<f64>()
            })
            .sum();
        assert!(near(fit.icl() - fit.bic(), 2.0 * entropy, 1e-9), "{kind}");
        let mean = fit.mixture().mean()[[]];
        assert!(mean.is_finite());
    }
}
