//! Each claim of chapter 5, as a test named after it.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch01::{CUT, Gaussian};
use ch02::{breakpoints, integrate};
use ch05::{Joint, log_bell, log_sum_exp};
use datasets::{CLASS, Group, grades};
use libm::{exp, log};
use mixture::{Categorical, Distribution, MixtureSameFamily, Normal};
use proptest::prelude::*;

fn model() -> Joint {
    Joint::of_the_model().unwrap()
}

fn unprepared(x: f64) -> f64 {
    model().posterior(x)[1]
}

/// Shares and bells of two to four groups.
fn groups() -> impl Strategy<Value = (Vec<f64>, Vec<Gaussian>)> {
    let group = (0.01..1.0, -20.0..20.0, 0.1..5.0);
    prop::collection::vec(group, 2..5).prop_map(|groups| {
        let total: f64 = groups.iter().map(|group| group.0).sum();
        let bell = |loc, scale| Gaussian::new(loc, scale).unwrap();
        groups
            .into_iter()
            .map(|(share, loc, scale)| (share / total, bell(loc, scale)))
            .unzip()
    })
}

fn library(probs: &[f64], bells: &[Gaussian]) -> MixtureSameFamily<Normal> {
    let loc: Vec<f64> = bells.iter().map(Gaussian::loc).collect();
    let scale: Vec<f64> = bells.iter().map(Gaussian::scale).collect();
    let components = Normal::new(&loc, &scale).unwrap();
    let mixture = Categorical::from_probs(probs).unwrap();
    MixtureSameFamily::new(mixture, components).unwrap()
}

fn near(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance * one.abs().max(other.abs())
}

#[test]
fn at_a_4_0_the_two_groups_are_almost_equally_probable() {
    assert!((0.4..0.5).contains(&unprepared(4.0)));
    assert!(unprepared(3.7) < 0.02 && unprepared(4.3) > 0.95);
}

#[test]
fn over_all_draws_that_are_graded_4_0_the_unprepared_have_a_little_more_than_half()
 {
    let area = |z: usize| {
        let curve = |x| model().by_index(z, x).unwrap();
        integrate(curve, &[3.85, 4.0, 4.15], 1e-12).unwrap().value
    };
    let unprepared = area(1) / (area(0) + area(1));
    assert!((0.505..0.515).contains(&unprepared), "{unprepared}");
    assert_eq!(ch04::nearest_grade(3.849).unwrap(), 3.7);
    assert_eq!(ch04::nearest_grade(4.151).unwrap(), 4.3);
    assert_eq!(ch04::nearest_grade(3.851).unwrap(), 4.0);
    assert_eq!(ch04::nearest_grade(4.149).unwrap(), 4.0);
}

