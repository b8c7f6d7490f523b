//! 6.2: a quantile by bisection.

use crate::{Call, Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// The cumulative distribution function of the book's class.
fn class(x: f64) -> f64 {
    let below = |loc: f64, scale: f64| {
        0.5 * libm::erfc((loc - x) / scale * std::f64::consts::FRAC_1_SQRT_2)
    };
    0.6 * below(2.5, 0.6) + 0.4 * below(4.8, 0.3)
}

/// All grades from 0 to 1, each as probable as the others.
fn uniform(x: f64) -> f64 {
    x.clamp(0.0, 1.0)
}

/// Whether the share to the left of the grade is the one that was asked for.
pub fn check(quantile: fn(fn(f64) -> f64, f64, f64, f64) -> f64) -> Verdict {
    call!(quantile(uniform, 0.25, 0.0, 2.0))
        .slip(
            0.0,
            "the stretch shrinks to the wrong end: if there is too little to \
             the left, go right",
        )
        .slip(
            2.0,
            "the stretch shrinks to the wrong end: if there is too little to \
             the left, go right",
        )
        .slip(0.5, "that is the share of the way from low to high; ask the cdf")
        .slip(1.0, "that is the first middle; halve again and again")
        .gives(0.25)?;
    for (p, low, high) in [
        (0.5, 0.0, 8.0),
        (0.6, 0.0, 8.0),
        (0.025, -1000.0, 1000.0),
        (0.999, -1e6, 1e6),
    ] {
        let words = format!("quantile(class, {p:?}, {low:?}, {high:?})");
        let expected = format!("be a grade x with class(x) = {p}");
        Call::new(words, || quantile(class, p, low, high))
            .must(expected, |x| (class(*x) - p).abs() < 1e-9)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn the_other_half_is_the_wrong_one() {
        let other_half =
            |cdf: fn(f64) -> f64, p: f64, mut low: f64, mut high: f64| {
                for _ in 0..100 {
                    let middle = low.midpoint(high);
                    if cdf(middle) < p {
                        high = middle;
                    } else {
                        low = middle;
                    }
                }
                high
            };
        assert_snapshot!(said(check(other_half)), @"`quantile(uniform, 0.25, 0.0, 2.0)` should be 0.25, got 2: the stretch shrinks to the wrong end: if there is too little to the left, go right");
    }

    #[test]
    fn a_few_halvings_are_not_enough() {
        let ten = |cdf: fn(f64) -> f64, p: f64, mut low: f64, mut high: f64| {
            for _ in 0..10 {
                let middle = low.midpoint(high);
                if cdf(middle) < p {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            high
        };
        assert_snapshot!(said(check(ten)), @"`quantile(class, 0.5, 0.0, 8.0)` should be a grade x with class(x) = 0.5, got 3.085938");
    }
}
