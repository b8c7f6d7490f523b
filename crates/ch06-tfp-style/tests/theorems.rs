//! Each claim of chapter 6, as a test named after it.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch06::{
    antimodes, batched_normal, categorical, decision_boundaries, density,
    entropy, grid, log_survival, mixture, modes, quantile, refusals,
    sample_in_principle, students_in_principle,
};
use mixture::{Distribution, Normal};
use ndarray::{ArrayD, IxDyn};
use proptest::prelude::*;
use rand_pcg::{Pcg64, rand_core::SeedableRng};

fn rng(seed: u64) -> Pcg64 {
    Pcg64::seed_from_u64(seed)
}

/// The largest distance between the shares of a sample and the mixture's distribution function,
/// times √n: above 1.95 once in a thousand samples (Kolmogorov).
fn kolmogorov(mut sample: Vec<f64>) -> f64 {
    sample.sort_by(f64::total_cmp);
    let gmm = mixture().unwrap();
    let gmm = gmm.scalar().unwrap();
    let n = sample.len() as f64;
    let distances = sample.iter().enumerate().map(|(below, &x)| {
        let (below, cdf) = (below as f64, gmm.cdf(x));
        (cdf - below / n).max((below + 1.0) / n - cdf)
    });
    distances.fold(0.0, f64::max) * n.sqrt()
}

/// The area under `f` where the mixture has its mass.
fn area(f: impl Fn(f64) -> f64) -> f64 {
    let breaks = [-4.0, 0.0, 1.5, 2.5, 3.5, 4.0, 4.4, 4.8, 5.2, 6.0, 10.0];
    ch02::integrate(f, &breaks, 1e-12).unwrap().value
}

#[test]
fn the_mixture_is_the_model_of_chapter_3() {
    assert_eq!(mixture().unwrap(), ch03::model().unwrap());
}

#[test]
fn the_class_then_its_member_then_the_grade_is_a_draw_of_the_mixture() {
    let mut rng = rng(1);
    let n = 20_000;
    let mut draws = (0..n).map(|_| sample_in_principle(&mut rng).unwrap());
    let one_by_one = draws.by_ref().map(|(_, x)| x).collect();
    assert!(kolmogorov(one_by_one) < 1.95);
    let at_once = students_in_principle(n, &mut rng).unwrap().1;
    assert!(kolmogorov(at_once) < 1.95);
    let of_the_mixture = mixture().unwrap().sample(n, &mut rng);
    assert!(kolmogorov(of_the_mixture.into_iter().collect()) < 1.95);
}

#[test]
fn the_grades_without_their_classes_would_fail_that_test() {
    let normal = batched_normal().unwrap().gather(0).unwrap();
    let prepared = normal.sample(20_000, &mut rng(1));
    assert!(kolmogorov(prepared.into_iter().collect()) > 10.0);
}

#[test]
fn of_many_students_as_many_fail_as_the_categorical_says() {
    let (z, x) = students_in_principle(100_000, &mut rng(2)).unwrap();
    let unprepared = z.iter().filter(|class| **class == 1).count() as f64;
    let deviation = (100_000.0 * 0.4 * 0.6_f64).sqrt();
    assert!((unprepared - 40_000.0).abs() < 3.0 * deviation, "{unprepared}");

    // Their own mean is that of their class.
    let grades = z.iter().zip(&x).filter(|(class, _)| **class == 1);
    let mean = grades.map(|(_, x)| x).sum::<f64>() / unprepared;
    assert!((mean - 4.8).abs() < 3.0 * 0.3 / unprepared.sqrt(), "{mean}");
}

#[test]
fn four_grades_against_two_distributions_are_a_table_of_four_by_two() {
    let normal = batched_normal().unwrap();
    let table = normal.log_prob([[1.0], [2.5], [3.6], [4.8]]).unwrap();
    assert_eq!(table.shape(), [4, 2]);
    for (row, x) in [1.0, 2.5, 3.6, 4.8].into_iter().enumerate() {
        for k in 0..2 {
            let member = normal.gather(k).unwrap();
            assert_eq!(table[[row, k]], member.log_prob(x).unwrap()[[]]);
        }
    }
}

