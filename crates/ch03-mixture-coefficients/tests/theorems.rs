//! Each claim of chapter 3, as a test named after it.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch01::{BIN_WIDTH, CUT, Gaussian, class_histogram};
use ch02::{breakpoints, integrate};
use ch03::{
    GOOD, LOC, Moments, PROBS, SCALE, SEASON_PROBS, check_weights, days,
    has_two_peaks, model, pair, prob_good, smallest_share, weather,
    weighted_area, weighted_sum,
};
use datasets::{CLASS, Group, grades};
use mixture::{Distribution, MixtureSameFamily, Normal};
use proptest::prelude::*;

fn bells() -> [Gaussian; 2] {
    [0, 1].map(|k| Gaussian::new(LOC[k], SCALE[k]).unwrap())
}

fn bell() -> impl Strategy<Value = Gaussian> {
    (-50.0..50.0, 0.05..20.0)
        .prop_map(|(loc, scale)| Gaussian::new(loc, scale).unwrap())
}

/// Bells and as many weights, none negative, that sum to one.
fn mixture() -> impl Strategy<Value = (Vec<f64>, Vec<Gaussian>)> {
    prop::collection::vec((0.0..1.0, bell()), 1..6)
        .prop_filter("something has a weight", |parts| {
            parts.iter().map(|part| part.0).sum::<f64>() > 1e-3
        })
        .prop_map(|parts| {
            let (mut weights, bells): (Vec<f64>, Vec<_>) =
                parts.into_iter().unzip();
            let total: f64 = weights.iter().sum();
            for weight in &mut weights {
                *weight /= total;
            }
            (weights, bells)
        })
}

/// How many peaks a pair has, counted on a fine grid.
fn peaks_on_a_grid(mixture: &MixtureSameFamily<Normal>) -> usize {
    let density = mixture.scalar().unwrap();
    let heights: Vec<f64> = (-800..=2000)
        .map(|step| density.prob(f64::from(step) / 200.0))
        .collect();
    let higher = |w: &[f64]| w[0] < w[1] && w[1] >= w[2];
    heights.windows(3).filter(|window| higher(window)).count()
}

#[test]
fn six_tenths_of_one_and_four_tenths_of_the_other_have_the_area_one() {
    let area = weighted_area(&PROBS, &bells()).unwrap();
    assert!((area.value - 1.0).abs() < 1e-10);
}

#[test]
fn of_the_model_about_as_much_lies_beyond_the_cut_as_of_the_class() {
    let beyond = model().unwrap().scalar().unwrap().survival_function(CUT);
    let failed = grades().iter().filter(|&&grade| grade > CUT).count();
    let share = failed as f64 / CLASS.len() as f64;
    assert!((beyond - share).abs() < 0.01, "{beyond} {share}");
}

#[test]
fn a_weight_that_is_negative_shows_where_its_bell_is_alone() {
    let weights = [1.2, -0.2];
    let area = weighted_area(&weights, &bells()).unwrap().value;
    assert!((area - 1.0).abs() < 1e-9);
    assert!(weighted_sum(&weights, &bells(), 4.8) < -0.2);
}

#[test]
fn a_difference_of_two_bells_can_be_a_density_all_the_same() {
    let bells =
        [Gaussian::new(0.0, 1.0).unwrap(), Gaussian::new(0.0, 0.5).unwrap()];
    let weights = [1.2, -0.2];
    let area = weighted_area(&weights, &bells).unwrap();
    assert!((area.value - 1.0).abs() < 1e-10);
    for step in -1000..=1000 {
        assert!(weighted_sum(&weights, &bells, f64::from(step) / 100.0) > 0.0);
    }
}

#[test]
fn two_grades_drawn_one_from_each_bell_and_added_have_one_peak_at_7_3() {
    let [first, second] = bells();
    let both = Gaussian::new(7.3, libm::hypot(0.6, 0.3)).unwrap();
    for sum in [5.0, 6.9, 7.3, 8.0] {
        let breaks = breakpoints(&[first]);
        let pairs = |x: f64| first.prob(x) * second.prob(sum - x);
        let density = integrate(pairs, &breaks, 1e-12).unwrap().value;
        assert!((density - both.prob(sum)).abs() < 1e-9, "{sum}");
    }
}

