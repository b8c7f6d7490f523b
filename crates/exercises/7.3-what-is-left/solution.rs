//! The solution of exercise 7.3.

/// What is left to gain after the last three values of a log-likelihood, if
/// each gain is the same part of the one before.
pub fn left(first: f64, second: f64, third: f64) -> f64 {
    let gain = third - second;
    let factor = gain / (second - first);
    gain * factor / (1.0 - factor)
}
