//! Exercise 3.2. Replace the `todo!()`, then run `cargo book exercise 3.2`.

/// The mean and the variance of a mixture, from the weights of its components,
/// their means and their standard deviations.
pub fn mean_and_variance(
    weights: &[f64],
    means: &[f64],
    deviations: &[f64],
) -> (f64, f64) {
    todo!()
}
