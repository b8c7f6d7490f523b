//! The far cases: forty standard deviations, scales of 1e±150, offsets of 1e8, one component and a
//! thousand, components that are the same, weights of 1e-300; and what TensorFlow Probability gets
//! wrong there.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::{close, grades, mixture};
use mixture::{Bernoulli, Categorical, Distribution, Normal};

#[test]
fn probabilities_that_do_not_sum_to_one_are_refused() {
    // TensorFlow Probability makes a mixture of it whose mean, of −1 and 1, is 4.
    let refused = Categorical::from_probs([3.0, 7.0]).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "probs must sum to one within 1e-9, got 10.0; from_weights divides by the sum"
    );
    let gmm = mixture(&[3.0, 7.0], &[-1.0, 1.0], &[1.0, 1.0]);
    assert!((gmm.mean()[[]] - 0.4).abs() < 1e-15);
}

#[test]
fn the_log_survival_of_standard_normals_is_finite_at_5_2_and_at_40() {
    // TensorFlow Probability's mixture: noise at 5.2 in float32, −∞ from 8.3 on in float64.
    let standard = Normal::new(0.0, 1.0).unwrap();
    let gmm = mixture(&[0.6, 0.4], &[0.0, 0.0], &[1.0, 1.0]);
    let x = [5.2, 40.0, 1e150];
    for log in [standard.log_survival_function(x), gmm.log_survival_function(x)]
    {
        let log = log.unwrap();
        assert!(close(log[0], -16.121_659_361_745_767, 1e-15));
        assert!(close(log[1], -804.608_442_013_753_8, 1e-15));
        assert!(close(log[2], -5e299, 1e-15));
    }
}

#[test]
fn where_every_density_is_too_small_for_a_number_the_widest_component_wins() {
    // TensorFlow Probability: NaN.
    let gmm = grades();
    for x in
        [1e200, -1e200, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, 1e160, 1e30]
    {
        let class = gmm.posterior_marginal(x).unwrap();
        assert_eq!(class.probs().as_slice().unwrap(), [1.0, 0.0], "{x}");
        assert_eq!(gmm.posterior_mode(x).unwrap()[[]], 0, "{x}");
    }
}

#[test]
fn among_equally_wide_components_the_nearest_wins_far_out() {
    let gmm = mixture(&[0.9, 0.05, 0.05], &[-1.0, 2.0, 2.5], &[1.0, 1.0, 1.0]);
    for x in [1e9, 1e30, 1e200, f64::INFINITY] {
        let right = gmm.posterior_marginal([x, -x]).unwrap();
        assert_eq!(
            right.probs().as_slice().unwrap(),
            [0.0, 0.0, 1.0, 1.0, 0.0, 0.0],
            "{x}"
        );
    }
}

#[test]
fn components_that_are_the_same_share_a_point_by_their_weights_however_far_it_is()
 {
    let gmm = mixture(&[0.25, 0.75], &[1.0, 1.0], &[2.0, 2.0]);
    for x in [1.0, -3.0, 1e5, 1e20, 1e200, f64::INFINITY] {
        let class = gmm.posterior_marginal(x).unwrap();
        let probs = class.probs().as_slice().unwrap();
        assert!(close(probs[0], 0.25, 1e-15), "{x}: {probs:?}");
    }
    let one = mixture(&[1.0], &[1.0], &[2.0]);
    let x = [-80.0, -3.0, 0.0, 1.0, 50.0];
    for (two, one) in
        gmm.log_prob(x).unwrap().iter().zip(one.log_prob(x).unwrap())
    {
        assert!(close(*two, one, 1e-15));
    }
    assert_eq!(gmm.modes().unwrap(), [1.0]);
    assert_eq!(gmm.decision_boundaries().unwrap(), [0.0; 0]);
    let q = [0.1, 0.5, 0.9];
    assert_eq!(gmm.quantile(q).unwrap(), one.quantile(q).unwrap());
}

