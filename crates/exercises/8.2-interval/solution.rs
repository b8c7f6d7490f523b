//! The solution of exercise 8.2.

/// The logarithm of the probability that a bell gives the marks from `low` to
/// `high`. Either may be infinite.
pub fn log_prob_between(mean: f64, deviation: f64, low: f64, high: f64) -> f64 {
    let below = |x: f64| {
        let u = (x - mean) / deviation;
        0.5 * libm::erfc(-u * std::f64::consts::FRAC_1_SQRT_2)
    };
    libm::log(below(high) - below(low))
}
