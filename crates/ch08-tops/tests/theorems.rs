//! Each claim of chapter 8, as a test named after it.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch01::Gaussian;
use ch05::Joint;
use ch07::{as_mixture, round, students};
use ch08::{
    CLUMPS, averages, borders, class_as_intervals, class_as_numbers,
    climb_to_the_top, gain_of_a_bell, geyser, interval_log_likelihood,
    interval_round, narrowed, prior_takes, tops_of_the_clumps,
};
use datasets::{GRADE_SCALE, grades};
use fit::{Em, GaussianMixture, Sample};
use proptest::prelude::*;

fn groups() -> impl Strategy<Value = Joint> {
    let bell = || (1.0..5.0, 0.2..2.0);
    (0.1..0.9, bell(), bell()).prop_map(|(share, one, other)| {
        let bells = [one, other]
            .map(|(loc, scale): (f64, f64)| Gaussian::new(loc, scale).unwrap());
        Joint::new([share, 1.0 - share], bells).unwrap()
    })
}

/// The class as the library takes it: intervals with counts.
fn intervals() -> Sample {
    let grades = grades();
    let count = |grade: f64| grades.iter().filter(|x| **x == grade).count();
    let counts = GRADE_SCALE.map(|grade| count(grade) as f64);
    let ends = |end: usize| borders().map(|border| border[end]);
    Sample::intervals(ends(0), ends(1)).unwrap().weights(counts).unwrap()
}

proptest! {
    #[test]
    fn the_log_likelihood_of_intervals_is_that_of_the_library_and_never_positive(groups in groups()) {
        let ours = interval_log_likelihood(&groups, &students());
        let theirs = Em::new(&intervals(), as_mixture(&groups).unwrap()).unwrap().log_likelihood();
        prop_assert!((ours - theirs).abs() < 1e-6 * theirs.abs(), "{ours} {theirs}");
        prop_assert!(ours <= 0.0);
    }

    #[test]
    fn a_round_of_intervals_is_that_of_the_library_and_never_falls(groups in groups()) {
        let ours = interval_round(&groups, &students()).unwrap();
        let [before, after] = [&groups, &ours].map(|it| interval_log_likelihood(it, &students()));
        prop_assert!(after > before - 1e-9 * before.abs(), "{before} {after}");
        let mut em = Em::new(&intervals(), as_mixture(&groups).unwrap()).unwrap();
        em.step().unwrap();
        let theirs = em.mixture().unwrap();
        let bells = theirs.components_distribution();
        for (ours, theirs) in ours.bells().iter().zip(bells.loc().iter().zip(bells.scale())) {
            prop_assert!((ours.loc() - theirs.0).abs() < 1e-6, "{ours:?} {theirs:?}");
            prop_assert!((ours.scale() - theirs.1).abs() < 1e-5, "{ours:?} {theirs:?}");
        }
        for (ours, theirs) in ours.probs().iter().zip(theirs.mixture_distribution().probs()) {
            prop_assert!((ours - theirs).abs() < 1e-6);
        }
    }

    #[test]
    fn the_averages_between_two_marks_are_those_of_many_small_steps(loc in 2.0..5.0, scale in 0.2..2.0, low in 1.0..4.0, width in 0.1..2.0) {
        let bell = Gaussian::new(loc, scale).unwrap();
        let step = width / 2000.0;
        let marks = (0..2000).map(|at| low + step * (f64::from(at) + 0.5));
        let mut sums = [0.0; 3];
        for x in marks {
            let height = bell.prob(x);
            for (sum, power) in sums.iter_mut().zip([1.0, x, x * x]) {
                *sum += height * power;
            }
        }
        let [mean, square] = averages(&bell, [low, low + width]);
        prop_assert!((mean - sums[1] / sums[0]).abs() < 1e-5, "{mean}");
        prop_assert!((square - sums[2] / sums[0]).abs() < 1e-4, "{square}");
    }
}

#[test]
fn a_prior_makes_a_top_of_the_climb_without_end() {
    let class = grades();
    let wide = Gaussian::fit(&class).unwrap().scale();
    let height = |power: f64| {
        let scale = libm::pow(10.0, power);
        let groups = narrowed(3.7, scale).unwrap();
        groups.log_likelihood(&class).unwrap() - prior_takes(scale, wide, 200.0)
    };
    let best = (-80..=0).map(|tenth| f64::from(tenth) / 10.0);
    let best =
        best.max_by(|one, other| height(*one).total_cmp(&height(*other)));
    assert!(best.unwrap() > -2.0, "{best:?}");
}

