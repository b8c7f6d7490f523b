//! 2.4: the height of a bell.

use std::f64::consts::TAU;

use libm::exp;

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether the bell has its height in the middle, its shape, and both its sides.
pub fn check(bell: fn(f64, f64, f64) -> f64) -> Verdict {
    let root = TAU.sqrt();
    call!(bell(2.0, 2.0, 0.5))
        .slip(
            1.0,
            "the factor in front is missing, without which the area is not one",
        )
        .slip(
            1.0 / root,
            "a bell half as wide is twice as high: divide by the scale too",
        )
        .slip(
            root / 0.5,
            "`a / b * c` divides by b only: put b * c in parentheses",
        )
        .slip(0.5 / root, "divide by the scale; do not multiply by it")
        .slip(
            1.0 / (TAU * 0.5).sqrt(),
            "under the root the scale has to be squared",
        )
        .gives(1.0 / (0.5 * root))?;
    let height = |exponent: f64| exp(exponent) / (0.5 * root);
    call!(bell(3.5, 2.0, 0.5))
        .slip(height(-1.5), "the distance has to be squared")
        .slip(height(-9.0), "the exponent is half of the square, with a minus")
        .slip(height(4.5), "the exponent needs a minus")
        .slip(
            height(-2.25),
            "the scale has to be squared too: divide by it before you square",
        )
        .slip(
            height(-1.125),
            "measure the distance in standard deviations: divide it by the \
             scale",
        )
        .gives(height(-4.5))?;
    call!(bell(1.5, 2.0, 0.5)).gives(height(-0.5))?;
    call!(bell(-1.0, 0.0, 2.0)).gives(exp(-0.125) / (2.0 * root))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn a_bell_needs_its_factor() {
        let shape = |x: f64, loc: f64, scale: f64| {
            let u = (x - loc) / scale;
            exp(-0.5 * u * u)
        };
        assert_snapshot!(said(check(shape)), @"`bell(2.0, 2.0, 0.5)` should be 0.797885, got 1: the factor in front is missing, without which the area is not one");
    }

    #[test]
    fn a_product_that_is_divided_by_needs_parentheses() {
        let product = |x: f64, loc: f64, scale: f64| {
            let u = (x - loc) / scale;
            exp(-0.5 * u * u) / scale * TAU.sqrt()
        };
        assert_snapshot!(said(check(product)), @"`bell(2.0, 2.0, 0.5)` should be 0.797885, got 5.013257: `a / b * c` divides by b only: put b * c in parentheses");
    }

    #[test]
    fn the_scale_is_squared_with_the_distance() {
        let scale_once = |x: f64, loc: f64, scale: f64| {
            exp(-0.5 * (x - loc) * (x - loc) / scale) / (scale * TAU.sqrt())
        };
        assert_snapshot!(said(check(scale_once)), @"`bell(3.5, 2.0, 0.5)` should be 0.008864, got 0.084096: the scale has to be squared too: divide by it before you square");
    }
}