#[test]
fn two_narrow_guesses_are_both_zero_at_a_grade_of_the_scale() {
    let bell = |loc| Gaussian::new(loc, 0.05).unwrap();
    let joint = Joint::new([0.5, 0.5], [bell(4.8), bell(0.6)]).unwrap();
    assert_eq!(joint.marginal(2.7), 0.0);
    assert!(joint.naive_posterior(2.7)[0].is_nan());
    assert!((joint.posterior(2.7).iter().sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn of_the_grades_of_the_scale_only_4_0_is_doubtful() {
    let (from, to) = model().doubtful_stretches().unwrap()[0];
    let inside = |grade: &&f64| (from..to).contains(*grade);
    let doubtful: Vec<&f64> =
        datasets::GRADE_SCALE.iter().filter(inside).collect();
    assert_eq!(doubtful, [&4.0]);
}

#[test]
fn at_the_ends_of_the_doubtful_stretches_one_group_has_nine_tenths() {
    let stretches = model().doubtful_stretches().unwrap();
    let [(from, to), (again, at_last)] = stretches[..] else {
        panic!("two stretches, not {stretches:?}")
    };
    for (grade, probability) in
        [(from, 0.1), (to, 0.9), (again, 0.9), (at_last, 0.1)]
    {
        assert!(near(unprepared(grade), probability, 1e-9), "{grade}");
    }
}

#[test]
fn the_soft_labels_of_the_class_add_up_to_about_as_many_as_were_drawn() {
    let expected: f64 = grades().iter().map(|&x| unprepared(x)).sum();
    let drawn = Group::Unprepared.among(&CLASS).count();
    assert!((expected - drawn as f64).abs() < 2.0, "{expected} {drawn}");
}

#[test]
fn the_model_has_a_boundary_at_4_01_and_another_one_beyond_the_scale() {
    let [first, second] = model().boundaries().unwrap()[..] else {
        panic!("two boundaries");
    };
    assert!(near(first, 4.01, 1e-3) && first < CUT);
    assert!(second > 7.0);
    assert!(
        near(unprepared(first), 0.5, 1e-9)
            && near(unprepared(second), 0.5, 1e-9)
    );
}

#[test]
fn to_the_right_of_everything_the_wider_bell_wins() {
    assert!(unprepared(7.2) < 0.5 && unprepared(10.0) < 1e-6);
}

#[test]
fn to_the_left_of_everything_the_wider_bell_wins_too() {
    assert!(unprepared(0.0) < 1e-6 && unprepared(-10.0) < 1e-6);
}

#[test]
fn with_an_8_0_somebody_was_prepared_with_near_certainty() {
    assert!(model().posterior(8.0)[0] > 0.999_999);
}

#[test]
fn without_the_shares_the_verdict_at_4_0_turns_round() {
    let bells =
        [0, 1].map(|z| model().by_index(z, 4.0).unwrap() / ch03::PROBS[z]);
    assert!(bells[1] / (bells[0] + bells[1]) > 0.5 && unprepared(4.0) < 0.5);
}

#[test]
fn three_students_have_a_doubtful_grade() {
    let (from, to) = model().doubtful_stretches().unwrap()[0];
    let doubtful = grades().into_iter().filter(|x| (from..to).contains(x));
    assert_eq!(doubtful.count(), 3);
}

#[test]
fn a_thousand_classes_are_no_trouble_for_logarithms() {
    let one = model().log_likelihood(&grades()).unwrap();
    let all = grades().repeat(1000);
    let thousand = model().log_likelihood(&all).unwrap();
    assert!(near(thousand, 1000.0 * one, 1e-12), "{thousand}");
}

#[test]
fn boundaries_are_found_where_squares_overflow() {
    let found = |share: f64, one: (f64, f64), other: (f64, f64)| {
        let bells =
            [one, other].map(|(loc, scale)| Gaussian::new(loc, scale).unwrap());
        Joint::new([share, 1.0 - share], bells).unwrap().boundaries().unwrap()
    };
    assert_eq!(found(0.5, (0.0, 1e-200), (1.0, 1e-200)), [0.5]);
    let far = found(0.5, (0.0, 1e200), (1e201, 1e200));
    assert!(far.len() == 1 && near(far[0], 5e200, 1e-15));
    assert_eq!(found(0.5, (0.0, 1.0), (0.0, 1.0)), [0.0; 0]);
}

#[test]
fn what_is_no_number_stays_none() {
    assert!(log_sum_exp(&[f64::NAN, 0.0]).is_nan());
    assert!(model().log_marginal(f64::NAN).is_nan());
    assert_eq!(log_sum_exp(&[f64::INFINITY, 0.0]), f64::INFINITY);
}

#[test]
fn multiplied_out_the_density_is_zero_from_38_6_deviations_on() {
    let joint = model();
    let x = |deviations: f64| 2.5 + 0.6 * deviations;
    assert!(joint.marginal(x(38.5)) > 0.0);
    assert!(joint.marginal(x(38.7)) == 0.0);
    assert!(joint.naive_posterior(x(38.7))[0].is_nan());
    assert!(near(joint.log_marginal(x(38.7)), -38.7 * 38.7 / 2.0, 0.01));
    assert_eq!(joint.posterior(x(38.7))[0], 1.0);
}

#[test]
fn the_logarithms_too_end_where_the_square_of_the_grade_is_too_large() {
    assert_eq!(model().posterior(1e100), [1.0, 0.0]);
    assert!(model().posterior(1e200)[0].is_nan());
    let library = ch03::model().unwrap();
    let posterior = library.posterior_marginal(1e200).unwrap();
    assert_eq!(posterior.probs()[[0]], 1.0);
}

#[test]
fn a_product_of_densities_none_of_which_is_zero_is_zero_after_625_students() {
    let all: Vec<f64> = grades().into_iter().cycle().take(625).collect();
    assert!(all.iter().all(|&x| model().marginal(x) > 1e-3));
    let product = |count: usize| -> f64 {
        all[..count].iter().map(|&x| model().marginal(x)).product()
    };
    assert!(product(624) > 0.0 && product(625) == 0.0);
    assert_eq!(model().product_dies_after(&grades()).unwrap(), 625);
    assert!(model().log_likelihood(&all).unwrap() > -800.0);
}

#[test]
fn the_product_of_the_densities_of_the_class_is_ten_to_the_minus_103_or_so() {
    let log_likelihood = model().log_likelihood(&grades()).unwrap();
    let product: f64 = grades().iter().map(|&x| model().marginal(x)).product();
    assert!(near(log_likelihood, log(product), 1e-12));
    assert!((1e-104..1e-103).contains(&product));
}

#[test]
fn posterior_and_marginal_are_those_of_tensorflow_probability() {
    let mut compared = 0;
    for case in &oracle::mixtures().cases {
        let bells: Vec<Gaussian> = case
            .loc
            .iter()
            .zip(&case.scale)
            .map(|(&loc, &scale)| Gaussian::new(loc, scale).unwrap())
            .collect();
        let Ok(joint) = Joint::new(case.probs.clone(), bells) else {
            continue;
        };
        for (&x, &log_prob) in case.x.iter().zip(&case.tfp.log_prob) {
            let ours = joint.log_marginal(x);
            let error = (ours - log_prob).abs() / log_prob.abs().max(1.0);
            assert!(error < 1e-10, "{}: {x}: {ours} {log_prob}", case.name);
            compared += 1;
        }
        for (&x, posterior) in case.x.iter().zip(&case.tfp.posterior_marginal) {
            for (ours, theirs) in joint.posterior(x).iter().zip(posterior) {
                assert!((ours - theirs).abs() < 1e-9, "{}: {x}", case.name);
            }
        }
    }
    assert!(compared > 20, "{compared}");
}

#[test]
fn arguments_are_refused_by_name_index_and_value() {
    let bells = [2.5, 4.8].map(|loc| Gaussian::new(loc, 0.5).unwrap());
    assert_eq!(
        Joint::new([0.5, 0.6], bells).unwrap_err().to_string(),
        "the sum of weights must be one, got 1.1"
    );
    assert_eq!(
        Joint::new([1.0], bells).unwrap_err().to_string(),
        "the number of probs must be that of the bells, got 1.0"
    );
    for refusal in [
        model().by_index(2, 4.0),
        model().by_indicators(2, 4.0),
        model().by_the_graph(2, 4.0),
    ] {
        assert_eq!(
            refusal.unwrap_err().to_string(),
            "z must be below the number of groups, got 2.0"
        );
    }
    let lone = Joint::new([1.0], [bells[0]]).unwrap();
    assert_eq!(
        lone.boundaries().unwrap_err().to_string(),
        "the number of groups must be two, got 1.0"
    );
    assert_eq!(
        lone.doubtful_stretches().unwrap_err().to_string(),
        "the number of groups must be two, got 1.0"
    );
    let empty = Joint::new([1.0, 0.0], bells).unwrap();
    assert_eq!(
        empty.boundaries().unwrap_err().to_string(),
        "probs[1] must be above zero, got 0.0"
    );
    assert_eq!(
        empty.doubtful_stretches().unwrap_err().to_string(),
        "probs[1] must be above zero, got 0.0"
    );
    assert_eq!(
        model().log_likelihood(&[1.0, f64::NAN]).unwrap_err().to_string(),
        "grades[1] must be finite, got NaN"
    );
    assert_eq!(
        model().product_dies_after(&[]).unwrap_err().to_string(),
        "grades must not be empty"
    );
    assert_eq!(log_sum_exp(&[]), f64::NEG_INFINITY);
}

proptest! {
    #[test]
    fn the_joint_is_one_function_in_three_ways(
        (probs, bells) in groups(),
        z in 0_usize..5,
        x in -30.0..30.0,
    ) {
        let z = z % probs.len();
        let joint = Joint::new(probs, bells).unwrap();
        let by_index = joint.by_index(z, x).unwrap();
        prop_assert_eq!(joint.by_indicators(z, x).unwrap(), by_index);
        let by_the_graph = joint.by_the_graph(z, x).unwrap();
        let tiny = f64::MIN_POSITIVE;
        prop_assert!(
            near(by_the_graph, by_index, 1e-11) || by_index < tiny,
            "{by_the_graph} {by_index}"
        );
    }

    #[test]
    fn the_marginal_of_the_joint_is_the_mixture((probs, bells) in groups(), x in -30.0..30.0) {
        let mixture = library(&probs, &bells).prob(x).unwrap()[[]];
        let joint = Joint::new(probs.clone(), bells).unwrap();
        let sum: f64 = (0..probs.len()).map(|z| joint.by_index(z, x).unwrap()).sum();
        prop_assert!(near(sum, mixture, 1e-11) || mixture < f64::MIN_POSITIVE);
        prop_assert_eq!(joint.marginal(x), sum);
    }

    #[test]
    fn the_area_under_the_curve_of_a_group_is_its_share((probs, bells) in groups()) {
        let joint = Joint::new(probs.clone(), bells.clone()).unwrap();
        for (z, share) in probs.into_iter().enumerate() {
            let curve = |x| joint.by_index(z, x).unwrap();
            let area = integrate(curve, &breakpoints(&bells), 1e-10).unwrap();
            prop_assert!((area.value - share).abs() < 1e-9);
        }
    }

    #[test]
    fn with_the_group_fixed_the_joint_over_its_share_is_the_bell(
        (probs, bells) in groups(),
        x in -30.0..30.0,
    ) {
        let joint = Joint::new(probs.clone(), bells.clone()).unwrap();
        for (z, bell) in bells.iter().enumerate() {
            let conditional = joint.by_index(z, x).unwrap() / probs[z];
            prop_assert!((conditional - bell.prob(x)).abs() <= 1e-12 * bell.prob(x) + 1e-300);
        }
    }

    #[test]
    fn posterior_times_marginal_is_the_joint_again((probs, bells) in groups(), x in -30.0..30.0) {
        let joint = Joint::new(probs, bells).unwrap();
        for (z, posterior) in joint.posterior(x).into_iter().enumerate() {
            let product = posterior * joint.marginal(x);
            let by_index = joint.by_index(z, x).unwrap();
            prop_assert!(near(product, by_index, 1e-9) || by_index < 1e-290);
        }
    }

    #[test]
    fn where_nothing_underflows_the_naive_posterior_is_the_right_one(
        (probs, bells) in groups(),
        x in -20.0..20.0,
    ) {
        let joint = Joint::new(probs, bells).unwrap();
        prop_assume!(joint.marginal(x) > 1e-200);
        for (naive, right) in joint.naive_posterior(x).iter().zip(joint.posterior(x)) {
            prop_assert!((naive - right).abs() < 1e-9);
        }
    }

    #[test]
    fn the_probabilities_of_the_groups_sum_to_one_however_far_out(
        (probs, bells) in groups(),
        x in -1e9..1e9,
    ) {
        let joint = Joint::new(probs, bells).unwrap();
        let total: f64 = joint.posterior(x).iter().sum();
        prop_assert!((total - 1.0).abs() < 1e-12, "{total}");
    }

    #[test]
    fn the_posterior_is_that_of_the_library((probs, bells) in groups(), x in -1e3..1e3) {
        let library = library(&probs, &bells).posterior_marginal(x).unwrap();
        let joint = Joint::new(probs, bells).unwrap();
        for (ours, theirs) in joint.posterior(x).iter().zip(library.probs()) {
            prop_assert!((ours - theirs).abs() < 1e-9, "{ours} {theirs}");
        }
    }

    #[test]
    fn log_sum_exp_is_the_logarithm_of_the_sum_where_there_is_one(
        values in prop::collection::vec(-20.0..20.0, 1..8),
        shift in -1e5..1e5_f64,
    ) {
        let sum: f64 = values.iter().map(|&value| exp(value)).sum();
        prop_assert!((log_sum_exp(&values) - log(sum)).abs() < 1e-12);
        let shifted: Vec<f64> = values.iter().map(|value| value + shift).collect();
        prop_assert!((log_sum_exp(&shifted) - log(sum) - shift).abs() < 1e-9);
    }

    #[test]
    fn the_logarithm_of_a_bell_is_a_parabola(
        loc in -10.0..10.0,
        scale in 0.1..10.0,
        x in -50.0..50.0,
    ) {
        let bell = Gaussian::new(loc, scale).unwrap();
        let bend = log_bell(&bell, x - 1.0) - 2.0 * log_bell(&bell, x) + log_bell(&bell, x + 1.0);
        prop_assert!((bend + 1.0 / (scale * scale)).abs() < 1e-8 * (1.0 + x * x / (scale * scale)));
    }

    #[test]
    fn at_a_boundary_both_groups_are_equally_probable(
        share in 0.01..0.99,
        locs in prop::array::uniform2(-10.0..10.0_f64),
        scales in prop::array::uniform2(0.1..5.0),
    ) {
        let bells = [0, 1].map(|d| Gaussian::new(locs[d], scales[d]).unwrap());
        let joint = Joint::new([share, 1.0 - share], bells).unwrap();
        let boundaries = joint.boundaries().unwrap();
        prop_assert!(boundaries.len() <= 2);
        for x in &boundaries {
            let [prepared, unprepared] = joint.log_joint(*x)[..] else { unreachable!() };
            prop_assert!((prepared - unprepared).abs() < 1e-6 * (1.0 + prepared.abs()), "{x}");
        }
        let library = library(&[share, 1.0 - share], &bells).decision_boundaries().unwrap();
        let close = boundaries.windows(2).any(|pair| near(pair[0], pair[1], 1e-5));
        prop_assume!(!close && boundaries.iter().all(|x| x.abs() < 1e6));
        prop_assert_eq!(boundaries.len(), library.len());
        for (ours, theirs) in boundaries.iter().zip(library) {
            prop_assert!((ours - theirs).abs() < 1e-6 * (1.0 + theirs.abs()));
        }
    }

    #[test]
    fn far_out_the_wider_bell_wins_however_small_its_share(
        share in 1e-9..1.0,
        scales in prop::array::uniform2(0.1..5.0_f64),
        side in prop_oneof![Just(-1.0), Just(1.0)],
    ) {
        prop_assume!((scales[0] / scales[1] - 1.0).abs() > 0.01);
        let bells = [0, 1].map(|d| Gaussian::new(f64::from(d), scales[d as usize]).unwrap());
        let joint = Joint::new([share, 1.0 - share], bells).unwrap();
        let wider = usize::from(scales[1] > scales[0]);
        prop_assert!(joint.posterior(side * 1e6)[wider] > 0.999);
        prop_assert!(joint.boundaries().unwrap().len() != 1);
    }

    #[test]
    fn with_equal_deviations_there_is_one_boundary(
        share in 0.01..0.99,
        locs in prop::array::uniform2(-10.0..10.0_f64),
        scale in 0.1..5.0,
    ) {
        prop_assume!((locs[0] - locs[1]).abs() > 1e-3);
        let bells = locs.map(|loc| Gaussian::new(loc, scale).unwrap());
        let joint = Joint::new([share, 1.0 - share], bells).unwrap();
        let [boundary] = joint.boundaries().unwrap()[..] else { panic!("one boundary") };
        let middle = f64::midpoint(locs[0], locs[1]);
        let shift = scale * scale / (locs[1] - locs[0]) * log(share / (1.0 - share));
        prop_assert!((boundary - middle - shift).abs() < 1e-6 * (1.0 + boundary.abs()));
    }
}

#[test]
fn the_more_probable_group_is_the_wrong_one_once_in_two_hundred() {
    let joint = model();
    let wrong = |x: f64| {
        let smaller = |z| joint.by_index(z, x).unwrap();
        smaller(0).min(smaller(1))
    };
    let breaks = [-4.0, 0.0, 2.5, 3.5, 4.0, 4.4, 4.8, 5.2, 6.0, 7.2, 12.0];
    let area = ch02::integrate(wrong, &breaks, 1e-9).unwrap().value;
    let facts = (ch05::CHAPTER.facts)().unwrap();
    let told = facts.iter().find(|fact| fact.name == "error-rate").unwrap();
    assert!(near(area, told.value, 1e-6), "{area} {}", told.value);
    assert!((0.004..0.006).contains(&area));
}
