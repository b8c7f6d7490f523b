//! What TensorFlow Probability printed and answered when `just tfp` last ran, against ours.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod contested;
mod listings;
mod ours;
mod recording;

use std::collections::{BTreeMap, BTreeSet};

use ch06::{RECORDED_TAILS, grid, recorded};
use ours::{
    CONTESTED_ARRAYS, CONTESTED_NUMBERS, FAR, arrays, column, numbers, shapes,
    tail,
};
use recording::recording;

/// How far two numbers are apart: relative to ours, or absolute where ours is below one.
fn distance(ours: f64, theirs: f64) -> f64 {
    if ours == theirs {
        return 0.0;
    }
    (ours - theirs).abs() / ours.abs().max(1.0)
}

/// Where float32 is off by up to twice as much: TensorFlow Probability computes x/σ − μ/σ, and the
/// difference has fewer digits than its terms.
const NOISY_IN_FLOAT32: [&str; 3] =
    ["normal.log_prob(grid[:,None])", "gmm.log_prob(grid)", "posterior(grid)"];

/// Asserts that ours are theirs, in both precisions.
fn assert_same(expression: &str, ours: &[f64], theirs: [Vec<f64>; 2]) {
    let noisy = NOISY_IN_FLOAT32.contains(&expression);
    let tolerances = [if noisy { 2e-6 } else { 1e-6 }, 1e-12];
    for (theirs, tolerance) in theirs.into_iter().zip(tolerances) {
        assert_eq!(ours.len(), theirs.len(), "{expression}");
        for (&ours, theirs) in ours.iter().zip(theirs) {
            assert!(
                distance(ours, theirs) <= tolerance,
                "{expression}: {ours} here, {theirs} there"
            );
        }
    }
}

fn keys<V>(map: &BTreeMap<String, V>) -> BTreeSet<&str> {
    map.keys().map(String::as_str).collect()
}

#[test]
fn the_points_are_those_of_the_recording() {
    let points = recording().points;
    let ours = [
        ("column", column().into_iter().collect()),
        ("far", FAR.to_vec()),
        ("grid", grid()),
        ("tail", tail()),
    ];
    for (name, ours) in &ours {
        assert_eq!(&points[*name], ours, "{name}");
    }
    assert_eq!(points.len(), ours.len());
}

#[test]
fn every_number_is_the_same_and_none_is_left_out() {
    let recording = recording();
    let mut seen = BTreeSet::from(CONTESTED_NUMBERS);
    for (expression, ours) in numbers() {
        let theirs = &recording.numbers[expression];
        assert_same(
            expression,
            &[ours],
            theirs.clone().map(|x| vec![x.value()]),
        );
        assert!(seen.insert(expression), "{expression} twice");
    }
    assert_eq!(seen, keys(&recording.numbers));
}

#[test]
fn every_array_is_the_same_and_none_is_left_out() {
    let recording = recording();
    let mut seen = BTreeSet::from(CONTESTED_ARRAYS);
    for (expression, ours) in arrays().unwrap() {
        let ours: Vec<f64> = ours.into_iter().collect();
        assert_same(expression, &ours, recording.array(expression));
        assert!(seen.insert(expression), "{expression} twice");
    }
    assert_eq!(seen, keys(&recording.arrays));
}

#[test]
fn where_float32_is_noisy_float64_sides_with_us() {
    let recording = recording();
    let arrays: BTreeMap<_, _> = arrays().unwrap().into_iter().collect();
    for expression in NOISY_IN_FLOAT32 {
        let [single, double] = recording.array(expression);
        let mut noisy = 0;
        for ((&ours, single), double) in
            arrays[expression].iter().zip(single).zip(double)
        {
            if distance(ours, single) > 1e-6 {
                noisy += 1;
                let [here, there] =
                    [ours, single].map(|value| (value - double).abs());
                assert!(here < 1e-6 * there, "{expression}: {here} {there}");
            }
        }
        assert!(noisy > 0, "{expression} is not noisy");
    }
}

#[test]
fn every_shape_is_the_same_and_none_is_left_out() {
    let theirs = recording().shapes;
    let ours = shapes().unwrap();
    for (expression, ours) in &ours {
        assert_eq!(&theirs[*expression], ours, "{expression}");
    }
    assert_eq!(ours.len(), theirs.len());
}

#[test]
fn what_is_compiled_in_is_what_was_recorded() {
    let recording = recording();
    for (expression, [single, double]) in &recording.numbers {
        let compiled = recorded(expression).unwrap();
        let both = [compiled.float32, compiled.float64];
        let theirs = [single.value(), double.value()];
        assert_eq!(
            both.map(f64::to_bits),
            theirs.map(f64::to_bits),
            "{expression}"
        );
    }
    let [single, double] = recording.array("gmm.log_survival_function(tail)");
    let (grades, tails): (Vec<f64>, Vec<_>) =
        RECORDED_TAILS.iter().copied().unzip();
    assert_eq!(grades, recording.points["tail"]);
    assert_eq!(tails.iter().map(|tfp| tfp.float32).collect::<Vec<_>>(), single);
    assert_eq!(tails.iter().map(|tfp| tfp.float64).collect::<Vec<_>>(), double);
    let lines = include_str!("../../tfp/recorded/numbers.csv").lines().count();
    assert_eq!(lines, recording.numbers.len() + 1);
    assert_eq!(
        recorded("gmm.median()").unwrap_err().to_string(),
        "`gmm.median()` was not recorded"
    );
}