#[test]
fn two_grades_against_two_distributions_are_asked_one_each() {
    let normal = batched_normal().unwrap();
    let pair = normal.log_prob([1.0, 3.0]).unwrap();
    let of = |k, x| normal.gather(k).unwrap().log_prob(x).unwrap()[[]];
    assert_eq!(pair.as_slice().unwrap(), [of(0, 1.0), of(1, 3.0)]);
}

#[test]
fn every_point_of_the_grid_is_a_float32() {
    for x in grid() {
        assert_eq!(f64::from(x as f32), x);
    }
}

#[test]
fn the_area_under_the_plotted_density_is_one_but_for_what_lies_beyond() {
    let gmm = mixture().unwrap();
    let gmm = gmm.scalar().unwrap();
    let plotted = ch02::midpoint_rule(|x| gmm.prob(x), 0.0, 7.0, 1000).unwrap();
    let beyond = gmm.cdf(0.0) + gmm.survival_function(7.0);
    assert!((plotted + beyond - 1.0).abs() < 1e-7, "{plotted}");
    assert!((1e-6..1e-5).contains(&beyond));
    assert!((area(|x| gmm.prob(x)) - 1.0).abs() < 1e-9);
}

#[test]
fn the_grid_misses_the_peak_that_modes_finds() {
    let curve = density(&grid()).unwrap();
    let highest =
        *curve.iter().max_by(|one, other| one.1.total_cmp(&other.1)).unwrap();
    let (place, height) = modes().unwrap()[1];
    assert!(highest.0 == 4.8125 && (4.799..4.8).contains(&place));
    assert!(height > highest.1);
}

#[test]
fn the_density_climbs_to_its_modes_and_falls_to_its_antimode() {
    let gmm = mixture().unwrap();
    let gmm = gmm.scalar().unwrap();
    let slope = |x: f64| gmm.prob(x + 1e-4) - gmm.prob(x - 1e-4);
    let (modes, antimodes) = (modes().unwrap(), antimodes().unwrap());
    assert_eq!((modes.len(), antimodes.len()), (2, 1));
    for (x, height) in modes {
        assert!(slope(x - 0.01) > 0.0 && slope(x + 0.01) < 0.0);
        assert_eq!(height, gmm.prob(x));
    }
    for (x, height) in antimodes {
        assert!(slope(x - 0.01) < 0.0 && slope(x + 0.01) > 0.0);
        assert_eq!(height, gmm.prob(x));
    }
}

#[test]
fn the_entropy_is_minus_the_mean_of_the_log_density() {
    let gmm = mixture().unwrap();
    let gmm = gmm.scalar().unwrap();
    let surprise = area(|x| -gmm.prob(x) * gmm.log_prob(x));
    assert!((entropy().unwrap() - surprise).abs() < 1e-9, "{surprise}");
}

#[test]
fn at_a_decision_boundary_both_classes_are_as_probable_and_around_it_not() {
    let gmm = mixture().unwrap();
    let boundaries = decision_boundaries().unwrap();
    assert_eq!(boundaries.len(), 2);
    for (&x, left) in boundaries.iter().zip([0, 1]) {
        let unprepared = gmm.posterior_marginal(x).unwrap().probs()[1];
        assert!((unprepared - 0.5).abs() < 1e-9, "{unprepared}");
        let around = gmm.posterior_mode([x - 0.01, x + 0.01]).unwrap();
        assert_eq!(around.as_slice().unwrap(), [left, 1 - left]);
    }
}

#[test]
fn the_survival_function_is_the_area_to_the_right() {
    let gmm = mixture().unwrap();
    let gmm = gmm.scalar().unwrap();
    for (x, tolerance) in [(5.0, 1e-11), (6.0, 1e-15), (6.5, 1e-18)] {
        let breaks = [x, x + 0.2, x + 0.5, x + 1.0, x + 2.0, x + 6.0];
        let right = ch02::integrate(|x| gmm.prob(x), &breaks, tolerance);
        let right = right.unwrap();
        let log = libm::log(right.value);
        assert!((log_survival(x).unwrap() / log - 1.0).abs() < 1e-9, "{x}");
    }
}

