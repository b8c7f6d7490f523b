use ch01::Gaussian;
use chapter::{Control, Error, Handle, Pull, Settings, peak};
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

/// The tops and the flanks of two weighted bells in the first panel of a picture, which move the
/// sliders of [`BELLS`]; the tops also move the share of the first, whose slider has this name.
#[must_use]
pub fn bell_handles(
    weights: [f64; 2],
    bells: [(f64, f64); 2],
    share: &'static str,
) -> [Handle; 4] {
    let [first, second] = bells;
    let [low, high] = bells.map(|bell| 1.0 / peak(bell.1));
    let top = |bell: (f64, f64), weight, ink, mean, pull| {
        Handle::top(0, bell, weight, ink, mean).pulled_up(pull)
    };
    // The height of a weighted bell is its weight times its peak.
    let up = Pull::evenly(share, 0.0, low);
    let down = Pull::evenly(share, 1.0, -high);
    [
        top(first, weights[0], Ink::First, "loc-0", up),
        Handle::flank(0, first, weights[0], Ink::First, "scale-0"),
        top(second, weights[1], Ink::Second, "loc-1", down),
        Handle::flank(0, second, weights[1], Ink::Second, "scale-1"),
    ]
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
