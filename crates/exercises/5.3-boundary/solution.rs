//! The solution of exercise 5.3.

/// The grade at which two classes are equally probable, if their bells are
/// equally wide.
///
/// The two means differ, and no weight is zero.
pub fn boundary(weights: [f64; 2], means: [f64; 2], deviation: f64) -> f64 {
    let middle = means[0].midpoint(means[1]);
    let odds = weights[0] / weights[1];
    middle + deviation * deviation / (means[1] - means[0]) * libm::log(odds)
}
