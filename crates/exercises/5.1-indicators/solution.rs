//! The solution of exercise 5.1.

/// The joint density of a group and a grade, as a product over all groups.
///
/// `indicators` has a 1 at the group and 0 elsewhere; `heights` are the heights of
/// the bells at the grade.
pub fn joint(indicators: &[u8], weights: &[f64], heights: &[f64]) -> f64 {
    let parts =
        weights.iter().zip(heights).map(|(weight, height)| weight * height);
    let powers = parts
        .zip(indicators)
        .map(|(part, &indicator)| libm::pow(part, f64::from(indicator)));
    powers.product()
}
