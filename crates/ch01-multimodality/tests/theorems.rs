//! Each claim of chapter 1, as a test named after it.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch01::{
    BIN_WIDTH, Gaussian, Histogram, PROMINENCE, class_histogram,
    kernel_density, peaks, split, valley,
};
use datasets::{CLASS, Exam, GRADE_SCALE, Group, PASS_MARK, grades};
use proptest::prelude::*;
use statrs::distribution::{Continuous, Normal};

fn peak_count(bin_width: f64) -> usize {
    let histogram = class_histogram(bin_width).unwrap();
    peaks(histogram.densities(), PROMINENCE).unwrap().len()
}

#[test]
fn a_bin_of_a_third_of_a_grade_holds_one_step_of_the_scale() {
    let histogram = class_histogram(BIN_WIDTH).unwrap();
    for (bin, edge) in histogram.edges().windows(2).enumerate() {
        let inside = |grade: &&f64| edge[0] < **grade && **grade < edge[1];
        let steps: Vec<&f64> = GRADE_SCALE.iter().filter(inside).collect();
        assert_eq!(steps, [&GRADE_SCALE[bin]]);
    }
}

#[test]
fn in_bins_of_a_third_a_bar_is_up_to_a_tenth_too_low_or_a_twentieth_too_high() {
    // A smooth class is rounded to the nearest grade: a step gets what lies halfway to either side.
    let inner = GRADE_SCALE.windows(3);
    let height = inner.map(|near| (near[2] - near[0]) / 2.0 / BIN_WIDTH);
    let heights: Vec<f64> = height.collect();
    let lowest = heights.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = heights.iter().copied().fold(0.0, f64::max);
    assert!((lowest - 0.90).abs() < 1e-12, "{heights:?}");
    assert!((highest - 1.05).abs() < 1e-12, "{heights:?}");
}

#[test]
fn bins_of_half_a_grade_hold_one_step_and_two_steps_in_turn() {
    let histogram = class_histogram(0.5).unwrap();
    let steps = histogram.edges().windows(2).map(|edge| {
        let inside = |grade: &&f64| edge[0] < **grade && **grade < edge[1];
        GRADE_SCALE.iter().filter(inside).count()
    });
    assert_eq!(steps.collect::<Vec<_>>(), [1, 2, 1, 2, 1, 2, 1, 2, 1]);
}

#[test]
fn the_class_has_two_peaks_at_2_3_and_at_5_0() {
    let histogram = class_histogram(BIN_WIDTH).unwrap();
    let peaks = peaks(histogram.densities(), PROMINENCE).unwrap();
    let grades: Vec<f64> =
        peaks.iter().map(|peak| GRADE_SCALE[peak.index]).collect();
    assert_eq!(grades, [2.3, 5.0]);
}

#[test]
fn the_bins_decide_how_many_peaks_are_seen() {
    assert_eq!([1.0 / 12.0, BIN_WIDTH, 1.5].map(peak_count), [9, 2, 1]);
}

#[test]
fn in_bins_of_a_twelfth_every_grade_is_a_bar_between_empty_bins() {
    let histogram = class_histogram(1.0 / 12.0).unwrap();
    let counts = histogram.counts();
    let bars = counts.iter().filter(|&&count| count > 0).count();
    assert_eq!(bars, GRADE_SCALE.len());
    assert!(counts.windows(2).all(|pair| pair[0] == 0 || pair[1] == 0));
}

#[test]
fn two_equal_bars_with_a_gap_are_two_peaks_even_under_the_strictest_rule() {
    assert_eq!(peaks(&[1.0, 0.5, 1.0], 1.0).unwrap().len(), 2);
}

#[test]
fn a_bonus_for_everybody_moves_the_bell_and_leaves_its_shape() {
    let before = Gaussian::fit(&grades()).unwrap();
    let after: Vec<f64> = grades().iter().map(|grade| grade - 0.3).collect();
    let after = Gaussian::fit(&after).unwrap();
    assert!((before.loc() - 0.3 - after.loc()).abs() < 1e-12);
    assert!((before.scale() - after.scale()).abs() < 1e-12);
}

#[test]
fn in_global_history_the_bar_of_the_pass_mark_is_the_highest_and_the_five_before_it_nearly_empty()
 {
    let counts = Exam::GlobalHistory.counts();
    let pass = PASS_MARK as usize;
    assert_eq!(counts.iter().max(), Some(&counts[pass]));
    let below: u32 = counts[pass - 5..pass].iter().sum();
    let above: u32 = counts[pass..pass + 5].iter().sum();
    assert!(4 * below < above);
    assert!(below < counts[pass]);
}

