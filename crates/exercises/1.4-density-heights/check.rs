//! 1.4: counts become heights.

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether the areas are the shares of the students.
pub fn check(heights: fn(&[usize], f64) -> Vec<f64>) -> Verdict {
    call!(heights(&[2, 6, 2], 0.5))
        .slip(
            vec![0.2, 0.6, 0.2],
            "those are the shares, and a share is the area of a bar",
        )
        .slip(
            vec![0.1, 0.3, 0.1],
            "an area is height times width, so divide by the width",
        )
        .slip(vec![4.0, 12.0, 4.0], "divide by the number of students as well")
        .slip(
            vec![1.0 / 3.0, 1.0, 1.0 / 3.0],
            "it is the areas that sum to one; no bar has to be one high",
        )
        .gives(vec![0.4, 1.2, 0.4])?;
    call!(heights(&[1, 0, 3], 1.0)).gives(vec![0.25, 0.0, 0.75])?;
    call!(heights(&[7], 0.25)).gives(vec![4.0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn shares_are_not_heights() {
        let shares = |counts: &[usize], _| {
            let students: usize = counts.iter().sum();
            counts.iter().map(|&n| n as f64 / students as f64).collect()
        };
        assert_snapshot!(said(check(shares)), @"`heights(&[2, 6, 2], 0.5)` should be [0.4, 1.2, 0.4], got [0.2, 0.6, 0.2]: those are the shares, and a share is the area of a bar");
    }

    #[test]
    fn counts_over_the_width_are_not_heights() {
        let counts = |counts: &[usize], width| {
            counts.iter().map(|&n| n as f64 / width).collect()
        };
        assert_snapshot!(said(check(counts)), @"`heights(&[2, 6, 2], 0.5)` should be [0.4, 1.2, 0.4], got [4, 12, 4]: divide by the number of students as well");
    }
}