#[test]
fn large_offsets_keep_their_digits() {
    // 1e8 + 1/1024 and the like are numbers; squares of them are not.
    let step = 1.0 / 1024.0;
    let gmm =
        mixture(&[0.6, 0.4], &[1e8, 1e8 + 4.0 * step], &[step, 2.0 * step]);
    let near = mixture(&[0.6, 0.4], &[0.0, 4.0 * step], &[step, 2.0 * step]);
    for k in -20..20 {
        let x = f64::from(k) * 0.5 * step;
        let there = gmm.log_prob(1e8 + x).unwrap()[[]];
        assert!(close(there, near.log_prob(x).unwrap()[[]], 1e-14));
        let class = gmm.posterior_marginal(1e8 + x).unwrap();
        let nearby = near.posterior_marginal(x).unwrap();
        for (there, here) in class.probs().iter().zip(nearby.probs()) {
            assert!(close(*there, *here, 1e-14));
        }
    }
    assert!((gmm.variance()[[]] / near.variance()[[]] - 1.0).abs() < 1e-6);
}

#[test]
fn a_narrow_normal_far_from_zero_is_exact() {
    let normal = Normal::new(1e8, 1e-3).unwrap();
    // The nearest number to 1e8 + 1e-3 is this far above 1e8.
    let above = (1e8 + 1e-3) - 1e8;
    let z = above / 1e-3;
    let exact = -0.5 * z * z - libm::log(1e-3) - 0.918_938_533_204_672_8;
    assert!(close(normal.log_prob(1e8 + 1e-3).unwrap()[[]], exact, 1e-15));
}

#[test]
fn tiny_and_huge_scales_are_the_standard_mixture_stretched() {
    let standard = mixture(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3]);
    for exponent in [-500, -100, 100, 500, 980, -980] {
        let factor = libm::ldexp(1.0, exponent);
        let gmm = mixture(
            &[0.6, 0.4],
            &[2.5 * factor, 4.8 * factor],
            &[0.6 * factor, 0.3 * factor],
        );
        let log_factor = f64::from(exponent) * std::f64::consts::LN_2;
        for x in [-1.0, 1.0, 2.5, 3.7, 4.8, 9.0] {
            let log = gmm.log_prob(x * factor).unwrap()[[]] + log_factor;
            assert!(
                (log - standard.log_prob(x).unwrap()[[]]).abs() < 1e-12,
                "{exponent}"
            );
            let cdf = gmm.cdf(x * factor).unwrap()[[]];
            assert!(close(cdf, standard.cdf(x).unwrap()[[]], 1e-14));
            let class = gmm.posterior_marginal(x * factor).unwrap();
            let here = standard.posterior_marginal(x).unwrap();
            for (there, here) in class.probs().iter().zip(here.probs()) {
                assert!(close(*there, *here, 1e-13), "{exponent}");
            }
        }
        for q in [1e-9, 0.2, 0.5, 0.8] {
            let there = gmm.quantile(q).unwrap()[[]] / factor;
            assert!(close(there, standard.quantile(q).unwrap()[[]], 1e-12));
        }
        let modes = gmm.modes().unwrap();
        assert_eq!(modes.len(), 2, "{exponent}");
        for (there, here) in modes.iter().zip(standard.modes().unwrap()) {
            assert!(close(there / factor, here, 1e-9));
        }
        let boundaries = gmm.decision_boundaries().unwrap();
        let here = standard.decision_boundaries().unwrap();
        assert_eq!(boundaries.len(), here.len());
        for (there, here) in boundaries.iter().zip(here) {
            assert!(close(there / factor, here, 1e-12));
        }
    }
}

#[test]
fn scales_at_the_ends_of_the_numbers_are_taken_too() {
    for scale in [1e-307, 5e-324, 1e308, f64::MAX] {
        let gmm = mixture(&[0.5, 0.5], &[0.0, 0.0], &[scale, scale]);
        let one = Normal::new(0.0, scale).unwrap();
        for x in [0.0, scale, -scale] {
            let exact = one.log_prob(x).unwrap()[[]];
            assert!(close(gmm.log_prob(x).unwrap()[[]], exact, 1e-14));
            let class = gmm.posterior_marginal(x).unwrap();
            assert!(close(class.probs()[0], 0.5, 1e-14), "{scale} {x}");
        }
        assert_eq!(gmm.cdf(0.0).unwrap()[[]], 0.5);
    }
}