#[test]
fn in_all_five_exams_more_than_twice_as_many_stand_just_above_the_mark_as_just_below()
 {
    let pass = PASS_MARK as usize;
    for exam in Exam::ALL {
        let counts = exam.counts();
        let below: u32 = counts[pass - 5..pass].iter().sum();
        let above: u32 = counts[pass..pass + 5].iter().sum();
        assert!(above > 2 * below, "{}", exam.name());
    }
}

#[test]
fn in_bins_of_five_the_scores_from_65_on_are_a_peak_of_every_exam() {
    for exam in Exam::ALL {
        let fives = exam.counts().chunks(5);
        let fives: Vec<f64> =
            fives.map(|five| f64::from(five.iter().sum::<u32>())).collect();
        let found = peaks(&fives, PROMINENCE).unwrap();
        let is_mark = |peak: &ch01::Peak| 5 * peak.index == PASS_MARK as usize;
        assert!(found.iter().any(is_mark), "{}", exam.name());
    }
}

#[test]
fn the_one_bell_has_its_peak_between_those_of_the_class() {
    let bell = Gaussian::fit(&grades()).unwrap();
    let class = class_histogram(BIN_WIDTH).unwrap();
    let peaks = peaks(class.densities(), PROMINENCE).unwrap();
    let middle = |index: usize| {
        f64::midpoint(class.edges()[index], class.edges()[index + 1])
    };
    let [first, second] = [peaks[0], peaks[1]];
    assert!(middle(first.index) < bell.loc());
    assert!(bell.loc() < middle(second.index));
    let bin =
        class.edges().iter().rposition(|&edge| edge <= bell.loc()).unwrap();
    assert!(2.0 * class.densities()[bin] < bell.prob(bell.loc()));
}

#[test]
fn a_kernel_density_has_the_area_one_whatever_its_bandwidth() {
    for bandwidth in [0.05, 0.25, 1.0] {
        let estimate = kernel_density(&datasets::grades(), bandwidth).unwrap();
        let step = 0.001;
        let area: f64 = (-5000..11_000)
            .map(|nth| estimate(f64::from(nth) * step) * step)
            .sum();
        assert!((area - 1.0).abs() < 1e-6, "{bandwidth}: {area}");
    }
}

#[test]
fn the_one_bell_is_less_than_half_as_high_as_the_class_at_both_peaks() {
    let bell = Gaussian::fit(&grades()).unwrap();
    let class = class_histogram(BIN_WIDTH).unwrap();
    for peak in peaks(class.densities(), PROMINENCE).unwrap() {
        assert!(bell.prob(GRADE_SCALE[peak.index]) < peak.height / 2.0);
    }
}

#[test]
fn between_4_0_and_4_3_every_cut_misplaces_two_and_beyond_it_nine() {
    let misplaced = |cut| split(&CLASS, cut).unwrap().misplaced;
    assert_eq!([4.05, 4.15, 4.3].map(misplaced), [2, 2, 2]);
    assert_eq!([3.85, 4.31].map(misplaced), [3, 9]);
}

#[test]
fn a_prominence_is_the_smaller_of_the_two_descents() {
    let hills = [1.0, 3.0, 6.0, 5.0, 5.5, 3.5, 2.0, 4.0, 1.5];
    let found = peaks(&hills, 0.0).unwrap();
    let prominences: Vec<f64> =
        found.iter().map(|peak| peak.prominence).collect();
    assert_eq!(prominences, [6.0, 0.5, 2.0]);
}

#[test]
fn in_bins_of_a_grade_the_class_has_two_peaks_at_2_and_at_5() {
    let histogram = class_histogram(1.0).unwrap();
    let peaks = peaks(histogram.densities(), PROMINENCE).unwrap();
    let middle = |index: usize| {
        f64::midpoint(histogram.edges()[index], histogram.edges()[index + 1])
    };
    let middles: Vec<f64> =
        peaks.iter().map(|peak| middle(peak.index)).collect();
    assert_eq!(middles, [2.0, 5.0]);
}

