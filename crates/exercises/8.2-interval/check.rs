//! 8.2: the probability of an interval.

use crate::{Call, Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

fn below(u: f64) -> f64 {
    0.5 * libm::erfc(-u * std::f64::consts::FRAC_1_SQRT_2)
}

/// The density at the middle times the width, which somebody may take for it.
fn by_density([mean, deviation, low, high]: [f64; 4]) -> f64 {
    let u = (f64::midpoint(low, high) - mean) / deviation;
    let root = std::f64::consts::TAU.sqrt();
    libm::log((high - low) * libm::exp(-0.5 * u * u) / (deviation * root))
}

/// Whether it is an area, with open ends too, and finite however narrow the bell.
pub fn check(log_prob_between: fn(f64, f64, f64, f64) -> f64) -> Verdict {
    for [mean, deviation, low, high] in
        [[2.5, 0.6, 2.15, 2.5], [4.8, 0.3, 4.85, 9.0], [3.0, 1.0, 1.0, 5.0]]
    {
        let words = format!(
            "log_prob_between({mean:?}, {deviation:?}, {low:?}, {high:?})"
        );
        let at = |x: f64| below((x - mean) / deviation);
        Call::new(words, || log_prob_between(mean, deviation, low, high))
            .slip(
                by_density([mean, deviation, low, high]),
                "that is the density in the middle times the width: the bell \
                 bends within the interval",
            )
            .slip(at(high) - at(low), "that is the probability: take its \
                 logarithm")
            .gives(libm::log(at(high) - at(low)))?;
    }
    call!(log_prob_between(4.8, 0.3, 4.85, f64::INFINITY))
        .gives(libm::log(1.0 - below((4.85 - 4.8) / 0.3)))?;
    call!(log_prob_between(3.7, 1e-9, 3.5, 3.85))
        .slip(
            by_density([3.7, 1e-9, 3.5, 3.85]),
            "that is a density, and it runs off as the bell gets narrower",
        )
        .gives(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn a_density_is_no_probability() {
        let density = |mean: f64, deviation: f64, low: f64, high: f64| {
            by_density([mean, deviation, low, high])
        };
        assert_snapshot!(said(check(density)), @"`log_prob_between(2.5, 0.6, 2.15, 2.5)` should be -1.513376, got -1.50047: that is the density in the middle times the width: the bell bends within the interval");
    }

    #[test]
    fn the_logarithm_belongs_to_it() {
        let prob = |mean: f64, deviation: f64, low: f64, high: f64| {
            below((high - mean) / deviation) - below((low - mean) / deviation)
        };
        assert_snapshot!(said(check(prob)), @"`log_prob_between(2.5, 0.6, 2.15, 2.5)` should be -1.513376, got 0.220166: that is the probability: take its logarithm");
    }
}
