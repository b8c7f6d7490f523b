//! What is asked of a mixture beyond TensorFlow Probability: values by mpmath with 50 digits.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::{close, grades, mixture};
use mixture::{
    Bernoulli, Categorical, Distribution, MixtureSameFamily, Normal,
};
use proptest::prelude::*;
use rand_pcg::{Pcg64, rand_core::SeedableRng};

#[test]
fn skewness_and_kurtosis_are_central_moments_in_deviations() {
    let gmm = mixture(&[0.5, 0.5], &[0.0, 1.0], &[1.0, 2.0]);
    // The central moments by hand; that of the second order is 2.75.
    let (mean, second) = (0.5_f64, 2.75_f64);
    let third = 0.5 * (-libm::pow(mean, 3.0) + 3.0 * -mean)
        + 0.5 * (libm::pow(mean, 3.0) + 3.0 * mean * 4.0);
    let fourth = 0.5 * (libm::pow(mean, 4.0) + 6.0 * mean * mean + 3.0)
        + 0.5 * (libm::pow(mean, 4.0) + 6.0 * mean * mean * 4.0 + 48.0);
    assert!(close(gmm.skewness()[[]], third / libm::pow(second, 1.5), 1e-15));
    let excess = fourth / (second * second) - 3.0;
    assert!(close(gmm.excess_kurtosis()[[]], excess, 1e-14));
    let far = mixture(&[0.5, 0.5], &[1e15, 1e15 + 1.0], &[1.0, 2.0]);
    assert_eq!(far.skewness(), gmm.skewness());
    let huge = mixture(&[0.5, 0.5], &[0.0, 1e200], &[1e200, 2e200]);
    assert!(close(huge.skewness()[[]], gmm.skewness()[[]], 1e-14));
}

#[test]
fn an_interval_keeps_its_digits_however_narrow_and_however_far_out() {
    let normal = Normal::new(0.0, 1.0).unwrap();
    let log =
        |from: f64, to: f64| normal.log_prob_between(from, to).unwrap()[[]];
    let infinity = f64::INFINITY;
    assert!(close(log(-1.0, 1.0), libm::log(0.682_689_492_137_085_9), 1e-14));
    assert_eq!(log(-infinity, infinity), 0.0);
    assert!(close(log(40.0, infinity), -804.608_442_013_753_8, 1e-15));
    assert!(close(log(-infinity, -40.0), -804.608_442_013_753_8, 1e-15));
    // The density times the length, where the interval is narrow.
    let narrow = log(1.0, 1.0 + 1e-12) - libm::log((1.0 + 1e-12) - 1.0);
    assert!(close(narrow, -0.5 - 0.918_938_533_204_672_8, 1e-11));
    assert_eq!(log(2.0, 2.0), -infinity);
    let refusal = normal.prob_between([0.0, 2.0], [1.0, 1.0]).unwrap_err();
    assert_eq!(refusal.to_string(), "to[1] must be at least from, got 1.0");
}

#[test]
fn an_interval_of_what_is_no_bell_is_a_difference() {
    let weather = MixtureSameFamily::new(
        Categorical::from_probs([0.25; 4]).unwrap(),
        Bernoulli::from_probs([0.4, 0.9, 0.5, 0.3]).unwrap(),
    )
    .unwrap();
    let good = weather.prob_between(0.5, 1.0).unwrap()[[]];
    assert!(close(good, 0.525, 1e-15), "{good}");
    assert_eq!(weather.prob_between(0.2, 0.8).unwrap()[[]], 0.0);
}

#[test]
fn regions_of_highest_density_are_as_many_as_peaks_above_the_level() {
    let gmm = grades();
    for (prob, count) in [(0.1, 1), (0.5, 2), (0.95, 2), (0.999, 1)] {
        let regions = gmm.highest_density_regions(prob).unwrap();
        assert_eq!(regions.len(), count, "{prob}");
        let inside: f64 = regions
            .iter()
            .map(|[from, to]| gmm.prob_between(*from, *to).unwrap()[[]])
            .sum();
        assert!(close(inside, prob, 1e-9), "{inside}");
        let ends: Vec<f64> = regions.into_iter().flatten().collect();
        let heights = gmm.log_prob(&ends).unwrap();
        assert!(heights.iter().all(|height| close(*height, heights[0], 1e-9)));
    }
    let normal = mixture(&[1.0], &[3.0], &[2.0]);
    let [from, to] = normal.highest_density_regions(0.95).unwrap()[0];
    assert!(close(to, 3.0 + 2.0 * 1.959_963_984_540_054, 1e-9));
    assert!(close(from, 3.0 - 2.0 * 1.959_963_984_540_054, 1e-9));
    assert_eq!(
        gmm.highest_density_regions(1.0).unwrap_err().to_string(),
        "prob must be in (0, 1), got 1.0"
    );
}