#[test]
fn the_mean_of_the_model_is_3_42_and_close_to_that_of_the_class() {
    let moments = Moments::of(&PROBS, &bells()).unwrap();
    assert!((moments.mean - 3.42).abs() < 1e-12);
    let class = Gaussian::fit(&grades()).unwrap();
    assert!((moments.mean - class.loc()).abs() < 0.005);
}

#[test]
fn five_sixths_of_the_variance_lie_between_the_groups() {
    let moments = Moments::of(&PROBS, &bells()).unwrap();
    let share = moments.between / moments.variance();
    assert!((share - 5.0 / 6.0).abs() < 0.005, "{share}");
}

#[test]
fn between_two_groups_the_variance_is_the_product_of_the_shares_and_the_squared_distance()
 {
    let moments = Moments::of(&PROBS, &bells()).unwrap();
    let distance = LOC[1] - LOC[0];
    let product = PROBS[0] * PROBS[1] * distance * distance;
    assert!((moments.between - product).abs() < 1e-12);
}

#[test]
fn in_the_class_too_the_groups_account_for_most_of_the_variance() {
    let all = Gaussian::fit(&grades()).unwrap();
    let within: f64 = Group::ALL
        .map(|group| {
            let grades: Vec<f64> =
                group.among(&CLASS).map(|s| s.grade).collect();
            let bell = Gaussian::fit(&grades).unwrap();
            grades.len() as f64 / 200.0 * bell.scale() * bell.scale()
        })
        .iter()
        .sum();
    assert!(within < 0.25 * all.scale() * all.scale());
}

#[test]
fn the_peaks_of_the_model_stand_nearly_at_the_means_and_the_valley_between() {
    let modes = model().unwrap().modes().unwrap();
    assert!((modes[0] - 2.5).abs() < 1e-3 && (modes[1] - 4.8).abs() < 1e-3);
    assert!(modes[0] > 2.5 && modes[1] < 4.8, "drawn to each other");
    let valley = model().unwrap().antimodes().unwrap()[0];
    assert!((3.7..4.0).contains(&valley), "where the class has its valley");
}

#[test]
fn equal_shares_make_two_peaks_beyond_two_deviations_and_one_up_to_them() {
    for (separation, peaks) in [(1.0, 1), (1.99, 1), (2.01, 2), (4.0, 2)] {
        assert_eq!(
            pair(0.5, separation, 1.0).unwrap().modes().unwrap().len(),
            peaks
        );
    }
    assert_eq!(pair(0.5, 2.0, 1.0).unwrap().modes().unwrap().len(), 1);
}

#[test]
fn at_three_deviations_a_group_of_less_than_a_fifth_makes_no_peak_of_its_own() {
    let share = smallest_share(3.0).unwrap();
    assert!((0.19..0.2).contains(&share));
    assert_eq!(pair(0.19, 3.0, 1.0).unwrap().modes().unwrap().len(), 1);
    assert_eq!(pair(0.2, 3.0, 1.0).unwrap().modes().unwrap().len(), 2);
}

#[test]
fn a_narrow_bell_on_a_wide_one_is_a_peak_where_equal_widths_would_make_one() {
    assert_eq!(pair(0.5, 1.8, 1.0).unwrap().modes().unwrap().len(), 1);
    assert_eq!(pair(0.6, 1.8, 0.25).unwrap().modes().unwrap().len(), 2);
}

#[test]
fn the_one_bell_fitted_to_the_class_is_twice_as_wide_as_the_wider_group() {
    let one = Gaussian::fit(&grades()).unwrap();
    assert!((1.95..2.1).contains(&(one.scale() / SCALE[0])));
}

#[test]
fn with_one_group_nothing_is_left_between_and_halfway_the_most() {
    let between = |share: f64| {
        Moments::of(&[share, 1.0 - share], &bells()).unwrap().between
    };
    assert_eq!([between(0.0), between(1.0)], [0.0, 0.0]);
    for step in 0..=100 {
        assert!(between(f64::from(step) / 100.0) <= between(0.5) + 1e-12);
    }
}

#[test]
fn halfway_the_sum_of_two_equal_bells_is_bent_downward_up_to_two_deviations() {
    for (separation, downward) in [(1.9, true), (2.1, false)] {
        let mixture = pair(0.5, separation, 1.0).unwrap();
        let density = mixture.scalar().unwrap();
        let at = |x: f64| density.prob(separation / 2.0 + x);
        assert_eq!(at(-1e-3) - 2.0 * at(0.0) + at(1e-3) < 0.0, downward);
    }
}

