//! Exercise 8.2. Replace the `todo!()`, then run `cargo book exercise 8.2`.

/// The logarithm of the probability that a bell gives the marks from `low` to
/// `high`. Either may be infinite.
pub fn log_prob_between(mean: f64, deviation: f64, low: f64, high: f64) -> f64 {
    todo!()
}
