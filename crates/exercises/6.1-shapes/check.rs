//! 6.1: sample shape and batch shape.

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether shapes are broadcast from the right, and the sample shape comes first.
pub fn check(
    shape: fn(&[usize], &[usize], &[usize]) -> Option<Vec<usize>>,
) -> Verdict {
    call!(shape(&[1000], &[2], &[2]))
        .slip(
            Some(vec![2, 1000]),
            "the sample shape comes first, the batch shape after it",
        )
        .slip(
            Some(vec![1000, 2, 2]),
            "the two parameters share their axes; they are broadcast, not \
             lined up",
        )
        .slip(
            Some(vec![2]),
            "that is the batch shape; the sample shape goes in front",
        )
        .gives(Some(vec![1000, 2]))?;
    call!(shape(&[], &[2], &[]))
        .slip(None, "a missing axis counts as 1, and a 1 gives way")
        .slip(Some(vec![]), "a missing axis counts as 1, and a 1 gives way")
        .gives(Some(vec![2]))?;
    call!(shape(&[5], &[3, 1], &[4]))
        .slip(None, "from the right: 1 stands above 4, and 3 above nothing")
        .slip(
            Some(vec![5, 4, 1]),
            "shapes are broadcast from their last axes on: 1 stands above 4",
        )
        .slip(Some(vec![5, 3, 1]), "a 1 gives way to the 4 below it")
        .gives(Some(vec![5, 3, 4]))?;
    call!(shape(&[], &[2, 3], &[2]))
        .slip(
            Some(vec![2, 3]),
            "shapes are broadcast from their last axes on, and there 3 meets 2",
        )
        .gives(None)?;
    call!(shape(&[], &[2], &[3]))
        .slip(Some(vec![3]), "neither length is 1, so neither gives way")
        .gives(None)?;
    call!(shape(&[4], &[0], &[1]))
        .slip(
            Some(vec![4, 1]),
            "it is the 1 that gives way, whichever is greater",
        )
        .gives(Some(vec![4, 0]))?;
    call!(shape(&[10, 2], &[], &[])).gives(Some(vec![10, 2]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    /// The greater length at each axis, counted from the left.
    fn greatest(loc: &[usize], scale: &[usize]) -> Vec<usize> {
        let axes = 0..loc.len().max(scale.len());
        let length = |shape: &[usize], axis: usize| {
            shape.get(axis).copied().unwrap_or(1)
        };
        axes.map(|axis| length(loc, axis).max(length(scale, axis))).collect()
    }

    #[test]
    fn the_sample_shape_comes_first() {
        let batch_first = |sample: &[usize], loc: &[usize], scale: &[usize]| {
            Some([greatest(loc, scale), sample.to_vec()].concat())
        };
        assert_snapshot!(said(check(batch_first)), @"`shape(&[1000], &[2], &[2])` should be Some([1000, 2]), got Some([2, 1000]): the sample shape comes first, the batch shape after it");
    }

    #[test]
    fn shapes_are_broadcast_from_the_right() {
        let from_left = |sample: &[usize], loc: &[usize], scale: &[usize]| {
            Some([sample.to_vec(), greatest(loc, scale)].concat())
        };
        assert_snapshot!(said(check(from_left)), @"`shape(&[5], &[3, 1], &[4])` should be Some([5, 3, 4]), got Some([5, 4, 1]): shapes are broadcast from their last axes on: 1 stands above 4");
    }
}
