//! Exercise 2.5. Replace the `todo!()`, then run `cargo book exercise 2.5`.

/// The area under `f` from `from` to `to`, by the midpoint rule: `strips`
/// rectangles of one width, each as high as `f` is in its middle.
pub fn midpoint(f: fn(f64) -> f64, from: f64, to: f64, strips: usize) -> f64 {
    todo!()
}
