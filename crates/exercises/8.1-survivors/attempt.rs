//! Exercise 8.1. Replace the `todo!()`, then run `cargo book exercise 8.1`.

/// The places of the `keep` largest log-likelihoods, the largest first.
///
/// A runner that broke down has NaN, and comes last.
pub fn survivors(log_likelihoods: &[f64], keep: usize) -> Vec<usize> {
    todo!()
}
