//! The solution of exercise 5.2.

/// How probable each class is, given the grade `x`, in a mixture of Gaussians.
///
/// `x` may be so far out that every bell is zero there in floating point.
pub fn responsibilities(
    weights: &[f64],
    means: &[f64],
    deviations: &[f64],
    x: f64,
) -> Vec<f64> {
    let log_joint = |class: usize| {
        let u = (x - means[class]) / deviations[class];
        libm::log(weights[class] / deviations[class]) - 0.5 * u * u
    };
    let logs: Vec<f64> = (0..weights.len()).map(log_joint).collect();
    let highest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let parts = logs.iter().map(|log| libm::exp(log - highest));
    let sum: f64 = parts.clone().sum();
    parts.map(|part| part / sum).collect()
}
