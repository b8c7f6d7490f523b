//! Exercise 5.2. Replace the `todo!()`, then run `cargo book exercise 5.2`.

/// How probable each class is, given the grade `x`, in a mixture of Gaussians.
///
/// `x` may be so far out that every bell is zero there in floating point.
pub fn responsibilities(
    weights: &[f64],
    means: &[f64],
    deviations: &[f64],
    x: f64,
) -> Vec<f64> {
    todo!()
}