#[test]
fn scales_1e300_apart_live_in_one_mixture() {
    let gmm = mixture(&[0.5, 0.5], &[0.0, 0.0], &[1e-150, 1e150]);
    let class = gmm.posterior_marginal([0.0, 1e-148, 1.0, 1e150]).unwrap();
    let probs: Vec<f64> = class.probs().iter().copied().collect();
    assert!(close(probs[1] / 1e-300, 1.0, 1e-12));
    assert_eq!([probs[0], probs[2], probs[3]], [1.0, 0.0, 1.0]);
    assert_eq!(probs[4..], [0.0, 1.0, 0.0, 1.0]);
    assert_eq!(gmm.decision_boundaries().unwrap().len(), 2);
    assert_eq!(gmm.modes().unwrap(), [0.0]);
    assert!(close(gmm.quantile(0.5).unwrap()[[]], 0.0, 1e-140));
}

#[test]
fn infinitely_many_standard_deviations_away_the_fewer_still_win() {
    // 10⁴⁸⁷ standard deviations to the first mean, 10³⁸² to the second.
    let gmm = mixture(&[1.0, 1e-279], &[-2e187, 0.0], &[1e-300, 2e-308]);
    let class = gmm.posterior_marginal(-1e74).unwrap();
    assert_eq!([class.probs()[0], class.probs()[1]], [0.0, 1.0]);
    // As many to either: the shares decide.
    for (scale, x) in [(1e-200, 0.0), (1e-100, 0.0), (1e-300, 0.0)] {
        let gmm = mixture(&[0.3, 0.7], &[-1e200, 1e200], &[scale, scale]);
        let class = gmm.posterior_marginal(x).unwrap();
        assert!(close(class.probs()[0], 0.3, 1e-15), "{scale}");
        assert_eq!(gmm.decision_boundaries().unwrap().len(), 1, "{scale}");
    }
    let gmm = mixture(&[0.5, 0.5], &[-1e200, 1e200], &[1e-200, 2e-200]);
    let boundaries = gmm.decision_boundaries().unwrap();
    assert!(close(boundaries[0], -3e200, 1e-15), "{boundaries:?}");
    assert!(close(boundaries[1], -1e200 / 3.0, 1e-15), "{boundaries:?}");
}

#[test]
fn forty_standard_deviations_apart_nothing_is_lost() {
    let gmm = mixture(&[0.3, 0.7], &[0.0, 80.0], &[1.0, 1.0]);
    // Half way the densities are exp(−800): in float64 they are zero, their logarithms are not.
    assert_eq!(gmm.prob(40.0).unwrap()[[]], 0.0);
    let log = gmm.log_prob(40.0).unwrap()[[]];
    assert!(close(log, -800.918_938_533_204_7, 1e-15));
    let class = gmm.posterior_marginal(40.0).unwrap();
    assert!(close(class.probs()[0], 0.3, 1e-13));
    let class = gmm.posterior_marginal(0.0).unwrap();
    assert_eq!(class.probs()[1], 0.0);
    let exact = -3200.0 + libm::log(0.7 / 0.3);
    assert!(close(class.log_prob(1).unwrap()[[]], exact, 1e-15));
    let modes = gmm.modes().unwrap();
    assert!(close(modes[0], 0.0, 1e-15) && close(modes[1], 80.0, 1e-15));
    let boundary = gmm.decision_boundaries().unwrap();
    assert!(close(boundary[0], 40.0 + libm::log(0.3 / 0.7) / 80.0, 1e-15));
    let survival = gmm.log_survival_function(120.0).unwrap()[[]];
    assert!(close(survival, -804.608_442_013_753_8 + libm::log(0.7), 1e-14));
}

