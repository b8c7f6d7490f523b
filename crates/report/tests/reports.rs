//! Reports of the book's data, as they were last read, and what holds of any.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use datasets::{FAITHFUL, GALAXIES, PENGUINS};
use fit::{Criterion, GaussianMixture, Sample};
use insta::assert_snapshot;
use proptest::prelude::*;
use report::Report;

fn report(sample: &Sample, most: usize) -> String {
    let chosen = GaussianMixture::choose(1..=most, Criterion::Bic);
    Report::of(&chosen.fit(sample).unwrap()).to_string()
}

#[test]
fn old_faithful_has_two_bells_two_peaks_and_a_border() {
    let minutes = FAITHFUL.iter().map(|eruption| eruption.waiting_min);
    let sample = Sample::rounded(minutes, 1.0).unwrap();
    assert_snapshot!(report(&sample, 3));
}

#[test]
fn of_the_flippers_nobody_can_tell_whether_there_are_two_bells_or_three() {
    let flippers = PENGUINS.iter().map(|penguin| penguin.flipper_mm);
    let sample = Sample::rounded(flippers, 1.0).unwrap();
    assert_snapshot!(report(&sample, 4));
}

#[test]
fn of_the_galaxies_nobody_can_tell_whether_there_is_one_peak() {
    let speeds = GALAXIES.iter().map(|speed| speed / 1000.0);
    assert_snapshot!(report(&Sample::new(speeds).unwrap(), 4));
}

#[test]
fn intervals_without_an_end_are_not_asked_for_peaks() {
    let worse = f64::INFINITY;
    let sample =
        Sample::intervals([2.0, 3.0, 4.85], [3.0, 4.0, worse]).unwrap();
    let sample = sample.weights([30.0, 40.0, 20.0]).unwrap();
    assert_snapshot!(report(&sample, 1));
}

#[test]
fn a_single_bell_has_all_numbers_and_no_border() {
    let sample = Sample::new((0..40).map(|n| f64::from(n * n % 41))).unwrap();
    let said = report(&sample, 1);
    assert!(said.contains("Bell 1: all of the numbers"), "{said}");
    assert!(!said.contains("takes over"), "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_report_says_nan(x in prop::collection::vec(-50.0..50.0, 2..12), step in 0.1..5.0) {
        for sample in [Sample::new(x.clone()), Sample::rounded(x, step)] {
            let said = report(&sample.unwrap(), 2);
            prop_assert!(!said.contains("NaN") && !said.contains("inf"), "{said}");
        }
    }
}

#[test]
fn intervals_that_only_touch_are_compared_with_the_model() {
    let tenths = (0..60).map(|n| f64::from(n * n % 37) / 10.0);
    let said = report(&Sample::rounded(tenths, 0.1).unwrap(), 1);
    assert!(said.contains("Does it fit"), "{said}");
}
