//! 3.1: sizes become weights, and weights make a mixture.

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether the weights are shares, or refused, and a mixture is weighted by them.
pub fn check(
    weights: fn(&[f64]) -> Option<Vec<f64>>,
    density: fn(&[f64], &[f64]) -> f64,
) -> Verdict {
    call!(weights(&[120.0, 80.0]))
        .slip(Some(vec![0.5, 0.5]), "the groups are not of one size")
        .slip(
            Some(vec![60.0, 40.0]),
            "divide by the sum of the sizes, not by their number",
        )
        .slip(
            Some(vec![1.0, 2.0 / 3.0]),
            "divide by the sum of the sizes, not by the greatest",
        )
        .gives(Some(vec![0.6, 0.4]))?;
    call!(weights(&[3.0, 0.0, 1.0]))
        .slip(None, "a group may be empty; its weight is zero")
        .gives(Some(vec![0.75, 0.0, 0.25]))?;
    call!(weights(&[2.0, -1.0]))
        .slip(
            Some(vec![2.0, -1.0]),
            "they sum to one, but no share is below zero",
        )
        .gives(None)?;
    call!(weights(&[0.0, 0.0]))
        .slip(
            Some(vec![f64::NAN, f64::NAN]),
            "nobody has a share of nothing, and 0/0 is NaN",
        )
        .gives(None)?;
    call!(weights(&[])).gives(None)?;
    call!(weights(&[f64::NAN, 1.0])).gives(None)?;
    call!(weights(&[f64::INFINITY, 1.0])).gives(None)?;

    call!(density(&[0.6, 0.4], &[0.5, 1.0]))
        .slip(
            1.5,
            "that is the sum without weights, and the area under it is two",
        )
        .slip(0.75, "that gives each component one half")
        .slip(0.12, "the weighted heights are added, not multiplied")
        .gives(0.7)?;
    call!(density(&[0.2, 0.3, 0.5], &[1.0, 2.0, 0.0])).gives(0.8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn a_sum_of_one_is_not_enough() {
        let normalise = |sizes: &[f64]| {
            let sum: f64 = sizes.iter().sum();
            Some(sizes.iter().map(|size| size / sum).collect())
        };
        assert_snapshot!(said(check(normalise, solution::density)), @"`weights(&[2.0, -1.0])` should be None, got Some([2, -1]): they sum to one, but no share is below zero");
    }

    #[test]
    fn nothing_has_no_shares() {
        let unguarded = |sizes: &[f64]| {
            let sum: f64 = sizes.iter().sum();
            let shares = sizes.iter().map(|size| size / sum).collect();
            (!sizes.iter().any(|size| *size < 0.0)).then_some(shares)
        };
        assert_snapshot!(said(check(unguarded, solution::density)), @"`weights(&[0.0, 0.0])` should be None, got Some([NaN, NaN]): nobody has a share of nothing, and 0/0 is NaN");
    }

    #[test]
    fn a_sum_without_weights_is_no_mixture() {
        let sum = |_: &[f64], heights: &[f64]| heights.iter().sum();
        assert_snapshot!(said(check(solution::weights, sum)), @"`density(&[0.6, 0.4], &[0.5, 1.0])` should be 0.7, got 1.5: that is the sum without weights, and the area under it is two");
    }
}
