use ch01::Gaussian;
use chapter::Error;

use crate::{Integral, integrate};

/// The two bells of the sketch, wide and narrow, as mean and standard deviation.
pub const SKETCH: [(f64, f64); 2] = [(2.8, 0.9), (4.8, 0.3)];

/// How far from a bell's mean its stretches break, in its standard deviations. Beyond the last
/// there is less than 2e-23 of its area.
pub const BREAKS: [f64; 5] = [0.5, 1.5, 3.0, 6.0, 10.0];

/// The bells of [`SKETCH`].
pub(crate) fn sketch() -> Result<[Gaussian; 2], Error> {
    let [(wide, wide_scale), (narrow, narrow_scale)] = SKETCH;
    Ok([Gaussian::new(wide, wide_scale)?, Gaussian::new(narrow, narrow_scale)?])
}

/// The sum of the bells at `x`: at every grade, their heights on top of each other.
#[must_use]
pub fn superpose(bells: &[Gaussian], x: f64) -> f64 {
    bells.iter().map(|bell| bell.prob(x)).sum()
}

/// Where the stretches of an area under these bells begin and end, ascending.
#[must_use]
pub fn breakpoints(bells: &[Gaussian]) -> Vec<f64> {
    let mut breaks: Vec<f64> = bells
        .iter()
        .flat_map(|bell| {
            let steps =
                BREAKS.iter().flat_map(|step| [-step, *step]).chain([0.0]);
            steps.map(|step| bell.loc() + step * bell.scale())
        })
        .collect();
    breaks.sort_by(f64::total_cmp);
    breaks
}

/// The area under the sum of the bells, from far left of all of them to far right.
///
/// # Errors
///
/// As [`integrate()`].
pub fn area(bells: &[Gaussian]) -> Result<Integral, Error> {
    integrate(|x| superpose(bells, x), &breakpoints(bells), 1e-11)
}

/// The area under the sum of the bells to the left of `x`.
///
/// # Errors
///
/// [`Error::Argument`] if `x` is not finite, and as [`integrate()`].
pub fn area_up_to(bells: &[Gaussian], x: f64) -> Result<Integral, Error> {
    if !x.is_finite() {
        return Err(Error::argument("x", "finite", x));
    }
    let mut breaks = breakpoints(bells);
    let first = breaks.first().copied().unwrap_or(x);
    breaks.retain(|&point| point < x);
    breaks.push(x.max(first));
    integrate(|x| superpose(bells, x), &breaks, 1e-11)
}
