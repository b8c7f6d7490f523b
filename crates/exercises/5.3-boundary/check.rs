//! 5.3: where two classes are equally probable.

use crate::{Call, Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// The boundary by definition: where the difference of the logarithms changes its sign.
fn by_bisection(weights: [f64; 2], means: [f64; 2], deviation: f64) -> f64 {
    let log_joint = |class: usize, x: f64| {
        let u = (x - means[class]) / deviation;
        libm::log(weights[class]) - 0.5 * u * u
    };
    let prefers_first = |x: f64| log_joint(0, x) > log_joint(1, x);
    let (mut first, mut second) = (-100.0_f64, 100.0_f64);
    if !prefers_first(first) {
        (first, second) = (second, first);
    }
    for _ in 0..200 {
        let middle = first.midpoint(second);
        if prefers_first(middle) {
            first = middle;
        } else {
            second = middle;
        }
    }
    first
}

/// Whether both classes are equally probable at the boundary.
pub fn check(boundary: fn([f64; 2], [f64; 2], f64) -> f64) -> Verdict {
    call!(boundary([0.5, 0.5], [2.0, 5.0], 0.6)).gives(3.5)?;
    for (weights, means, deviation) in [
        ([0.6, 0.4], [2.5, 4.8], 0.5),
        ([0.1, 0.9], [2.5, 4.8], 0.5),
        ([0.6, 0.4], [4.8, 2.5], 0.5),
        ([0.99, 0.01], [0.0, 1.0], 2.0),
    ] {
        let middle = f64::midpoint(means[0], means[1]);
        let log_odds = libm::log(weights[0] / weights[1]);
        let distance = means[1] - means[0];
        let away = deviation * deviation / distance * log_odds;
        let words = format!("boundary({weights:?}, {means:?}, {deviation:?})");
        Call::new(words, || boundary(weights, means, deviation))
            .slip(
                middle,
                "that is the middle; the class with more weight pushes the \
                 boundary away from itself",
            )
            .slip(
                middle + deviation * deviation / distance.abs() * log_odds,
                "the distance of the means needs its sign: here the first \
                 mean is the greater one",
            )
            .slip(
                middle - away,
                "it moves the wrong way: the class with more weight gets more \
                 room",
            )
            .slip(
                middle + deviation / distance * log_odds,
                "square the deviation",
            )
            .slip(
                middle + deviation * deviation * log_odds,
                "divide by the distance of the means",
            )
            .slip(
                weights[0] * means[0] + weights[1] * means[1],
                "that is the mean of the mixture, which has nothing to do \
                 with it",
            )
            .gives(by_bisection(weights, means, deviation))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn the_middle_is_for_equal_weights() {
        let middle =
            |_: [f64; 2], means: [f64; 2], _: f64| means[0].midpoint(means[1]);
        assert_snapshot!(said(check(middle)), @"`boundary([0.6, 0.4], [2.5, 4.8], 0.5)` should be 3.694072, got 3.65: that is the middle; the class with more weight pushes the boundary away from itself");
    }

    #[test]
    fn more_weight_means_more_room() {
        let wrong_way = |weights: [f64; 2], means: [f64; 2], deviation: f64| {
            let log_odds = libm::log(weights[1] / weights[0]);
            means[0].midpoint(means[1])
                + deviation * deviation / (means[1] - means[0]) * log_odds
        };
        assert_snapshot!(said(check(wrong_way)), @"`boundary([0.6, 0.4], [2.5, 4.8], 0.5)` should be 3.694072, got 3.605928: it moves the wrong way: the class with more weight gets more room");
    }

    #[test]
    fn the_means_may_stand_in_either_order() {
        let in_order = |weights: [f64; 2], means: [f64; 2], deviation: f64| {
            let log_odds = libm::log(weights[0] / weights[1]);
            let distance = (means[1] - means[0]).abs();
            means[0].midpoint(means[1])
                + deviation * deviation / distance * log_odds
        };
        assert_snapshot!(said(check(in_order)), @"`boundary([0.6, 0.4], [4.8, 2.5], 0.5)` should be 3.605928, got 3.694072: the distance of the means needs its sign: here the first mean is the greater one");
    }
}
