//! The solution of exercise 7.1.

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
    let log_joint = |d: usize, x: f64| {
        let u = (x - means[d]) / deviations[d];
        let bell = -0.5 * u * u - libm::log(deviations[d]);
        libm::log(weights[d]) + bell - 0.5 * libm::log(std::f64::consts::TAU)
    };
    let log_density = |&x: &f64| {
        let logs: Vec<f64> =
            (0..weights.len()).map(|d| log_joint(d, x)).collect();
        let highest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = logs.iter().map(|log| libm::exp(log - highest)).sum();
        highest + libm::log(sum)
    };
    grades.iter().map(log_density).sum()
}
