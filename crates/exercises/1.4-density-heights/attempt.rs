//! Exercise 1.4. Replace the `todo!()`, then run `cargo book exercise 1.4`.

/// The heights of a histogram's bars, whose areas sum to one.
///
/// `counts` are the students in each bin, at least one in all, and `width` is
/// the width of a bin.
pub fn heights(counts: &[usize], width: f64) -> Vec<f64> {
    todo!()
}
