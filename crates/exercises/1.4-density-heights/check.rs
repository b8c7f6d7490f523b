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
            "those are the shares, which are the areas of the bars",
        )
        .slip(
            vec![0.1, 0.3, 0.1],
            "an area is height times width, so divide by the width",
        )
        .slip(vec![4.0, 12.0, 4.0], "divide by the number of students as well")
        .slip(
            vec![1.0 / 3.0, 1.0, 1.0 / 3.0],
            "the highest bar need not be one; the areas have to sum to one",
        )
        .gives(vec![0.4, 1.2, 0.4])?;
    call!(heights(&[1, 0, 3], 1.0)).gives(vec![0.25, 0.0, 0.75])?;
    call!(heights(&[7], 0.25)).gives(vec![4.0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_told_from_heights() {
        let shares = |counts: &[usize], _| {
            let students: usize = counts.iter().sum();
            counts.iter().map(|&n| n as f64 / students as f64).collect()
        };
        assert_eq!(
            check(shares).unwrap_err().to_string(),
            "`heights(&[2, 6, 2], 0.5)` should be [0.4, 1.2, 0.4], got [0.2, 0.6, 0.2]: \
             those are the shares, which are the areas of the bars"
        );
    }
}
