//! 2.5: the midpoint rule.

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

fn square(x: f64) -> f64 {
    x * x
}

fn three(_: f64) -> f64 {
    3.0
}

/// Whether every strip is there, as wide as it is and as high as the curve in its middle.
pub fn check(midpoint: fn(fn(f64) -> f64, f64, f64, usize) -> f64) -> Verdict {
    call!(midpoint(three, 0.0, 2.0, 1))
        .slip(3.0, "that is the height; a rectangle is height times width")
        .gives(6.0)?;
    call!(midpoint(square, 0.0, 2.0, 4))
        .slip(
            1.75,
            "that is the curve at the left edge of each strip, not in its \
             middle",
        )
        .slip(
            3.75,
            "that is the curve at the right edge of each strip, not in its \
             middle",
        )
        .slip(
            5.25,
            "those are the heights, added; a rectangle is height times width",
        )
        .slip(
            2.75,
            "that is the mean of both edges; take the curve in the middle",
        )
        .slip(
            8.0 / 3.0,
            "that is the area itself, and the rule with four strips is not \
             exact",
        )
        .gives(2.625)?;
    call!(midpoint(square, 1.0, 4.0, 1))
        .slip(6.75, "the strips begin at `from`, which is not zero here")
        .gives(18.75)?;
    call!(midpoint(three, -1.0, 2.0, 1000)).gives(9.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn the_left_edge_is_not_the_middle() {
        let left = |f: fn(f64) -> f64, from: f64, to: f64, strips: usize| {
            let width = (to - from) / strips as f64;
            (0..strips).map(|k| f(from + k as f64 * width) * width).sum()
        };
        assert_snapshot!(said(check(left)), @"`midpoint(square, 0.0, 2.0, 4)` should be 2.625, got 1.75: that is the curve at the left edge of each strip, not in its middle");
    }

    #[test]
    fn a_height_is_no_area() {
        let heights = |f: fn(f64) -> f64, from: f64, to: f64, strips: usize| {
            let width = (to - from) / strips as f64;
            (0..strips).map(|k| f(from + (k as f64 + 0.5) * width)).sum()
        };
        assert_snapshot!(said(check(heights)), @"`midpoint(three, 0.0, 2.0, 1)` should be 6, got 3: that is the height; a rectangle is height times width");
    }

    #[test]
    fn the_strips_begin_where_they_are_told_to() {
        let from_zero =
            |f: fn(f64) -> f64, from: f64, to: f64, strips: usize| {
                let width = (to - from) / strips as f64;
                (0..strips).map(|k| f((k as f64 + 0.5) * width) * width).sum()
            };
        assert_snapshot!(said(check(from_zero)), @"`midpoint(square, 1.0, 4.0, 1)` should be 18.75, got 6.75: the strips begin at `from`, which is not zero here");
    }
}
