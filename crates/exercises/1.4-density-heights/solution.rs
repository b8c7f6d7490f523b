//! The solution of exercise 1.4.

/// The heights of a histogram's bars, whose areas sum to one.
///
/// `counts` are the students in each bin, at least one in all, and `width` is
/// the width of a bin.
pub fn heights(counts: &[usize], width: f64) -> Vec<f64> {
    let students: usize = counts.iter().sum();
    let area = students as f64 * width;
    counts.iter().map(|&count| count as f64 / area).collect()
}
