//! The solution of exercise 2.5.

/// The area under `f` from `from` to `to`, by the midpoint rule: `strips`
/// rectangles of one width, each as high as `f` is in its middle.
pub fn midpoint(f: fn(f64) -> f64, from: f64, to: f64, strips: usize) -> f64 {
    let width = (to - from) / strips as f64;
    let middle = |strip: usize| from + (strip as f64 + 0.5) * width;
    (0..strips).map(|strip| f(middle(strip)) * width).sum()
}
