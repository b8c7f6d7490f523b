//! Right to the last digit where others lose them: values by mpmath with 50 digits.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::{close, mixture};
use mixture::{Distribution, Normal};
use proptest::prelude::*;

#[test]
fn the_peak_of_a_bell_is_found_however_narrow_it_is_beside_the_others() {
    for scale in [1e-3, 1e-10, 1e-30, 1e-300] {
        let gmm = mixture(&[0.5, 0.5], &[0.0, 2.0], &[scale, 3.0]);
        let modes = gmm.modes().unwrap();
        assert_eq!(modes.len(), 2, "{scale}");
        assert!(modes[0].abs() < scale && close(modes[1], 2.0, 1e-6));
        assert!(!gmm.is_unimodal().unwrap());
        let turned = mixture(&[0.5, 0.5], &[0.0, 2.0], &[3.0, scale]);
        assert_eq!(turned.modes().unwrap().len(), 2, "{scale}");
    }
    let three =
        mixture(&[1.0, 1.0, 1.0], &[0.0, 2.0, 1.0], &[3.0, 1e-12, 1e-5]);
    assert_eq!(three.modes().unwrap(), [0.0, 1.0, 2.0]);
}

#[test]
fn the_top_that_two_equal_bells_share_two_deviations_apart_is_in_their_middle()
{
    for (first, second, scale) in
        [(0.0, 2.0, 1.0), (5.0, 9.0, 2.0), (1e8, 1e8 + 2.0, 1.0)]
    {
        let gmm = mixture(&[0.5, 0.5], &[first, second], &[scale, scale]);
        let middle = f64::midpoint(first, second);
        let modes = gmm.modes().unwrap();
        assert_eq!(modes.len(), 1);
        assert!((modes[0] - middle).abs() < 1e-9 * scale, "{modes:?}");
    }
}

#[test]
fn the_rounding_of_a_large_mean_is_no_variance() {
    let gmm = mixture(&[1.0, 2.0], &[1.7e16, 1.7e16], &[1.0, 1.0]);
    assert_eq!(gmm.variance()[[]], 1.0);
    let narrow = mixture(&[0.3, 0.7], &[1e16, 1e16], &[1e-3, 1e-3]);
    assert!(close(narrow.stddev()[[]], 1e-3, 1e-15));
    let apart = mixture(&[1.0, 3.0], &[1e15, 1e15 + 4.0], &[1.0, 1.0]);
    assert_eq!(apart.variance()[[]], 4.0);
}

#[test]
fn an_entropy_is_exact_to_the_error_that_is_told() {
    for (weights, loc, scale, exact) in [
        ([0.7, 0.3], [0.0, 1e6], [1.0, 1e-4], -0.733_299_276_3),
        ([0.6, 0.4], [2.5, 4.8], [0.6, 0.3], 1.287_876_6),
    ] {
        let gmm = mixture(&weights, &loc, &scale);
        let told = gmm.cross_entropy(&gmm).unwrap();
        assert!((told.value - exact).abs() < 5e-8);
        assert!(0.0 < told.error && told.error < 1e-10);
    }
    // Far apart the entropy is that of the lot and of the bells.
    for (far, scale) in [(1e3, 1e-3), (1e6, 1e-9), (1e8, 1e-12)] {
        let gmm = mixture(&[0.7, 0.3], &[0.0, far], &[1.0, scale]);
        let lot = -0.7 * libm::log(0.7) - 0.3 * libm::log(0.3);
        let bell = 1.418_938_533_204_672_7;
        let exact = lot + bell + 0.3 * libm::log(scale);
        let told = gmm.cross_entropy(&gmm).unwrap();
        assert!((told.value - exact).abs() <= told.error, "{far}");
    }
}

#[test]
fn differences_of_the_largest_numbers_are_taken() {
    let normal = Normal::new(-f64::MAX, f64::MAX).unwrap();
    let x = f64::MAX / 2.0;
    let one = |array: ndarray::ArrayD<f64>| array[[]];
    assert!(close(
        one(normal.survival_function(x).unwrap()),
        0.066_807_201_268_858_07,
        1e-14
    ));
    assert!(close(
        one(normal.log_survival_function(x).unwrap()),
        -2.705_944_400_823_889_6,
        1e-14
    ));
    assert_eq!(one(normal.quantile(0.5).unwrap()), -f64::MAX);
    let gmm =
        mixture(&[0.5, 0.5], &[-f64::MAX, f64::MAX], &[f64::MAX, f64::MAX]);
    assert_eq!(one(gmm.cdf(0.0).unwrap()), 0.5);
    assert!(one(gmm.quantile(0.5).unwrap()).abs() < 1e-15 * f64::MAX);
    assert_eq!(gmm.decision_boundaries().unwrap(), [0.0]);
    assert_eq!(gmm.posterior_marginal(0.0).unwrap().probs()[0], 0.5);
    assert_eq!(gmm.modes().unwrap().len(), 1);
    let standard = mixture(&[0.5, 0.5], &[-1.0, 1.0], &[1.0, 1.0]);
    let exact = one(standard.entropy()) + libm::log(f64::MAX);
    assert!(close(one(gmm.entropy()), exact, 1e-13));
    let log = one(standard.log_prob(0.5).unwrap()) - libm::log(f64::MAX);
    assert!(close(one(gmm.log_prob(x).unwrap()), log, 1e-14));
    let right = mixture(&[1.0], &[f64::MAX], &[f64::MAX]);
    let left = mixture(&[1.0], &[-f64::MAX], &[f64::MAX]);
    assert!(close(left.kl_divergence(&right).unwrap().value, 2.0, 1e-13));
}

