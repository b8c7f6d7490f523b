/// Into how many stretches a curve is divided.
const STRETCHES: i32 = 280;

/// Points of the curve of `f` from `from` to `to`, close enough together to be drawn as smooth.
///
/// # Examples
///
/// ```
/// let parabola = figure::curve(0.0, 2.0, |x| x * (2.0 - x));
/// assert_eq!(parabola[0], (0.0, 0.0));
/// assert!(parabola.contains(&(1.0, 1.0)));
/// ```
pub fn curve(from: f64, to: f64, f: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
    let at =
        |nth: i32| from + (to - from) * f64::from(nth) / f64::from(STRETCHES);
    (0..=STRETCHES).map(at).map(|x| (x, f(x))).collect()
}

/// The heights of a curve's points.
///
/// # Examples
///
/// ```
/// let parabola = figure::curve(0.0, 2.0, |x| x * (2.0 - x));
/// assert_eq!(figure::heights(&parabola).fold(0.0, f64::max), 1.0);
/// ```
pub fn heights(curve: &[(f64, f64)]) -> impl Iterator<Item = f64> {
    curve.iter().map(|point| point.1)
}
