//! The solution of exercise 9.3.

/// How often luck does at least as much as `statistic`, by what it did in the
/// draws.
pub fn luck(statistic: f64, drawn: &[f64]) -> f64 {
    let as_much = drawn.iter().filter(|other| **other >= statistic).count();
    (1 + as_much) as f64 / (1 + drawn.len()) as f64
}
