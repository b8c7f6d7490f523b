//! The solution of exercise 3.2.

/// The mean and the variance of a mixture, from the weights of its components,
/// their means and their standard deviations.
pub fn mean_and_variance(
    weights: &[f64],
    means: &[f64],
    deviations: &[f64],
) -> (f64, f64) {
    let mean =
        weights.iter().zip(means).map(|(weight, mean)| weight * mean).sum();
    let mut variance = 0.0;
    for class in 0..weights.len() {
        let within = deviations[class] * deviations[class];
        let between = (means[class] - mean) * (means[class] - mean);
        variance += weights[class] * (within + between);
    }
    (mean, variance)
}
