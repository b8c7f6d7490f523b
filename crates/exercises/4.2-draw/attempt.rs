//! Exercise 4.2. Replace the `todo!()`, then run `cargo book exercise 4.2`.

/// Draws a student from a mixture of Gaussians: the group, counted from 0, and
/// the grade.
///
/// All chance is in the last two arguments: `u` is uniform, from 0 to below 1,
/// and `normal` is standard normal. The weights sum to one, but for rounding.
pub fn draw(
    weights: &[f64],
    means: &[f64],
    deviations: &[f64],
    u: f64,
    normal: f64,
) -> (usize, f64) {
    todo!()
}
