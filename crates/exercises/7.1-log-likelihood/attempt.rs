//! Exercise 7.1. Replace the `todo!()`, then run `cargo book exercise 7.1`.

/// The logarithm of the density of all grades together, under a mixture of
/// Gaussians.
///
/// A grade may be so far out that every bell is zero there in floating point.
pub fn log_likelihood(
    weights: &[f64],
    means: &[f64],
    deviations: &[f64],
    grades: &[f64],
) -> f64 {
    todo!()
}
