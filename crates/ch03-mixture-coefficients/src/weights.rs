use ch01::Gaussian;
use ch02::{Integral, breakpoints, check_bells, integrate};
use chapter::Error;

use crate::{LOC, SCALE};

/// How far the weights of a mixture may sum from one: what rounding leaves.
const ROUNDING: f64 = 1e-9;

/// The bells of the model.
pub(crate) fn bells() -> Result<[Gaussian; 2], Error> {
    Ok([Gaussian::new(LOC[0], SCALE[0])?, Gaussian::new(LOC[1], SCALE[1])?])
}

/// The weighted sum of the bells at `x`: Σ wₖ pₖ(x).
///
/// Any weights do, and what has no partner is left out. Whether the sum is a density is another question: [`check_weights`].
///
/// # Examples
///
/// ```
/// let bells = [ch01::Gaussian::new(2.5, 0.6)?, ch01::Gaussian::new(4.8, 0.3)?];
/// let sum = ch03::weighted_sum(&[0.6, 0.4], &bells, 3.0);
/// assert_eq!(sum, 0.6 * bells[0].prob(3.0) + 0.4 * bells[1].prob(3.0));
/// # Ok::<(), chapter::Error>(())
/// ```
#[must_use]
pub fn weighted_sum(weights: &[f64], bells: &[Gaussian], x: f64) -> f64 {
    let heights = bells.iter().map(|bell| bell.prob(x));
    weights.iter().zip(heights).map(|(weight, height)| weight * height).sum()
}

/// The area under the weighted sum of the bells, measured by the rule of chapter 2.
///
/// # Errors
///
/// [`Error::Argument`] if there are not as many weights as bells, or if one is not between −1e100
/// and 1e100; and as [`check_bells`].
pub fn weighted_area(
    weights: &[f64],
    bells: &[Gaussian],
) -> Result<Integral, Error> {
    if weights.len() != bells.len() {
        return Err(Error::argument(
            "the number of weights",
            "that of the bells",
            weights.len() as f64,
        ));
    }
    check_bells(bells)?;
    let sound = -1e100..=1e100;
    if let Some(index) = weights.iter().position(|w| !sound.contains(w)) {
        let (argument, weight) = (format!("weights[{index}]"), weights[index]);
        return Err(Error::argument(argument, "from -1e100 to 1e100", weight));
    }
    let size = weights.iter().map(|weight| weight.abs()).sum::<f64>();
    let sum = |x| weighted_sum(weights, bells, x);
    integrate(sum, &breakpoints(bells), 1e-11 * size.max(1.0))
}

/// Says whether these are the weights of a mixture: none negative, and their sum one.
///
/// # Errors
///
/// [`Error::Empty`] without weights; [`Error::Argument`] for a weight that is negative or not
/// finite, and for a sum that is not one.
///
/// # Examples
///
/// ```
/// assert!(ch03::check_weights(&[0.6, 0.4]).is_ok());
/// let refusal = ch03::check_weights(&[1.2, -0.2]).unwrap_err();
/// assert_eq!(refusal.to_string(), "weights[1] must be finite and not negative, got -0.2");
/// ```
pub fn check_weights(weights: &[f64]) -> Result<(), Error> {
    if weights.is_empty() {
        return Err(Error::Empty { argument: "weights" });
    }
    for (index, &weight) in weights.iter().enumerate() {
        if !(0.0..f64::INFINITY).contains(&weight) {
            let argument = format!("weights[{index}]");
            let requirement = "finite and not negative";
            return Err(Error::argument(argument, requirement, weight));
        }
    }
    let total: f64 = weights.iter().sum();
    if (total - 1.0).abs() <= ROUNDING {
        Ok(())
    } else {
        Err(Error::argument("the sum of weights", "one", total))
    }
}
