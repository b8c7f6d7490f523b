use ch01::Gaussian;
use chapter::Error;

use crate::{Integral, integrate};

/// The two bells of the sketch, wide and narrow, as mean and standard deviation.
pub const SKETCH: [(f64, f64); 2] = [(2.8, 0.9), (4.8, 0.3)];

/// The grade for which the chapter asks how probable it is to do as well or better.
pub const ASKED: f64 = 4.7;

/// How far from a bell's mean its stretches break, in its standard deviations. Beyond the last
/// there is less than 2e-23 of its area.
const BREAKS: [f64; 5] = [0.5, 1.5, 3.0, 6.0, 10.0];

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
/// As [`check_bells`].
pub fn area(bells: &[Gaussian]) -> Result<Integral, Error> {
    check_bells(bells)?;
    integrate(|x| superpose(bells, x), &breakpoints(bells), 1e-11)
}

/// The area under the sum of the bells to the left of `x`.
///
/// # Errors
///
/// [`Error::Argument`] if `x` is not finite, and as [`area`].
pub fn area_up_to(bells: &[Gaussian], x: f64) -> Result<Integral, Error> {
    check_bells(bells)?;
    if !x.is_finite() {
        return Err(Error::argument("x", "finite", x));
    }
    let mut breaks = breakpoints(bells);
    breaks.retain(|&point| point < x);
    breaks.push(x);
    integrate(|x| superpose(bells, x), &breaks, 1e-11)
}

/// The area under a bell within some standard deviations of its mean.
///
/// # Errors
///
/// As [`area`], and if `deviations` is negative.
pub fn area_within(bell: Gaussian, deviations: f64) -> Result<Integral, Error> {
    check_bells(&[bell])?;
    let reach = deviations * bell.scale();
    let ends = [bell.loc() - reach, bell.loc(), bell.loc() + reach];
    integrate(|x| bell.prob(x), &ends, 1e-11)
}

/// Says whether the area under these bells can be measured.
///
/// # Errors
///
/// [`Error::Empty`] without bells. [`Error::Argument`] for a bell more than a million standard
/// deviations away from zero, whose points can no longer be told apart well enough.
pub fn check_bells(bells: &[Gaussian]) -> Result<(), Error> {
    if bells.is_empty() {
        return Err(Error::Empty { argument: "bells" });
    }
    let far = |bell: &Gaussian| bell.loc().abs() > 1e6 * bell.scale();
    match bells.iter().position(far) {
        None => Ok(()),
        Some(index) => Err(Error::argument(
            format!("bells[{index}].loc"),
            "within a million standard deviations of zero",
            bells[index].loc(),
        )),
    }
}
