use std::f64::consts::{FRAC_1_SQRT_2, FRAC_2_PI};

/// How probable it is by the textbook's χ² with three degrees of freedom, one for each number of a bell, that
/// twice the gain is as large.
///
/// # Examples
///
/// ```
/// assert!((ch09::chi_squared_tail(7.814_728) - 0.05).abs() < 1e-6);
/// ```
#[must_use]
pub fn chi_squared_tail(statistic: f64) -> f64 {
    let root = statistic.max(0.0).sqrt();
    libm::erfc(root * FRAC_1_SQRT_2)
        + FRAC_2_PI.sqrt() * root * libm::exp(-0.5 * root * root)
}

/// How often luck does as much as the data did: the data count as one of the draws, so that it is never zero.
///
/// # Examples
///
/// ```
/// assert_eq!(ch09::luck(3.0, &[1.0, 4.0, 2.0]), 0.5);
/// ```
#[must_use]
pub fn luck(statistic: f64, drawn: &[f64]) -> f64 {
    let as_much = drawn.iter().filter(|other| **other >= statistic).count();
    (1 + as_much) as f64 / (1 + drawn.len()) as f64
}
