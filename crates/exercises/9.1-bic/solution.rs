//! The solution of exercise 9.1.

/// Schwarz's criterion for so many bells on so many data: the least is the best.
pub fn bic(log_likelihood: f64, bells: usize, count: f64) -> f64 {
    // A mean and a deviation each, and all shares but the last.
    let parameters = 3.0 * bells as f64 - 1.0;
    parameters * libm::log(count) - 2.0 * log_likelihood
}