#[test]
fn in_a_flat_stretch_the_quantile_is_where_both_tails_are_equal() {
    let gmm = mixture(&[0.6, 0.4], &[0.0, 1000.0], &[1.0, 3.0]);
    let x = gmm.quantile(0.6).unwrap()[[]];
    // By mpmath, with 50 digits.
    assert!(close(x, 250.001_216_373_890_26, 1e-15), "{x}");
    assert_eq!(gmm.cdf(x).unwrap()[[]], 0.6);
    // A little beside 0.6 there is no flat stretch.
    assert!(gmm.quantile(0.6 - 1e-13).unwrap()[[]] < 8.0);
    assert!(gmm.quantile(0.6 + 1e-13).unwrap()[[]] > 950.0);
    // Nor is there one where the distribution function rises by more than its last digit.
    let near = mixture(&[0.5, 0.5], &[0.0, 3.0], &[0.3, 0.1]);
    assert_eq!(near.quantile(0.5).unwrap()[[]], 2.25);
}

#[test]
fn every_flat_stretch_has_its_own_balance() {
    let middle = |weights: &[f64], loc: &[f64], q: f64| {
        let gmm = mixture(weights, loc, &vec![1.0; loc.len()]);
        let x = gmm.quantile(q).unwrap()[[]];
        assert!(close(gmm.cdf(x).unwrap()[[]], q, 1e-15), "{x}");
        x
    };
    let four = [0.0, 100.0, 200.0, 1000.0];
    assert!((middle(&[0.25; 4], &four, 0.25) - 50.0).abs() < 1.0);
    assert!((middle(&[0.25; 4], &four, 0.5) - 150.0).abs() < 1.0);
    assert!((middle(&[0.25; 4], &four, 0.75) - 600.0).abs() < 1.0);
    let three = [0.0, 1000.0, 1e6];
    assert!((middle(&[0.3, 0.3, 0.4], &three, 0.3) - 500.0).abs() < 1.0);
    let tiny = [-1000.0, 0.0, 1000.0];
    assert!((middle(&[1e-300, 0.6, 0.4], &tiny, 0.6) - 500.0).abs() < 1.0);
    // No stretch is flat that has no density to speak of in any place.
    let huge = mixture(&[0.5, 0.5], &[0.0, 1e300], &[1e300, 1e300]);
    let x = huge.quantile(1e-30).unwrap()[[]];
    let log = huge.log_cdf(x).unwrap()[[]];
    assert!(close(log, libm::log(1e-30), 1e-13), "{log}");
}

#[test]
fn weights_of_1e_minus_300_have_their_place() {
    let gmm = mixture(&[1.0, 1e-300], &[0.0, 100.0], &[1.0, 1.0]);
    let exact = libm::log(1e-300) - 0.918_938_533_204_672_8;
    assert!(close(gmm.log_prob(100.0).unwrap()[[]], exact, 1e-15));
    let class = gmm.posterior_marginal(100.0).unwrap();
    assert_eq!(class.mode()[[]], 1);
    assert_eq!(gmm.modes().unwrap().len(), 2);
    assert_eq!(gmm.decision_boundaries().unwrap().len(), 1);
    let only_far = gmm.survival_function(60.0).unwrap()[[]];
    assert!((only_far / 1e-300 - 1.0).abs() < 1e-12);
}

#[test]
fn one_component_is_that_component() {
    let normal = Normal::new(3.0, 0.7).unwrap();
    let gmm = mixture(&[1.0], &[3.0], &[0.7]);
    let x = [-20.0, 1.0, 3.0, 3.3, 60.0];
    let logs = gmm.log_prob(x).unwrap();
    for (ours, theirs) in logs.iter().zip(normal.log_prob(x).unwrap()) {
        assert!(close(*ours, theirs, 1e-14));
    }
    assert_eq!(gmm.cdf(x).unwrap(), normal.cdf(x).unwrap());
    assert_eq!(gmm.log_cdf(x).unwrap(), normal.log_cdf(x).unwrap());
    let q = [0.0, 1e-300, 0.01, 0.5, 0.77, 1.0];
    assert_eq!(gmm.quantile(q).unwrap(), normal.quantile(q).unwrap());
    assert_eq!(gmm.posterior_marginal(x).unwrap().probs().shape(), [5, 1]);
    assert!(
        gmm.posterior_marginal(x).unwrap().probs().iter().all(|&p| p == 1.0)
    );
    assert_eq!(gmm.modes().unwrap(), [3.0]);
    assert_eq!(gmm.antimodes().unwrap(), [0.0; 0]);
    assert_eq!(gmm.component(0).unwrap(), normal);
}

