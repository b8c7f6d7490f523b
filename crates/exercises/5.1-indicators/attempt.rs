//! Exercise 5.1. Replace the `todo!()`, then run `cargo book exercise 5.1`.

/// The joint density of a group and a grade, as a product over all groups.
///
/// `indicators` has a 1 at the group and 0 elsewhere; `heights` are the heights of
/// the bells at the grade.
pub fn joint(indicators: &[u8], weights: &[f64], heights: &[f64]) -> f64 {
    todo!()
}