#[test]
fn the_variance_of_the_weather_splits_in_two_as_that_of_bells_does() {
    let within: f64 = GOOD.iter().map(|p| 0.25 * p * (1.0 - p)).sum();
    let between: f64 =
        GOOD.iter().map(|p| 0.25 * (p - 0.525) * (p - 0.525)).sum();
    assert!((within + between - 0.525 * 0.475).abs() < 1e-12);
    let weather = weather(&SEASON_PROBS, &GOOD).unwrap();
    assert!((weather.variance()[[]] - within - between).abs() < 1e-12);
}

#[test]
fn two_bells_in_the_plane_can_have_three_peaks() {
    // One bell is flat along one axis, the other along the other.
    let bell = |x: f64, y: f64, (wide, narrow): (f64, f64)| {
        libm::exp(-x * x / (2.0 * wide) - y * y / (2.0 * narrow))
    };
    let density = |column: i32, row: i32| {
        let (x, y) = (f64::from(column) / 100.0, f64::from(row) / 100.0);
        bell(x, y, (1.0, 0.05)) + bell(x - 1.0, y - 1.0, (0.05, 1.0))
    };
    let around =
        [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)];
    let is_peak = |column: i32, row: i32| {
        around
            .iter()
            .all(|(x, y)| density(column + x, row + y) < density(column, row))
    };
    let places = (-100..200)
        .flat_map(|column| (-100..200).map(move |row| (column, row)));
    assert_eq!(places.filter(|&(column, row)| is_peak(column, row)).count(), 3);
}

#[test]
fn far_apart_every_group_with_a_share_is_a_peak() {
    for separation in [1e3, 1e9, 2e8] {
        assert!(
            has_two_peaks(0.5, separation) && has_two_peaks(0.5, -separation)
        );
        assert_eq!(
            pair(0.5, separation, 1.0).unwrap().modes().unwrap().len(),
            2
        );
    }
}

#[test]
fn a_day_in_eight_ways_is_good_with_a_probability_of_0_525() {
    let days = days(&SEASON_PROBS, &GOOD);
    assert_eq!(days.len(), 8);
    let all: f64 = days.iter().map(|day| day.prob).sum();
    assert!((all - 1.0).abs() < 1e-12);
    assert!((prob_good(&days) - 0.525).abs() < 1e-12);
    let weather = weather(&SEASON_PROBS, &GOOD).unwrap();
    assert!((weather.prob(1.0).unwrap()[[]] - 0.525).abs() < 1e-12);
}

#[test]
fn the_weather_is_that_of_tensorflow_probability() {
    let oracle = &oracle::mixtures().weather;
    let four = |values: &[f64]| <[f64; 4]>::try_from(values).unwrap();
    let days = days(&four(&oracle.probs), &four(&oracle.component_probs));
    assert!((prob_good(&days) - oracle.prob_good).abs() < 1e-6);
}

#[test]
fn a_histogram_is_a_mixture_of_boxes() {
    let class = class_histogram(BIN_WIDTH).unwrap();
    let boxes = class.edges().windows(2).map(|edge| 1.0 / (edge[1] - edge[0]));
    for ((height, &count), density) in
        boxes.zip(class.counts()).zip(class.densities())
    {
        let weight = count as f64 / CLASS.len() as f64;
        assert!((weight * height - density).abs() < 1e-12);
    }
}

#[test]
fn arguments_are_refused_by_name_index_and_value() {
    let refusal =
        |weights: &[f64]| check_weights(weights).unwrap_err().to_string();
    assert_eq!(refusal(&[]), "weights must not be empty");
    assert_eq!(
        refusal(&[0.5, f64::NAN]),
        "weights[1] must be finite and not negative, got NaN"
    );
    assert_eq!(refusal(&[0.5, 0.6]), "the sum of weights must be one, got 1.1");
    assert_eq!(
        weighted_area(&[1.0], &bells()).unwrap_err().to_string(),
        "the number of weights must be that of the bells, got 1.0"
    );
    assert_eq!(
        weighted_area(&[1.0, f64::INFINITY], &bells()).unwrap_err().to_string(),
        "weights[1] must be from -1e100 to 1e100, got inf"
    );
    assert_eq!(
        weighted_area(&[], &[]).unwrap_err().to_string(),
        "bells must not be empty"
    );
    assert_eq!(
        Moments::of(&[1.0], &bells()).unwrap_err().to_string(),
        "the number of weights must be that of the bells, got 1.0"
    );
    assert_eq!(
        weather(&SEASON_PROBS, &[0.4, 1.5, 0.5, 0.3]).unwrap_err().to_string(),
        "probs[1] must be in [0, 1], got 1.5"
    );
}