#[test]
fn the_twelve_numbers_have_two_tops_and_no_round_leads_away() {
    let [higher, lower] = tops_of_the_clumps().unwrap();
    assert!(higher.log_likelihood > lower.log_likelihood + 0.1);
    for top in [&higher, &lower] {
        let next = round(&top.groups, &CLUMPS).unwrap();
        let gain = next.log_likelihood(&CLUMPS).unwrap() - top.log_likelihood;
        assert!(gain.abs() < 1e-9, "{gain}");
    }
    let fit = GaussianMixture::new(2).fit(&Sample::new(CLUMPS).unwrap());
    let fit = fit.unwrap();
    assert!((fit.log_likelihood() - higher.log_likelihood).abs() < 1e-6);
    let next = fit.next_log_likelihood().unwrap();
    assert!((next - lower.log_likelihood).abs() < 1e-6);
}

#[test]
fn each_top_has_a_twin_across_the_diagonal() {
    for means in [[3.0, 9.0], [1.0, 7.0]] {
        let [one, other] = [means, [means[1], means[0]]]
            .map(|means| climb_to_the_top(means, 1.0).unwrap().unwrap());
        let (here, there) = (one.groups.bells(), other.groups.bells());
        assert!((here[0].loc() - there[1].loc()).abs() < 1e-9);
        assert!((here[1].scale() - there[0].scale()).abs() < 1e-9);
    }
}

#[test]
fn every_factor_of_ten_in_width_brings_the_same_gain_and_intervals_none() {
    let class = grades();
    let at_once = class.iter().filter(|x| **x == 3.7).count() as f64;
    let numbers = |power: i32| {
        let scale = libm::pow(10.0, f64::from(power));
        narrowed(3.7, scale).unwrap().log_likelihood(&class).unwrap()
    };
    let intervals = |power: i32| {
        let scale = libm::pow(10.0, f64::from(power));
        interval_log_likelihood(&narrowed(3.7, scale).unwrap(), &students())
    };
    for power in -10..-5 {
        let gain = numbers(power - 1) - numbers(power);
        assert!((gain - at_once * libm::log(10.0)).abs() < 1e-3, "{gain}");
        assert!((intervals(power - 1) - intervals(power)).abs() < 1e-9);
    }
}

#[test]
fn one_bell_alone_never_collapses() {
    let class = grades();
    let alone = |scale: f64| {
        let bell = Gaussian::new(3.7, scale).unwrap();
        Joint::new([1.0], [bell]).unwrap().log_likelihood(&class).unwrap()
    };
    assert!(alone(0.01) < alone(0.1) && alone(0.1) < alone(1.0));
}

fn fitted(bells: usize) -> fit::Fit {
    let waiting =
        datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min);
    GaussianMixture::new(bells).fit(&Sample::new(waiting).unwrap()).unwrap()
}

#[test]
fn two_bells_gain_no_more_than_the_bound_of_one_promises() {
    let [one, two] = [1, 2].map(fitted);
    let gained = two.log_likelihood() - one.log_likelihood();
    assert!(gained > 50.0 && gained <= one.gain_at_most(5.0).unwrap());
    assert!(two.gain_at_most(5.0).unwrap() < one.gain_at_most(5.0).unwrap());
}

#[test]
fn the_gain_of_a_bell_is_the_directional_derivative_of_the_library() {
    let waiting: Vec<f64> = datasets::FAITHFUL
        .iter()
        .map(|eruption| eruption.waiting_min)
        .collect();
    for bells in [1, 2] {
        let (groups, fit) = (geyser(bells).unwrap(), fitted(bells));
        for (loc, scale) in [(50.0, 5.0), (66.0, 8.0), (82.0, 3.0)] {
            let bell = Gaussian::new(loc, scale).unwrap();
            let ours = gain_of_a_bell(&groups, &waiting, &bell);
            let theirs = fit.directional_derivative(loc, scale);
            assert!((ours - theirs).abs() < 0.5, "{ours} {theirs}");
        }
    }
}

#[test]
fn as_intervals_the_second_bell_of_the_class_is_wider() {
    let [numbers, intervals] =
        [class_as_numbers().unwrap(), class_as_intervals().unwrap()];
    let scale =
        |fit: &fit::Fit| fit.mixture().components_distribution().scale()[1];
    assert!(scale(&numbers) < 0.3 && scale(&intervals) > 0.3);
}
