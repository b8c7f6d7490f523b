//! The solution of exercise 9.2.

/// How many peaks a row of heights has. Beyond its ends the ground is at zero.
pub fn peaks(heights: &[f64]) -> usize {
    let mut row = vec![0.0];
    row.extend(heights);
    row.push(0.0);
    row.dedup();
    let is_peak = |three: &&[f64]| three[0] < three[1] && three[1] > three[2];
    row.windows(3).filter(is_peak).count()
}
