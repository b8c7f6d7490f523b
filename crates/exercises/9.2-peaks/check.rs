//! 9.2: how many peaks a curve has.

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether plateaus count once, ends count, and shoulders do not.
pub fn check(peaks: fn(&[f64]) -> usize) -> Verdict {
    call!(peaks(&[0.0, 2.0, 1.0, 3.0, 0.0])).gives(2)?;
    call!(peaks(&[0.0, 2.0, 2.0, 1.0]))
        .slip(0, "two equal heights are one peak: neither has a lower neighbour on both sides")
        .slip(2, "two equal heights side by side are one peak")
        .gives(1)?;
    call!(peaks(&[0.0, 1.0, 1.0, 2.0, 0.0]))
        .slip(2, "a step on the way up is no peak")
        .gives(1)?;
    call!(peaks(&[3.0, 1.0, 2.0]))
        .slip(0, "beyond the ends the ground is at zero, so both ends are peaks")
        .gives(2)?;
    call!(peaks(&[0.0, 0.0])).slip(1, "flat ground has no peak").gives(0)?;
    call!(peaks(&[])).gives(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    fn inside(heights: &[f64], is_peak: fn(&[f64]) -> bool) -> usize {
        heights.windows(3).filter(|three| is_peak(three)).count()
    }

    #[test]
    fn who_asks_for_a_lower_neighbour_on_both_sides_misses_a_plateau() {
        let strict = |x: &[f64]| inside(x, |it| it[0] < it[1] && it[1] > it[2]);
        assert_snapshot!(said(check(strict)), @"`peaks(&[0.0, 2.0, 2.0, 1.0])` should be 1, got 0: two equal heights are one peak: neither has a lower neighbour on both sides");
    }

    #[test]
    fn who_takes_equal_neighbours_as_lower_counts_a_plateau_twice() {
        let loose = |x: &[f64]| inside(x, |it| it[0] <= it[1] && it[1] >= it[2]);
        assert_snapshot!(said(check(loose)), @"`peaks(&[0.0, 2.0, 2.0, 1.0])` should be 1, got 2: two equal heights side by side are one peak");
    }
}