#[test]
fn a_thousand_components_are_a_thousand_components() {
    let k = 1000_u32;
    let loc: Vec<f64> = (0..k).map(f64::from).collect();
    let weights: Vec<f64> = (0..k).map(|k| 1.0 + f64::from(k % 7)).collect();
    let apart = mixture(&weights, &loc, &vec![0.2; 1000]);
    assert_eq!(apart.modes().unwrap().len(), 1000);
    assert_eq!(apart.antimodes().unwrap().len(), 999);
    assert_eq!(apart.decision_boundaries().unwrap().len(), 999);
    let labels = apart.posterior_mode(&loc).unwrap();
    assert!(labels.iter().enumerate().all(|(k, &label)| k == label));
    let class = apart.posterior_marginal(&loc).unwrap();
    assert_eq!(class.probs().shape(), [1000, 1000]);
    assert!((0..1000).all(|k| class.probs()[[k, k]] > 0.99));
    for q in [1e-9, 0.1, 0.5, 0.9] {
        let x = apart.quantile(q).unwrap()[[]];
        assert!(close(apart.cdf(x).unwrap()[[]], q, 1e-13), "{q}");
    }
    // Blurred into each other they have the peaks that seven weights in turn leave, or fewer.
    let blurred = mixture(&weights, &loc, &vec![5.0; 1000]);
    assert!(blurred.modes().unwrap().len() < 150);
    let x = 500.25;
    let total: f64 = weights.iter().sum();
    let by_hand: f64 = weights
        .iter()
        .zip(&loc)
        .map(|(weight, loc)| {
            let z: f64 = (x - loc) / 5.0;
            weight / total * libm::exp(-0.5 * z * z)
                / (5.0 * (2.0 * std::f64::consts::PI).sqrt())
        })
        .sum();
    assert!(close(blurred.log_prob(x).unwrap()[[]], libm::log(by_hand), 1e-13));
}

#[test]
fn a_point_that_is_nan_gives_nan_for_that_point_and_for_no_other() {
    let gmm = grades();
    let x = [3.0, f64::NAN, 4.0];
    for values in [
        gmm.log_prob(x),
        gmm.prob(x),
        gmm.cdf(x),
        gmm.log_cdf(x),
        gmm.survival_function(x),
        gmm.log_survival_function(x),
    ] {
        let values = values.unwrap();
        assert!(values[1].is_nan());
        assert!(values[0].is_finite() && values[2].is_finite());
    }
    let class = gmm.posterior_marginal(x).unwrap();
    assert!(class.probs()[[1, 0]].is_nan() && class.probs()[[1, 1]].is_nan());
    assert!(class.probs()[[0, 0]] > 0.9);
    // No class: one past the last.
    let labels = gmm.posterior_mode(x).unwrap();
    assert_eq!(labels.as_slice().unwrap(), [0, 2, 0]);
    assert_eq!(class.mode(), labels);
    let one = mixture(&[1.0], &[0.0], &[1.0]);
    assert!(
        one.posterior_marginal([f64::NAN]).unwrap().probs()[[0, 0]].is_nan()
    );
    assert_eq!(one.posterior_mode(f64::NAN).unwrap()[[]], 1);
}