#[test]
fn no_bell_under_which_the_class_is_likelier_lies_near_the_fitted_one() {
    let log_likelihood = |bell: Gaussian| -> f64 {
        grades().iter().map(|&grade| libm::log(bell.prob(grade))).sum()
    };
    let fitted = Gaussian::fit(&grades()).unwrap();
    for (shift, factor) in [(0.01, 1.0), (-0.01, 1.0), (0.0, 1.01), (0.0, 0.99)]
    {
        let other =
            Gaussian::new(fitted.loc() + shift, fitted.scale() * factor)
                .unwrap();
        assert!(log_likelihood(other) < log_likelihood(fitted));
    }
}

#[test]
fn the_valley_holds_the_grades_3_7_and_4_0() {
    let class = class_histogram(BIN_WIDTH).unwrap();
    let [from, to] = valley(&class, PROMINENCE).unwrap().unwrap();
    let inside: Vec<f64> = GRADE_SCALE
        .into_iter()
        .filter(|grade| (from..to).contains(grade))
        .collect();
    assert_eq!(inside, [3.7, 4.0]);
    let wide = class_histogram(1.5).unwrap();
    assert_eq!(valley(&wide, PROMINENCE).unwrap(), None);
}

#[test]
fn the_cut_sorts_a_class_by_the_rule_of_the_examination() {
    let by_the_cut = split(&CLASS, 4.15).unwrap();
    let passed = grades().iter().filter(|&&grade| grade <= 4.0).count();
    assert_eq!(
        (by_the_cut.left, by_the_cut.right),
        (passed, CLASS.len() - passed)
    );
}

#[test]
fn no_cut_puts_every_student_on_the_side_of_their_group() {
    for grade in GRADE_SCALE {
        assert!(split(&CLASS, grade).unwrap().misplaced >= 2);
        assert!(split(&CLASS, grade + 0.05).unwrap().misplaced >= 2);
    }
}

#[test]
fn the_two_misplaced_students_stand_on_either_side_of_the_cut() {
    let misplaced = CLASS.iter().filter(|student| {
        (student.grade < 4.15) != (student.group == Group::Prepared)
    });
    let mut grades: Vec<f64> = misplaced.map(|student| student.grade).collect();
    grades.sort_by(f64::total_cmp);
    assert_eq!(grades, [4.0, 4.3]);
}

#[test]
fn arguments_are_refused_by_name_index_and_value() {
    let refusal = |result: Result<Histogram, chapter::Error>| {
        result.unwrap_err().to_string()
    };
    assert_eq!(refusal(Histogram::of(&[], 0.0, 1.0)), "data must not be empty");
    assert_eq!(
        refusal(Histogram::of(&[1.0, f64::NAN], 0.0, 1.0)),
        "data[1] must be finite, got NaN"
    );
    assert_eq!(
        refusal(Histogram::of(&[1.0], 0.0, -0.5)),
        "bin_width must be finite and positive, got -0.5"
    );
    assert_eq!(
        refusal(Histogram::of(&[1.0, 2.0], 0.0, 1e-9)),
        "bin_width must be wide enough for at most 1000 bins, got 1e-9"
    );
    assert_eq!(
        refusal(Histogram::of(&[1.0], f64::INFINITY, 1.0)),
        "origin must be finite, got inf"
    );
    for (left, bin_width, argument) in [
        (f64::INFINITY, 1.0, "left must be finite, got inf"),
        (0.0, f64::NAN, "bin_width must be finite and positive, got NaN"),
        (
            0.0,
            1e-310,
            "bin_width must be of a size that tells edges and densities apart, got 1e-310",
        ),
        (
            1e300,
            1.0,
            "bin_width must be of a size that tells edges and densities apart, got 1.0",
        ),
    ] {
        assert_eq!(
            refusal(Histogram::of_counts(vec![1], left, bin_width)),
            argument
        );
    }
    assert!(Histogram::of_counts(vec![usize::MAX, 1], 0.0, 1.0).is_ok());
    assert_eq!(
        Gaussian::fit(&[1e308, 1e308]).unwrap_err().to_string(),
        "data must be of a size that has a mean, got inf"
    );
    assert_eq!(
        refusal(Histogram::of_counts(vec![0, 0], 0.0, 1.0)),
        "counts must not be empty"
    );
    assert_eq!(
        peaks(&[1.0, -2.0], 0.1).unwrap_err().to_string(),
        "heights[1] must be finite and not negative, got -2.0"
    );
    assert_eq!(
        peaks(&[], 1.5).unwrap_err().to_string(),
        "prominence must be between 0 and 1, got 1.5"
    );
    assert_eq!(
        Gaussian::new(0.0, 0.0).unwrap_err().to_string(),
        "scale must be finite and positive, got 0.0"
    );
    assert_eq!(
        Gaussian::fit(&[3.0, 3.0]).unwrap_err().to_string(),
        "scale must be finite and positive, got 0.0"
    );
    assert_eq!(
        split(&CLASS, f64::NAN).unwrap_err().to_string(),
        "cut must be finite, got NaN"
    );
}

