//! Each claim of chapter 2, as a test named after it.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch01::Gaussian;
use ch02::{
    SKETCH, area, area_up_to, breakpoints, integrate, midpoint_rule, superpose,
};
use proptest::prelude::*;
use statrs::distribution::{ContinuousCDF, Normal};

fn sketch() -> [Gaussian; 2] {
    SKETCH.map(|(loc, scale)| Gaussian::new(loc, scale).unwrap())
}

fn bell() -> impl Strategy<Value = Gaussian> {
    (-100.0..100.0, 0.01..100.0)
        .prop_map(|(loc, scale)| Gaussian::new(loc, scale).unwrap())
}

#[test]
fn the_sketch_passes_all_there_may_be_before_the_grade_4_7() {
    let up_to = |grade| area_up_to(&sketch(), grade).unwrap().value;
    assert!(up_to(4.2) < 1.0);
    assert!(up_to(4.7) > 1.3);
}

#[test]
fn the_average_of_the_naive_sum_is_the_sum_of_the_averages() {
    let bells = sketch();
    let moment =
        integrate(|x| x * superpose(&bells, x), &breakpoints(&bells), 1e-9)
            .unwrap();
    assert!((moment.value - (2.8 + 4.8)).abs() < 1e-9);
}

#[test]
fn a_third_of_the_deviation_makes_a_bell_three_times_as_high() {
    let [wide, narrow] = sketch();
    let ratio = narrow.prob(narrow.loc()) / wide.prob(wide.loc());
    assert!((ratio - 3.0).abs() < 1e-12);
}

#[test]
fn a_density_may_be_larger_than_one() {
    assert!(Gaussian::new(0.0, 0.1).unwrap().prob(0.0) > 3.98);
}

#[test]
fn the_bell_is_the_one_of_tensorflow_probability() {
    for case in &oracle::mixtures().cases {
        for (&x, row) in case.x.iter().zip(&case.tfp.components_log_prob) {
            for (component, &log_prob) in row.iter().enumerate() {
                // Below this a density is no normal number and keeps fewer digits.
                if log_prob < -700.0 {
                    continue;
                }
                let bell =
                    Gaussian::new(case.loc[component], case.scale[component])
                        .unwrap();
                let ours = libm::log(bell.prob(x));
                let error = (ours - log_prob).abs() / log_prob.abs().max(1.0);
                assert!(error < 1e-12, "{}: {x}: {ours} {log_prob}", case.name);
            }
        }
    }
}

#[test]
fn twice_the_strips_leave_far_less_than_half_the_error() {
    let bells = sketch();
    let error = |strips| {
        let area = midpoint_rule(|x| superpose(&bells, x), -6.0, 10.0, strips)
            .unwrap();
        (area - 2.0).abs()
    };
    for strips in [20, 40] {
        assert!(error(2 * strips) < error(strips) / 4.0, "{strips}");
    }
}

#[test]
fn arguments_are_refused_by_name_index_and_value() {
    let refusal = |breaks: &[f64], tolerance| {
        integrate(|x| x, breaks, tolerance).unwrap_err().to_string()
    };
    assert_eq!(refusal(&[], 1.0), "breaks must not be empty");
    assert_eq!(
        refusal(&[0.0, f64::NAN], 1.0),
        "breaks[1] must be finite, got NaN"
    );
    assert_eq!(
        refusal(&[1.0, 0.5], 1.0),
        "breaks[1] must be at or above the break before it, got 0.5"
    );
    assert_eq!(
        refusal(&[0.0, 1.0], 0.0),
        "tolerance must be finite and positive, got 0.0"
    );
    assert_eq!(
        integrate(|x| 1.0 / x, &[0.0, 1.0], 1.0).unwrap_err().to_string(),
        "f(0.0) must be finite, got inf"
    );
    assert_eq!(
        midpoint_rule(|x| x, 0.0, 1.0, 0).unwrap_err().to_string(),
        "strips must be at least 1, got 0.0"
    );
    assert_eq!(
        area_up_to(&sketch(), f64::NAN).unwrap_err().to_string(),
        "x must be finite, got NaN"
    );
}

#[test]
fn a_tolerance_out_of_reach_is_answered_with_the_error_that_is_left() {
    let rough = |x: f64| (1e7 * std::f64::consts::PI * x).fract();
    let area = integrate(rough, &[0.0, 1.0], 1e-300).unwrap();
    assert!(area.error > 0.0 && area.evaluations <= 1_000_100, "{area:?}");
}

proptest! {
    #[test]
    fn the_area_under_one_bell_is_one(bell in bell()) {
        let area = area(&[bell]).unwrap();
        prop_assert!((area.value - 1.0).abs() < 1e-9, "{area:?}");
    }

    #[test]
    fn the_area_under_the_sum_of_any_two_bells_is_two(one in bell(), other in bell()) {
        let area = area(&[one, other]).unwrap();
        prop_assert!((area.value - 2.0).abs() < 1e-9, "{area:?}");
    }

    #[test]
    fn the_area_under_the_sum_of_any_number_of_bells_is_their_number(
        bells in prop::collection::vec(bell(), 1..6),
    ) {
        let area = area(&bells).unwrap();
        prop_assert!((area.value - bells.len() as f64).abs() < 1e-9, "{area:?}");
    }

    #[test]
    fn the_area_up_to_a_grade_is_the_sum_of_the_distribution_functions(
        one in bell(),
        other in bell(),
        x in -200.0..200.0,
    ) {
        let cdf = |bell: &Gaussian| Normal::new(bell.loc(), bell.scale()).unwrap().cdf(x);
        let area = area_up_to(&[one, other], x).unwrap();
        // statrs' error function is good to about 1e-10.
        prop_assert!((area.value - cdf(&one) - cdf(&other)).abs() < 1e-9, "{area:?}");
    }

    #[test]
    fn the_area_never_shrinks_as_the_grade_grows(
        one in bell(),
        other in bell(),
        from in -200.0..200.0,
        step in 0.0..50.0,
    ) {
        let up_to = |x| area_up_to(&[one, other], x).unwrap().value;
        prop_assert!(up_to(from) <= up_to(from + step) + 1e-9);
    }

    #[test]
    fn simpsons_rule_is_exact_for_cubics(
        coefficients in prop::array::uniform4(-9.0..9.0),
        from in -5.0..0.0,
        to in 0.0..5.0,
    ) {
        let [a, b, c, d] = coefficients;
        let cubic = |x: f64| a + x * (b + x * (c + x * d));
        let antiderivative = |x: f64| x * (a + x * (b / 2.0 + x * (c / 3.0 + x * d / 4.0)));
        let area = integrate(cubic, &[from, to], 1e-3).unwrap();
        let exact: f64 = antiderivative(to) - antiderivative(from);
        prop_assert!((area.value - exact).abs() < 1e-9, "{area:?} {exact}");
    }

    #[test]
    fn the_error_that_is_told_is_within_the_tolerance_asked_for(
        bell in bell(),
        digits in 3..11,
    ) {
        let tolerance = libm::pow(10.0, -f64::from(digits));
        let breaks = breakpoints(&[bell]);
        let area = integrate(|x| bell.prob(x), &breaks, tolerance).unwrap();
        prop_assert!(area.error <= tolerance && (area.value - 1.0).abs() <= tolerance, "{area:?}");
    }
}