#[test]
fn infinite_points_have_their_limits() {
    let gmm = grades();
    let x = [f64::NEG_INFINITY, f64::INFINITY];
    let both = |values: Result<ndarray::ArrayD<f64>, mixture::Error>| {
        let values = values.unwrap();
        [values[0], values[1]]
    };
    let low = f64::NEG_INFINITY;
    assert_eq!(both(gmm.log_prob(x)), [low, low]);
    assert_eq!(both(gmm.prob(x)), [0.0, 0.0]);
    assert_eq!(both(gmm.cdf(x)), [0.0, 1.0]);
    assert_eq!(both(gmm.log_cdf(x)), [low, 0.0]);
    assert_eq!(both(gmm.log_survival_function(x)), [0.0, low]);
    let three = mixture(&[0.2, 0.3, 0.5], &[0.0, 1.0, 2.0], &[1.0, 2.0, 3.0]);
    assert_eq!(both(three.log_prob(x)), [low, low]);
    assert_eq!(both(gmm.quantile([0.0, 1.0])), [low, f64::INFINITY]);
}

#[test]
fn divergences_from_much_narrower_mixtures_are_huge_and_come_to_an_end() {
    let wide = mixture(&[1.0], &[0.0], &[1.0]);
    for scale in [1e-3, 1e-100, 1e-150] {
        let narrow = mixture(&[1.0], &[0.0], &[scale]);
        let exact = wide
            .components_distribution()
            .kl_divergence(narrow.components_distribution())
            .unwrap()[[0]];
        let ours = wide.kl_divergence(&narrow).unwrap();
        assert!((ours.value / exact - 1.0).abs() < 1e-9, "{scale} {ours:?}");
    }
    let none = mixture(&[1.0], &[0.0], &[1e-200]);
    let infinite = wide.cross_entropy(&none).unwrap();
    assert_eq!(infinite.value, f64::INFINITY);
}

#[test]
fn the_entropy_does_not_depend_on_where_a_mixture_is() {
    let standard = mixture(&[0.6, 0.4], &[0.0, 4.0], &[1.0, 0.5]);
    for (offset, scale) in
        [(1e8, 1e-3), (1e12, 1.0), (0.0, 1e150), (0.0, 1e-150)]
    {
        // Rounded as numbers at the offset are.
        let second = (offset + 4.0 * scale) - offset;
        let exact = mixture(&[0.6, 0.4], &[0.0, second / scale], &[1.0, 0.5]);
        let there = mixture(
            &[0.6, 0.4],
            &[offset, offset + 4.0 * scale],
            &[scale, 0.5 * scale],
        );
        let off = there.entropy()[[]] - libm::log(scale);
        assert!(close(off, exact.entropy()[[]], 1e-9), "{offset} {scale}");
    }
    let error = standard.cross_entropy(&standard).unwrap().error;
    assert!(error < 1e-10);
}

#[test]
fn odds_that_overflow_are_told_apart() {
    let gmm = mixture(&[1.0; 3], &[0.0, 1e200, 0.0], &[1.0, 0.5, 0.3]);
    let class = gmm.posterior_marginal([1e200]).unwrap();
    assert_eq!(class.probs().as_slice().unwrap(), [0.0, 1.0, 0.0]);
}

#[test]
fn scales_that_are_nearly_equal_keep_the_digits_of_their_difference() {
    let wider = 1.0 + libm::ldexp(1.0, -40);
    let gmm = mixture(&[0.5, 0.5], &[0.0, 0.0], &[1.0, wider]);
    let x = 1e7;
    let difference = x * (1.0 - 1.0 / wider);
    let exact = -0.5 * difference * (x + x / wider) + libm::log(wider);
    let fast = gmm.posterior_marginal(x).unwrap();
    let ours = fast.log_prob(0).unwrap()[[]] - fast.log_prob(1).unwrap()[[]];
    assert!(close(ours, exact, 1e-9), "{ours} {exact}");
    // In a batch the careful formula answers.
    let both = mixture(&[0.5, 0.5], &[0.0, 0.0], &[1.0, wider]);
    let batch = both.gather([0, 0]).unwrap().posterior_marginal(x).unwrap();
    let log_probs = batch.log_probs();
    let ours = log_probs[[0, 0]] - log_probs[[0, 1]];
    assert!(close(ours, exact, 1e-9), "{ours} {exact}");
}