#[test]
fn a_labelled_sample_has_the_draws_of_the_sample() {
    let rng = || Pcg64::seed_from_u64(7);
    let gmm = mixture(&[0.2, 0.5, 0.3], &[-3.0, 0.0, 5.0], &[1.0, 0.1, 2.0]);
    let (draws, labels) = gmm.sample_with_components([30, 40], &mut rng());
    assert_eq!(draws, gmm.sample([30, 40], &mut rng()));
    let second = labels.iter().filter(|label| **label == 1).count();
    assert!((500..700).contains(&second));
    let weather = MixtureSameFamily::new(
        Categorical::from_probs([[0.5, 0.5], [0.0, 1.0]]).unwrap(),
        Bernoulli::from_probs([1.0, 0.0]).unwrap(),
    )
    .unwrap();
    let (draws, labels) = weather.sample_with_components(50, &mut rng());
    assert_eq!(draws, weather.sample(50, &mut rng()));
    for (draw, label) in draws.iter().zip(&labels) {
        assert_eq!(*draw, 1.0 - *label as f64);
    }
}

#[test]
fn sorted_by_mean_a_mixture_is_the_same() {
    let gmm = MixtureSameFamily::new(
        Categorical::from_logits([[0.0, -900.0, 1.0], [0.0, 2.0, 0.0]])
            .unwrap(),
        Normal::new([3.0, -1.0, 2.0], [1.0, 2.0, 3.0]).unwrap(),
    )
    .unwrap();
    let sorted = gmm.sorted_by_mean().unwrap();
    let means = sorted.components_distribution().loc();
    assert_eq!(means.as_slice().unwrap(), [-1.0, 2.0, 3.0, -1.0, 2.0, 3.0]);
    for x in [-2.0, 0.0, 4.0] {
        let (ours, theirs) =
            (sorted.log_prob(x).unwrap(), gmm.log_prob(x).unwrap());
        for (ours, theirs) in ours.iter().zip(&theirs) {
            assert!(close(*ours, *theirs, 1e-14));
        }
    }
    let log = sorted.mixture_distribution().log_probs()[[0, 0]];
    assert!(close(log, -900.0 - libm::log(1.0 + libm::exp(1.0)), 1e-14));
}

#[test]
fn the_divergence_with_a_normal_is_that_with_a_mixture_of_it_alone() {
    let (gmm, normal) = (grades(), Normal::new(3.0, 1.2).unwrap());
    let alone = mixture(&[1.0], &[3.0], &[1.2]);
    let there = gmm.kl_divergence_to_normal(&normal).unwrap();
    assert_eq!(there, gmm.kl_divergence(&alone).unwrap());
    let back = normal.kl_divergence_to_mixture(&gmm).unwrap();
    assert_eq!(back, alone.kl_divergence(&gmm).unwrap());
}

proptest! {
    #[test]
    fn the_inverses_of_the_tails_undo_them(
        weights in prop::collection::vec(0.05..1.0, 2),
        loc in prop::collection::vec(-5.0..5.0, 2),
        scale in prop::collection::vec(0.1..3.0, 2),
        log_q in -2000.0..-0.01_f64,
    ) {
        let gmm = mixture(&weights, &loc, &scale);
        let x = gmm.inverse_log_cdf(log_q).unwrap()[[]];
        prop_assert!(close(gmm.log_cdf(x).unwrap()[[]], log_q, 1e-12));
        let x = gmm.inverse_log_survival_function(log_q).unwrap()[[]];
        let log = gmm.log_survival_function(x).unwrap()[[]];
        prop_assert!(close(log, log_q, 1e-12));
        let q = libm::exp(log_q / 10.0);
        let x = gmm.inverse_survival_function(q).unwrap()[[]];
        prop_assert!(close(gmm.survival_function(x).unwrap()[[]], q, 1e-12));
        let normal = Normal::new(loc[0], scale[0]).unwrap();
        let x = normal.inverse_log_cdf(log_q).unwrap()[[]];
        prop_assert!(close(normal.log_cdf(x).unwrap()[[]], log_q, 1e-12));
    }

    #[test]
    fn intervals_next_to_each_other_add_up(
        ends in prop::collection::vec(-9.0..9.0, 3),
        scale in 0.1..3.0_f64,
    ) {
        let gmm = mixture(&[0.4, 0.6], &[-1.0, 2.0], &[scale, 1.0]);
        let mut ends = ends;
        ends.sort_by(f64::total_cmp);
        let between = |from: f64, to: f64| gmm.prob_between(from, to).unwrap()[[]];
        let whole = between(ends[0], ends[2]);
        let parts = between(ends[0], ends[1]) + between(ends[1], ends[2]);
        prop_assert!((whole - parts).abs() <= 1e-13 * whole);
    }
}