proptest! {
    #[test]
    fn the_area_is_the_sum_of_the_weights(
        parts in prop::collection::vec((-3.0..3.0, bell()), 1..5),
    ) {
        let (weights, bells): (Vec<f64>, Vec<_>) = parts.into_iter().unzip();
        let area = weighted_area(&weights, &bells).unwrap();
        let total: f64 = weights.iter().sum();
        // The rule estimates its error, and once in thousands of sums it is fooled by 1e-8.
        prop_assert!((area.value - total).abs() < 1e-7, "{area:?} {total}");
    }

    #[test]
    fn weights_that_are_not_negative_and_sum_to_one_make_a_density_of_any_bells(
        (weights, bells) in mixture(),
        x in -100.0..100.0,
    ) {
        prop_assert!(check_weights(&weights).is_ok());
        let area = weighted_area(&weights, &bells).unwrap();
        prop_assert!((area.value - 1.0).abs() < 1e-9, "{area:?}");
        prop_assert!(weighted_sum(&weights, &bells, x) >= 0.0);
    }

    #[test]
    fn other_weights_fail_for_some_bells(
        parts in prop::collection::vec(-2.0..2.0, 2..5),
    ) {
        prop_assume!(check_weights(&parts).is_err());
        // Bells so far apart that each is alone at its mean.
        let bells: Vec<Gaussian> = (0..parts.len())
            .map(|k| Gaussian::new(100.0 * k as f64, 1.0).unwrap())
            .collect();
        let area = weighted_area(&parts, &bells).unwrap().value;
        let negative = bells.iter().any(|bell| weighted_sum(&parts, &bells, bell.loc()) < 0.0);
        prop_assert!(negative || (area - 1.0).abs() > 1e-10);
    }

    #[test]
    fn the_weighted_sum_is_the_density_of_the_library(
        (weights, bells) in mixture(),
        x in -100.0..100.0,
    ) {
        let loc: Vec<f64> = bells.iter().map(Gaussian::loc).collect();
        let scale: Vec<f64> = bells.iter().map(Gaussian::scale).collect();
        let library = MixtureSameFamily::new(
            mixture::Categorical::from_probs(&weights).unwrap(),
            Normal::new(&loc, &scale).unwrap(),
        )
        .unwrap();
        let (ours, theirs) = (weighted_sum(&weights, &bells, x), library.prob(x).unwrap()[[]]);
        prop_assert!((ours - theirs).abs() <= 1e-11 * theirs + 1e-300, "{ours} {theirs}");
    }

    #[test]
    fn mean_and_variance_are_those_that_the_area_rule_measures((weights, bells) in mixture()) {
        let moments = Moments::of(&weights, &bells).unwrap();
        let breaks = breakpoints(&bells);
        let density = |x: f64| weighted_sum(&weights, &bells, x);
        let mean = integrate(|x| x * density(x), &breaks, 1e-9).unwrap().value;
        let square = |x: f64| (x - moments.mean) * (x - moments.mean);
        let variance = integrate(|x| square(x) * density(x), &breaks, 1e-9).unwrap().value;
        prop_assert!((moments.mean - mean).abs() < 1e-7);
        prop_assert!((moments.variance() / variance - 1.0).abs() < 1e-7);
    }

    #[test]
    fn the_formula_of_the_border_counts_the_peaks_as_the_library_does(
        weight in 0.01..0.99,
        separation in 0.0..6.0,
    ) {
        let share = f64::min(weight, 1.0 - weight);
        let near = smallest_share(separation).map_or_else(
            || (separation - 2.0_f64).abs() < 1e-3,
            |border| (share / border - 1.0).abs() < 1e-3,
        );
        prop_assume!(!near);
        let peaks = pair(weight, separation, 1.0).unwrap().modes().unwrap().len();
        prop_assert_eq!(has_two_peaks(weight, separation), peaks == 2);
    }

    #[test]
    fn at_every_peak_and_valley_the_share_and_the_place_keep_the_condition(
        share in 0.05..0.95,
        separation in 0.1..5.0,
    ) {
        let mixture = pair(share, separation, 1.0).unwrap();
        let delta = separation / 2.0;
        let places = [mixture.modes().unwrap(), mixture.antimodes().unwrap()].concat();
        for place in places {
            let x = place - delta;
            let right = 2.0 * delta * x + libm::log((delta - x) / (delta + x));
            let left = libm::log(share / (1.0 - share));
            // Close to a mean the logarithm magnifies what rounding leaves.
            let slack = 1e-9 / (delta - x).abs().min(delta + x);
            prop_assert!((left - right).abs() < 1e-6 + slack, "{left} {right}");
        }
    }

    #[test]
    fn the_right_side_turns_at_the_root_of_delta_squared_less_one_or_falls_all_the_way(
        delta in 0.1..4.0_f64,
    ) {
        let right = |x: f64| 2.0 * delta * x + libm::log((delta - x) / (delta + x));
        if delta > 1.001 {
            let turn = (delta * delta - 1.0).sqrt();
            let step = 1e-3 * (delta - turn).min(turn);
            prop_assert!(right(turn) > right(turn - step) && right(turn) > right(turn + step));
            prop_assert!(right(-turn) < right(step - turn) && right(-turn) < right(-turn - step));
        } else if delta < 1.0 {
            let at = |step: i32| right(delta * f64::from(step) / 100.0);
            prop_assert!((-98..98).all(|step| at(step) > at(step + 1)));
        }
    }

    #[test]
    fn the_peaks_of_the_map_are_those_that_a_fine_grid_shows(
        weight in 0.05..0.95,
        separation in 0.0..6.0,
        ratio in 0.25..1.5,
    ) {
        let mixture = pair(weight, separation, ratio).unwrap();
        let modes = mixture.modes().unwrap();
        // A valley too shallow for the grid is passed over.
        if let [valley] = mixture.antimodes().unwrap()[..] {
            let depth = |mode: &f64| {
                let density = mixture.scalar().unwrap();
                density.prob(*mode) - density.prob(valley)
            };
            prop_assume!(modes.iter().all(|mode| depth(mode) > 1e-5));
        }
        prop_assert_eq!(modes.len(), peaks_on_a_grid(&mixture));
    }

    #[test]
    fn up_to_twice_the_smaller_deviation_there_is_one_peak_whatever_the_shares(
        weight in 0.01..0.99,
        ratio in 0.25..4.0,
        part in 0.0..0.999,
    ) {
        let separation = part * 2.0 * f64::min(1.0, ratio);
        prop_assert!(pair(weight, separation, ratio).unwrap().is_unimodal().unwrap());
    }

    #[test]
    fn good_weather_by_counting_days_is_good_weather_by_the_mixture(
        raw in prop::array::uniform4(0.01..1.0),
        good in prop::array::uniform4(0.0..1.0),
    ) {
        let total: f64 = raw.iter().sum();
        let shares = raw.map(|share| share / total);
        let by_days = prob_good(&days(&shares, &good));
        let by_mixture = weather(&shares, &good).unwrap().prob(1.0).unwrap()[[]];
        prop_assert!((by_days - by_mixture).abs() < 1e-12);
    }
}

