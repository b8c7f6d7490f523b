//! The solution of exercise 5.1.

/// The joint density of a class and a grade, as a product over all classes.
///
/// `z` has a 1 at the class and 0 elsewhere; `heights` are the heights of the
/// bells at the grade.
pub fn joint(z: &[u8], weights: &[f64], heights: &[f64]) -> f64 {
    let parts =
        weights.iter().zip(heights).map(|(weight, height)| weight * height);
    let powers = parts.zip(z).map(|(part, &z)| libm::pow(part, f64::from(z)));
    powers.product()
}