#[test]
fn one_point_and_equal_points_are_one_bar() {
    for data in [&[2.0][..], &[2.0, 2.0, 2.0]] {
        let histogram = Histogram::of(data, 0.0, 0.5).unwrap();
        assert_eq!(histogram.densities(), [2.0]);
        assert_eq!(peaks(histogram.densities(), PROMINENCE).unwrap().len(), 1);
    }
}

proptest! {
    #[test]
    fn the_areas_of_the_bars_sum_to_one(
        data in prop::collection::vec(-1e3..1e3, 1..200),
        origin in -10.0..10.0,
        bin_width in 2.5..500.0,
    ) {
        let histogram = Histogram::of(&data, origin, bin_width).unwrap();
        let areas = histogram.edges().windows(2).zip(histogram.densities());
        let total: f64 = areas.map(|(edge, density)| (edge[1] - edge[0]) * density).sum();
        prop_assert!((total - 1.0).abs() < 1e-9, "{total}");
        prop_assert_eq!(histogram.counts().iter().sum::<usize>(), data.len());
    }

    #[test]
    fn every_value_lies_in_the_bin_that_counts_it(
        data in prop::collection::vec(-1e3..1e3, 1..50),
        bin_width in 2.5..500.0,
    ) {
        let histogram = Histogram::of(&data, 0.0, bin_width).unwrap();
        for (edge, &count) in histogram.edges().windows(2).zip(histogram.counts()) {
            // An edge and a value so near to it that rounding decides belong to either side.
            let inside = |slack: f64| {
                data.iter().filter(|&&x| edge[0] - slack <= x && x < edge[1] + slack).count()
            };
            prop_assert!((inside(-1e-6)..=inside(1e-6)).contains(&count));
        }
    }

    #[test]
    fn the_bars_of_sorted_data_are_those_of_the_data(
        mut data in prop::collection::vec(-1e3..1e3, 1..200),
        origin in -10.0..10.0,
        bin_width in 2.5..500.0,
    ) {
        let histogram = Histogram::of(&data, origin, bin_width).unwrap();
        data.sort_unstable_by(f64::total_cmp);
        let sorted = Histogram::of_sorted(&data, origin, bin_width).unwrap();
        prop_assert_eq!(sorted, histogram);
    }

    #[test]
    fn the_highest_bar_is_a_peak_with_its_whole_height_as_prominence(
        heights in prop::collection::vec(0.0..10.0, 1..40),
    ) {
        let found = peaks(&heights, 0.0).unwrap();
        let highest = heights.iter().copied().fold(0.0, f64::max);
        let first = heights.iter().position(|&height| height == highest).unwrap();
        let peak = found.iter().find(|peak| peak.index == first).unwrap();
        prop_assert_eq!(peak.prominence, peak.height);
    }

    #[test]
    fn a_stricter_rule_never_finds_another_peak(
        heights in prop::collection::vec(0.0..10.0, 1..40),
        loose in 0.0..1.0,
        strict in 0.0..1.0,
    ) {
        let (loose, strict) = if loose < strict { (loose, strict) } else { (strict, loose) };
        let all = peaks(&heights, loose).unwrap();
        prop_assert!(peaks(&heights, strict).unwrap().iter().all(|peak| all.contains(peak)));
    }

    #[test]
    fn the_bell_is_the_one_of_statrs(
        loc in -100.0..100.0,
        scale in 0.01..100.0,
        deviations in -8.0..8.0,
    ) {
        let x = loc + deviations * scale;
        let ours = Gaussian::new(loc, scale).unwrap().prob(x);
        let theirs = Normal::new(loc, scale).unwrap().pdf(x);
        prop_assert!((ours / theirs - 1.0).abs() < 1e-11, "{ours} {theirs}");
    }

    #[test]
    fn every_student_is_on_one_side_of_a_cut(cut in 0.0..6.0) {
        let split = split(&CLASS, cut).unwrap();
        prop_assert_eq!(split.left + split.right, CLASS.len());
    }
}
