//! What two hundred classes of two hundred tell about fits of grades: the numbers that the docs quote.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::{drawn, of_parts, parts};
use datasets::GRADE_SCALE;
use fit::{Em, GaussianMixture, Sample};

/// The grade that a mark becomes, and the ends between which marks become it.
fn graded(x: f64) -> (f64, [f64; 2]) {
    let borders: Vec<f64> = GRADE_SCALE
        .windows(2)
        .map(|pair| f64::midpoint(pair[0], pair[1]))
        .collect();
    let grade = borders.partition_point(|border| *border <= x);
    let lower =
        grade.checked_sub(1).map_or(f64::NEG_INFINITY, |at| borders[at]);
    let upper = borders.get(grade).copied().unwrap_or(f64::INFINITY);
    (GRADE_SCALE[grade], [lower, upper])
}

/// The deviation of the second group, from where a climb from the true mixture ends.
fn nearest_top(sample: &Sample) -> f64 {
    let truth = of_parts([vec![0.6, 0.4], vec![2.5, 4.8], vec![0.6, 0.3]]);
    let mut em = Em::new(sample, truth).unwrap();
    for _ in 0..400 {
        em.step().unwrap();
    }
    parts(&em.mixture().unwrap())[2][1]
}

/// The same, where the highest top is.
fn highest_top(sample: &Sample) -> f64 {
    parts(GaussianMixture::new(2).fit(sample).unwrap().mixture())[2][1]
}

#[test]
fn grades_as_numbers_narrow_the_second_group_and_as_intervals_do_not() {
    let (mut numbers, mut intervals) = ([0.0; 2], [0.0; 2]);
    for class in 0..200 {
        let graded = drawn(200, 1000 + class).into_iter().map(graded);
        let (grades, ends): (Vec<f64>, Vec<[f64; 2]>) = graded.unzip();
        let exact = Sample::new(grades).unwrap();
        let between = Sample::intervals(
            ends.iter().map(|ends| ends[0]),
            ends.iter().map(|ends| ends[1]),
        )
        .unwrap();
        for (sums, sample) in [(&mut numbers, exact), (&mut intervals, between)]
        {
            sums[0] += nearest_top(&sample) / 200.0;
            sums[1] += highest_top(&sample) / 200.0;
        }
    }
    let told =
        |[nearest, highest]: [f64; 2]| format!("{nearest:.3} {highest:.3}");
    // Without intervals the highest top is now and then a bell on the last two grades.
    assert_eq!(told(numbers), "0.238 0.229");
    assert_eq!(told(intervals), "0.304 0.304");
}
