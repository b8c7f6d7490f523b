//! Exercise 6.1. Replace the `todo!()`, then run `cargo book exercise 6.1`.

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
    todo!()
}