#[test]
fn far_to_the_right_the_wide_bell_is_all_that_is_left_of_the_tail() {
    let prepared = batched_normal().unwrap().gather(0).unwrap();
    for x in [10.0, 20.0, 40.0, 1e6] {
        let alone = prepared.log_survival_function(x).unwrap()[[]];
        let expected = libm::log(0.6) + alone;
        let tail = log_survival(x).unwrap();
        assert!((tail / expected - 1.0).abs() < 1e-12, "{x}");
    }
}

#[test]
fn three_mistakes_are_refused_by_name_index_and_value() {
    assert_eq!(
        refusals().unwrap(),
        [
            "probs must sum to one within 1e-9, got 10.0; from_weights divides by the sum",
            "scale[1] must be finite and positive, got -0.3",
            "q must be in [0, 1], got 1.5",
        ]
    );
    assert_eq!(
        quantile(f64::NAN).unwrap_err().to_string(),
        "q must be in [0, 1], got NaN"
    );
    assert_eq!(
        categorical().unwrap().gather(1).unwrap_err().to_string(),
        "members must be below 1, got 1"
    );
}

/// The axes of a shape of at most three.
fn axes() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0_usize..4, 0..=3)
}

proptest! {
    #[test]
    fn a_sample_has_the_sample_shape_then_the_batch_shape_then_the_event_shape(
        sample in axes(),
        batch in axes(),
    ) {
        let loc = ArrayD::<f64>::zeros(IxDyn(&batch));
        let normal = Normal::new(loc, 1.0).unwrap();
        prop_assert_eq!(normal.batch_shape(), &batch);
        let draws = normal.sample(IxDyn(&sample), &mut rng(3));
        let expected = [&sample, &batch, normal.event_shape()].concat();
        prop_assert_eq!(draws.shape(), expected);
    }

    #[test]
    fn the_quantile_inverts_the_distribution_function(q in 1e-9..1.0) {
        let x = quantile(q).unwrap();
        let share = mixture().unwrap().cdf(x).unwrap()[[]];
        prop_assert!((share - q).abs() < 1e-12, "{x}: {share}");
    }

    #[test]
    fn the_distribution_function_inverts_the_quantile(x in 0.0..6.0_f64) {
        let q = mixture().unwrap().cdf(x).unwrap()[[]];
        prop_assert!((quantile(q).unwrap() - x).abs() < 1e-9, "{q}");
    }

    #[test]
    fn the_logarithm_of_the_tail_never_rises_and_never_ends(
        x in -50.0..1e6,
        step in 0.0..1e3,
    ) {
        let [here, there] = [x, x + step].map(|x| log_survival(x).unwrap());
        prop_assert!(there <= here && there > f64::NEG_INFINITY);
    }
}

#[test]
fn a_row_of_four_grades_does_not_fit_a_batch_of_two() {
    let row = batched_normal().unwrap().log_prob([1.0, 2.5, 3.6, 4.8]);
    assert!(row.is_err());
}

#[test]
fn the_median_is_on_the_slope_of_the_first_hill() {
    let median = quantile(0.5).unwrap();
    let (first, valley) = (modes().unwrap()[0].0, antimodes().unwrap()[0].0);
    assert!(first < median && median < valley);
}

#[test]
fn the_single_bell_with_the_same_mean_and_variance_is_more_uncertain() {
    let one =
        0.5 * libm::log(std::f64::consts::TAU * std::f64::consts::E * 1.5216);
    let fact = |name: &str| {
        let facts = (ch06::CHAPTER.facts)().unwrap();
        facts.into_iter().find(|fact| fact.name == name).unwrap().value
    };
    assert!((fact("entropy-of-one-bell") - one).abs() < 1e-12);
    assert!(entropy().unwrap() < one);
}
