//! Exercise 9.3. Replace the `todo!()`, then run `cargo book exercise 9.3`.

/// How often luck does at least as much as `statistic`, by what it did in the
/// draws.
pub fn luck(statistic: f64, drawn: &[f64]) -> f64 {
    todo!()
}
