//! 5.1: indicators in the exponent.

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether the class picks its factor, and every other factor is one.
pub fn check(joint: fn(&[u8], &[f64], &[f64]) -> f64) -> Verdict {
    call!(joint(&[1, 0], &[0.6, 0.4], &[0.5, 1.25]))
        .slip(
            0.15,
            "that is the product of both factors; the exponents are missing",
        )
        .slip(
            0.0,
            "an indicator is an exponent: times 0 a factor is 0, to the power \
             0 it is 1",
        )
        .slip(0.8, "that is the sum over the classes, the marginal")
        .slip(1.3, "the powers are multiplied, not added")
        .slip(0.6, "that is the weight; the height of the bell is missing")
        .slip(0.5, "that is the height of the bell; the weight is missing")
        .gives(0.3)?;
    call!(joint(&[0, 1], &[0.6, 0.4], &[0.5, 1.25]))
        .slip(0.3, "that is class 0, but z has its 1 at class 1")
        .gives(0.5)?;
    call!(joint(&[0, 1, 0], &[0.2, 0.3, 0.5], &[1.0, 2.0, 3.0])).gives(0.6)?;
    call!(joint(&[1, 0], &[1.0, 0.0], &[0.5, 0.8]))
        .slip(
            f64::NAN,
            "0 times the logarithm of 0 is NaN; a power has no such hole",
        )
        .slip(
            0.0,
            "zero to the power zero is one: a class that is not meant changes \
             nothing",
        )
        .gives(0.5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn an_indicator_is_no_factor() {
        let times = |z: &[u8], weights: &[f64], heights: &[f64]| {
            let parts = weights.iter().zip(heights).zip(z);
            parts.map(|((w, h), &z)| w * h * f64::from(z)).product()
        };
        assert_snapshot!(said(check(times)), @"`joint(&[1, 0], &[0.6, 0.4], &[0.5, 1.25])` should be 0.3, got 0: an indicator is an exponent: times 0 a factor is 0, to the power 0 it is 1");
    }

    #[test]
    fn a_logarithm_stumbles_over_a_weight_of_zero() {
        let logs = |z: &[u8], weights: &[f64], heights: &[f64]| {
            let parts = weights.iter().zip(heights).zip(z);
            let log = parts.map(|((w, h), &z)| f64::from(z) * libm::log(w * h));
            libm::exp(log.sum())
        };
        assert_snapshot!(said(check(logs)), @"`joint(&[1, 0], &[1.0, 0.0], &[0.5, 0.8])` should be 0.5, got NaN: 0 times the logarithm of 0 is NaN; a power has no such hole");
    }
}
