//! The solution of exercise 2.4.

/// The height at `x` of the bell with mean `loc` and standard deviation
/// `scale`.
pub fn bell(x: f64, loc: f64, scale: f64) -> f64 {
    let u = (x - loc) / scale;
    libm::exp(-0.5 * u * u) / (scale * std::f64::consts::TAU.sqrt())
}
