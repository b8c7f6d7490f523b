//! Exercise 2.4. Replace the `todo!()`, then run `cargo book exercise 2.4`.

/// The height at `x` of the bell with mean `loc` and standard deviation
/// `scale`.
pub fn bell(x: f64, loc: f64, scale: f64) -> f64 {
    todo!()
}
