//! The solution of exercise 4.2.

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
    let mut so_far = 0.0;
    let is_reached = |weight: &f64| {
        so_far += weight;
        u < so_far
    };
    let last = weights.len() - 1;
    let group = weights.iter().position(is_reached).unwrap_or(last);
    (group, means[group] + deviations[group] * normal)
}
