//! 8.1: who goes on.

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether the best go on, and none that broke down.
pub fn check(survivors: fn(&[f64], usize) -> Vec<usize>) -> Verdict {
    call!(survivors(&[-30.0, -25.0, -28.0], 2))
        .slip(
            vec![0, 2],
            "those are the lowest: a log-likelihood is better the larger it is",
        )
        .slip(vec![1, 0], "a larger log-likelihood is nearer to zero here")
        .gives(vec![1, 2])?;
    call!(survivors(&[-30.0, f64::NAN, -28.0], 2))
        .slip(
            vec![1, 2],
            "NaN is no large number: that runner has broken down",
        )
        .gives(vec![2, 0])?;
    call!(survivors(&[-7.0], 3)).gives(vec![0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    fn sorted(heights: &[f64], keep: usize, up: bool) -> Vec<usize> {
        let mut places: Vec<usize> = (0..heights.len()).collect();
        places.sort_by(|a, b| heights[*b].total_cmp(&heights[*a]));
        if up {
            places.reverse();
        }
        places.truncate(keep);
        places
    }

    #[test]
    fn the_lowest_do_not_go_on() {
        let lowest = |x: &[f64], keep: usize| sorted(x, keep, true);
        assert_snapshot!(said(check(lowest)), @"`survivors(&[-30.0, -25.0, -28.0], 2)` should be [1, 2], got [0, 2]: those are the lowest: a log-likelihood is better the larger it is");
    }

    #[test]
    fn who_broke_down_does_not_go_on() {
        let naive = |x: &[f64], keep: usize| sorted(x, keep, false);
        assert_snapshot!(said(check(naive)), @"`survivors(&[-30.0, f64::NAN, -28.0], 2)` should be [2, 0], got [1, 2]: NaN is no large number: that runner has broken down");
    }
}
