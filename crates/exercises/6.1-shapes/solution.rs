//! The solution of exercise 6.1.

/// The shape of what is sampled from a batch of Gaussians: the sample shape,
/// and then the batch shape, which is the shape of `loc` broadcast with that of
/// `scale`.
///
/// Shapes are broadcast from their last axes on: a missing axis counts as 1,
/// and a 1 gives way to any length. `None` if two lengths differ and neither is
/// 1.
pub fn shape(
    sample: &[usize],
    loc: &[usize],
    scale: &[usize],
) -> Option<Vec<usize>> {
    let rank = loc.len().max(scale.len());
    let length = |shape: &[usize], axis: usize| {
        let axis = (axis + shape.len()).checked_sub(rank);
        axis.map_or(1, |axis| shape[axis])
    };
    let batch =
        (0..rank).map(|axis| match (length(loc, axis), length(scale, axis)) {
            (1, other) | (other, 1) => Some(other),
            (loc, scale) => (loc == scale).then_some(loc),
        });
    sample.iter().map(|&length| Some(length)).chain(batch).collect()
}
