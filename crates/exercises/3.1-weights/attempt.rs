//! Exercise 3.1. Replace each `todo!()`, then run `cargo book exercise 3.1`.

/// The weights of groups of these sizes: the share that each has of the whole.
///
/// `None` where there are no such shares: a size is negative or not finite, or
/// all of them are zero.
pub fn weights(sizes: &[f64]) -> Option<Vec<f64>> {
    todo!()
}

/// The density of a mixture at a place where its components are as high as
/// `heights` says.
pub fn density(weights: &[f64], heights: &[f64]) -> f64 {
    todo!()
}
