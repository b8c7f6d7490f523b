use ch01::Gaussian;
use chapter::{Control, Error, Settings};
use figure::Ink;

use crate::{LOC, PROBS, SCALE};

const MEANS: (f64, f64, f64) = (1.0, 6.0, 0.1);
const DEVIATIONS: (f64, f64, f64) = (0.1, 2.0, 0.1);

/// Sliders for the mean and the deviation of each of two bells, at those of the model.
pub const BELLS: [Control; 4] = [
    Control::slider("loc-0", "first mean μ₀", MEANS, LOC[0]).ink(Ink::First),
    Control::slider("scale-0", "first deviation σ₀", DEVIATIONS, SCALE[0])
        .ink(Ink::First),
    Control::slider("loc-1", "second mean μ₁", MEANS, LOC[1]).ink(Ink::Second),
    Control::slider("scale-1", "second deviation σ₁", DEVIATIONS, SCALE[1])
        .ink(Ink::Second),
];

const SHARES: (f64, f64, f64) = (0.0, 1.0, 0.05);

/// A slider for the share of the first group.
pub(crate) const SHARE: Control =
    Control::slider("share", "share π₀ of the first", SHARES, PROBS[0])
        .ink(Ink::First);

/// All sliders of the model of two bells.
pub(crate) const MODEL: &[Control] =
    &[SHARE, BELLS[0], BELLS[1], BELLS[2], BELLS[3]];

/// The bells that the sliders of [`BELLS`] are set to.
///
/// # Errors
///
/// [`Error::UnknownControl`] if the figure lacks one of them, [`Error::Argument`] for a deviation
/// that is not positive and for what is not finite.
pub fn chosen_bells(settings: &Settings) -> Result<[Gaussian; 2], Error> {
    let bell =
        |loc, scale| Gaussian::new(settings.get(loc)?, settings.get(scale)?);
    Ok([bell("loc-0", "scale-0")?, bell("loc-1", "scale-1")?])
}

/// The share of the first group and that of the second, as [`SHARE`] is set.
pub(crate) fn shares(settings: &Settings) -> Result<[f64; 2], Error> {
    let share = settings.get("share")?;
    if (0.0..=1.0).contains(&share) {
        Ok([share, 1.0 - share])
    } else {
        Err(Error::argument("share", "between 0 and 1", share))
    }
}