#[test]
fn a_share_that_is_told_to_be_enough_makes_two_peaks() {
    let facts = (ch03::CHAPTER.facts)().unwrap();
    for (name, separation) in
        [("smallest-share-at-3", 3.0), ("smallest-share-at-4", 4.0)]
    {
        let share = facts.iter().find(|fact| fact.name == name).unwrap().value;
        assert!(has_two_peaks(share, separation), "{share}");
        assert!(!has_two_peaks(share - 0.001, separation), "{share}");
    }
}

#[test]
fn with_its_groups_exchanged_a_mixture_is_the_same_density() {
    let mixture = |probs: [f64; 2], loc: [f64; 2], scale: [f64; 2]| {
        mixture::MixtureSameFamily::new(
            mixture::Categorical::from_probs(probs).unwrap(),
            mixture::Normal::new(loc, scale).unwrap(),
        )
        .unwrap()
    };
    let one = mixture([0.6, 0.4], [2.5, 4.8], [0.6, 0.3]);
    let other = mixture([0.4, 0.6], [4.8, 2.5], [0.3, 0.6]);
    for tenth in 0..70 {
        let x = f64::from(tenth) / 10.0;
        let [one, other] = [&one, &other].map(|m| m.prob(x).unwrap()[[]]);
        assert!((one - other).abs() < 1e-15);
    }
}
