//! Each claim of chapter 2, as a test named after it.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch01::{BIN_WIDTH, CUT, Gaussian, class_histogram, split};
use ch02::{
    SKETCH, area, area_up_to, breakpoints, integrate, midpoint_rule, superpose,
};
use datasets::CLASS;
use proptest::prelude::*;
use statrs::distribution::{ContinuousCDF, Normal};

fn sketch() -> [Gaussian; 2] {
    SKETCH.map(|(loc, scale)| Gaussian::new(loc, scale).unwrap())
}

fn bell() -> impl Strategy<Value = Gaussian> {
    let near = (-100.0..100.0, 0.01..100.0);
    let far = (-1e6..1e6, 2.0..1e4);
    prop_oneof![near, far]
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
fn a_bell_falls_to_0_61_to_0_14_and_to_0_01_of_its_height() {
    let [wide, _] = sketch();
    let share = |deviations: f64| {
        let x = wide.loc() + deviations * wide.scale();
        format!("{:.2}", wide.prob(x) / wide.prob(wide.loc()))
    };
    assert_eq!([1.0, 2.0, 3.0].map(share), ["0.61", "0.14", "0.01"]);
}

#[test]
fn half_of_each_has_more_beyond_the_cut_and_less_before_it_than_the_class() {
    let bells = sketch();
    let before = area_up_to(&bells, CUT).unwrap().value / 2.0;
    let class = split(&CLASS, CUT).unwrap();
    let share = class.left as f64 / CLASS.len() as f64;
    assert!(before < 0.5 && share > 0.6);
}

#[test]
fn far_enough_out_the_widest_bell_exceeds_two_others_together() {
    let bell = |loc, scale| Gaussian::new(loc, scale).unwrap();
    let widest = bell(0.0, 1.1);
    let others = [bell(0.0, 1.0), bell(1.0, 0.9)];
    assert!(superpose(&others, 0.0) > widest.prob(0.0));
    for x in [-20.0, 20.0] {
        assert!(widest.prob(x) > superpose(&others, x));
    }
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
fn the_midpoint_rule_gets_better_until_the_ends_of_the_stretch_are_all_that_is_missing()
 {
    let bells = sketch();
    let error = |strips| {
        let sum = |x| superpose(&bells, x);
        (midpoint_rule(sum, -2.0, 8.0, strips).unwrap() - 2.0).abs()
    };
    assert!(error(10) < error(5) && error(20) < error(10) / 50.0);
    let beyond = area_up_to(&bells, -2.0).unwrap().value + 2.0
        - area_up_to(&bells, 8.0).unwrap().value;
    assert!((error(80) / beyond - 1.0).abs() < 0.05);
}

#[test]
fn halving_a_strip_divides_the_error_of_simpsons_rule_by_about_sixteen() {
    let [wide, _] = sketch();
    let simpson = |from: f64, to: f64| {
        let middle = wide.prob(f64::midpoint(from, to));
        (to - from) / 6.0 * (wide.prob(from) + 4.0 * middle + wide.prob(to))
    };
    let exact = integrate(|x| wide.prob(x), &[2.0, 2.2], 1e-14).unwrap().value;
    let whole = simpson(2.0, 2.2) - exact;
    let halves = simpson(2.0, 2.1) + simpson(2.1, 2.2) - exact;
    assert!((15.0..17.0).contains(&(whole / halves)), "{}", whole / halves);
}

#[test]
fn the_dots_of_the_figure_are_where_the_bell_stops_bending_downward() {
    let [wide, _] = sketch();
    let bend =
        |x: f64| wide.prob(x - 1e-3) - 2.0 * wide.prob(x) + wide.prob(x + 1e-3);
    for side in [-1.0, 1.0] {
        let dot = wide.loc() + side * wide.scale();
        assert!(bend(dot - side * 0.01) < 0.0 && 0.0 < bend(dot + side * 0.01));
    }
}

#[test]
fn the_narrow_bell_is_more_than_twice_as_high_as_any_bar_of_the_class() {
    let [_, narrow] = sketch();
    let class = class_histogram(BIN_WIDTH).unwrap();
    let highest = class.densities().iter().copied().fold(0.0, f64::max);
    assert!(narrow.prob(narrow.loc()) > 2.0 * highest);
}

#[test]
fn the_account_stands_at_one_at_4_3_because_both_bells_are_as_far_away() {
    let [wide, narrow] = sketch();
    let z = |bell: &Gaussian| (4.3 - bell.loc()) / bell.scale();
    assert!((z(&wide) + z(&narrow)).abs() < 1e-12);
    let up_to = area_up_to(&[wide, narrow], 4.3).unwrap();
    assert!((up_to.value - 1.0).abs() < 1e-10);
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
        midpoint_rule(|x| x, 1.0, 0.0, 3).unwrap_err().to_string(),
        "to must be at or above from, got 0.0"
    );
    assert_eq!(
        midpoint_rule(|x| x, f64::NAN, 0.0, 3).unwrap_err().to_string(),
        "from must be finite, got NaN"
    );
    assert_eq!(
        midpoint_rule(|_| f64::NAN, 0.0, 1.0, 3).unwrap_err().to_string(),
        "the area under f must be finite, got NaN"
    );
    assert_eq!(
        refusal(&[-1.7e308, 1.7e308], 1.0),
        "breaks[1] must be at or above the break before it, got 1.7e308"
    );
    let distant = Gaussian::new(1e15, 0.1).unwrap();
    assert_eq!(
        area(&[sketch()[0], distant]).unwrap_err().to_string(),
        "bells[1].loc must be within a million standard deviations of zero, got 1000000000000000.0"
    );
    assert_eq!(area(&[]).unwrap_err().to_string(), "bells must not be empty");
    assert_eq!(
        area_up_to(&[], 0.0).unwrap_err().to_string(),
        "bells must not be empty"
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
    fn every_bell_holds_the_same_share_within_one_deviation(bell in bell()) {
        let (loc, scale) = (bell.loc(), bell.scale());
        let ends = [loc - scale, loc, loc + scale];
        let within = integrate(|x| bell.prob(x), &ends, 1e-11).unwrap();
        prop_assert!((within.value - 0.682_689_492_137).abs() < 1e-9);
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

#[test]
fn without_breaks_the_rule_misses_a_narrow_bell_and_says_that_it_is_sure() {
    let narrow = ch01::Gaussian::new(2.8, 0.01).unwrap();
    let area = ch02::integrate(|x| narrow.prob(x), &[-2.0, 8.0], 1e-9).unwrap();
    assert!(area.value < 1e-80 && area.error < 1e-80);
}