#[test]
fn a_posterior_keeps_its_digits_where_two_large_logarithms_are_equal() {
    let gmm = mixture(&[0.5, 0.5], &[-1e7, 1e7], &[1.0, 1.0]);
    let class = gmm.posterior_marginal(1e-7).unwrap();
    assert!(close(class.probs()[0], 0.119_202_922_022_117_55, 1e-14));
    let wide = mixture(&[0.5, 0.5], &[-1e7, 1e7], &[1.0, 2.0]);
    let boundary = wide.decision_boundaries().unwrap()[0];
    // Where the number next to the boundary makes all the difference, it is told.
    let odds = |x: f64| {
        let class = wide.posterior_marginal(x).unwrap();
        class.log_probs()[0] - class.log_probs()[1]
    };
    assert!(odds(boundary.next_down()) * odds(boundary.next_up()) < 0.0);
}

#[test]
fn a_tail_has_the_digits_that_a_subnormal_number_holds() {
    let normal = Normal::new(0.0, 1.0).unwrap();
    let tail = |z: f64| normal.cdf(-z).unwrap()[[]];
    assert!((tail(38.0) - 2.885_428_360_4e-316).abs() < 1e-320);
    assert!(tail(38.4) > 0.0 && tail(38.6) == 0.0);
    let gmm = mixture(&[0.5, 0.5], &[0.0, 0.0], &[1.0, 1.0]);
    assert!(close(gmm.cdf(-38.0).unwrap()[[]], tail(38.0), 1e-6));
    assert_eq!(
        gmm.survival_function(38.0).unwrap()[[]],
        gmm.cdf(-38.0).unwrap()[[]]
    );
}

#[test]
fn the_divergence_of_two_bells_is_their_formula() {
    for (p, q, exact) in [
        ((0.0, 1.0), (1e-8, 1.0), 5e-17),
        ((0.0, 1.0), (0.0, 1.0 + 1e-8), 9.999_999_711_783_92e-17),
        ((0.0, 1.0), (30.0, 1.0), 450.0),
    ] {
        let [p, q] =
            [p, q].map(|(loc, scale)| Normal::new(loc, scale).unwrap());
        let told = p.kl_divergence(&q).unwrap()[[]];
        assert!(close(told / exact, 1.0, 1e-7), "{told} {exact}");
    }
}

proptest! {
    #[test]
    fn no_divergence_of_two_nearly_equal_mixtures_is_negative(
        weights in prop::collection::vec(0.05..1.0, 3),
        loc in prop::collection::vec(-5.0..5.0, 3),
        scale in prop::collection::vec(0.1..10.0, 3),
        digits in 1..17,
        changes in prop::collection::vec(-1.0..1.0, 9),
    ) {
        let change = libm::pow(10.0, -f64::from(digits));
        let changed = |of: &[f64], from: usize| -> Vec<f64> {
            let by = |(x, by): (&f64, &f64)| x * (1.0 + change * by);
            of.iter().zip(&changes[from..]).map(by).collect()
        };
        let p = mixture(&weights, &loc, &scale);
        let q = mixture(&changed(&weights, 0), &changed(&loc, 3), &changed(&scale, 6));
        prop_assert!(p.kl_divergence(&q).unwrap().value >= 0.0);
        prop_assert_eq!(p.kl_divergence(&p).unwrap().value, 0.0);
    }

    #[test]
    fn the_quantile_is_between_its_neighbours_values(
        weights in prop::collection::vec(0.05..1.0, 3),
        loc in prop::collection::vec(-5.0..5.0, 3),
        scale in prop::collection::vec(0.01..10.0, 3),
        q in 1e-9..0.999_f64,
    ) {
        let gmm = mixture(&weights, &loc, &scale);
        let x = gmm.quantile(q).unwrap()[[]];
        let slack = 4.0 * f64::EPSILON;
        let cdf = |x: f64| gmm.cdf(x).unwrap()[[]];
        prop_assert!(cdf(x - slack * x.abs()) <= q * (1.0 + 2.0 * slack));
        prop_assert!(cdf(x + slack * x.abs()) >= q * (1.0 - 2.0 * slack));
        // Alone or among others it is the same.
        let among = gmm.quantile([0.1, q, 0.9]).unwrap();
        prop_assert_eq!(among[1], x);
    }
}