#[test]
fn one_row_of_a_posterior_does_not_depend_on_another() {
    let gmm = grades();
    let (alone, beside) = (
        gmm.posterior_marginal([3.6]).unwrap(),
        gmm.posterior_marginal([3.6, 100.0]).unwrap(),
    );
    assert_eq!(alone, beside.gather([0]).unwrap());
    assert_eq!(alone.log_prob(1).unwrap()[0], beside.log_prob(1).unwrap()[0]);
    let rows = Categorical::from_logits([[0.0, 0.0], [0.0, -1000.0]]).unwrap();
    let row = Categorical::from_logits([0.0, 0.0]).unwrap();
    assert_eq!(rows.gather(0).unwrap(), row);
}

#[test]
fn logits_may_have_any_common_summand() {
    for offset in [0.0, 1e3, -1e8, 1e16, -1e300] {
        let class = Categorical::from_logits([offset, offset]).unwrap();
        assert_eq!(class.probs().as_slice().unwrap(), [0.5, 0.5], "{offset}");
    }
    let class = Categorical::from_weights([1e200, 1e-200]).unwrap();
    let exact = 400.0 * libm::log(10.0);
    assert!(close(class.log_prob(1).unwrap()[[]], -exact, 1e-14));
}

#[test]
fn a_hundred_equal_bells_on_a_grid_are_one_hill() {
    let loc: Vec<f64> = (0..100).map(f64::from).collect();
    let hill = mixture(&[1.0; 100], &loc, &[5.0; 100]);
    let modes = hill.modes().unwrap();
    assert_eq!(modes.len(), 1);
    // Its top is flat to the last digit: any place on it will do.
    let at = |x: f64| hill.log_prob(x).unwrap()[[]];
    assert!(close(at(modes[0]), at(49.5), 1e-15));
}

#[test]
fn three_bells_that_cross_at_nearly_one_point_have_the_right_neighbours() {
    let gmm = mixture(
        &[
            0.429_126_026_138_084_2,
            0.355_522_093_602_958,
            0.215_351_880_258_904_12,
            5.352_949_922_485_648e-14,
        ],
        &[
            0.163_099_143_045_029_04,
            0.279_036_386_091_410_4,
            0.641_288_897_919_178_6,
            6.0,
        ],
        &[1.0; 4],
    );
    let last = *gmm.decision_boundaries().unwrap().last().unwrap();
    let class = gmm.posterior_marginal([last - 1e-9, last + 1e-9]).unwrap();
    assert_eq!(class.mode().as_slice().unwrap(), [2, 3]);
}

#[test]
fn means_1e200_apart_have_a_boundary_between_them() {
    for second in [1.0, 0.5] {
        let gmm = mixture(&[0.5, 0.5], &[0.0, 1e200], &[1.0, second]);
        let boundaries = gmm.decision_boundaries().unwrap();
        let first = boundaries[0] / 1e200;
        // As many standard deviations from the one as from the other.
        assert!(close(first, 1.0 / (1.0 + second), 1e-12), "{first}");
    }
}

#[test]
fn deviations_whose_squares_are_no_numbers_are_told() {
    for factor in [1e-200, 1e200] {
        let gmm = mixture(
            &[0.6, 0.4],
            &[2.5 * factor, 4.8 * factor],
            &[0.6 * factor, 0.3 * factor],
        );
        let stddev = gmm.stddev()[[]] / factor;
        assert!(close(stddev, grades().stddev()[[]], 1e-14));
    }
}

#[test]
fn a_coin_that_hardly_ever_shows_one_keeps_its_digits() {
    let rare = |p: f64| Bernoulli::from_probs(p).unwrap();
    let log = rare(1e-10).log_prob(0.0).unwrap()[[]];
    assert!((log / -1.000_000_000_05e-10 - 1.0).abs() < 1e-15);
    let divergence = rare(1e-17).kl_divergence(&rare(2e-17)).unwrap()[[]];
    let exact = 1e-17 * (1.0 - std::f64::consts::LN_2);
    assert!((divergence / exact - 1.0).abs() < 1e-12, "{divergence}");
    let far = rare(1.0).kl_divergence(&rare(1e-300)).unwrap()[[]];
    assert!(close(far, 300.0 * libm::log(10.0), 1e-14));
}
