mod moments;
mod two_peaks;
mod weather;
mod weights;

use ch01::Gaussian;
use chapter::{Control, Error, Figure, Settings};

use crate::{LOC, PROBS, SCALE};

const MEANS: (f64, f64, f64) = (1.0, 6.0, 0.1);
const DEVIATIONS: (f64, f64, f64) = (0.1, 2.0, 0.1);
const SHARES: (f64, f64, f64) = (0.0, 1.0, 0.05);

const SHARE: Control =
    Control::slider("share", "share π₀ of the first", SHARES, PROBS[0]);

const MODEL: &[Control] = &[
    SHARE,
    Control::slider("loc-0", "first mean μ₀", MEANS, LOC[0]),
    Control::slider("scale-0", "first deviation σ₀", DEVIATIONS, SCALE[0]),
    Control::slider("loc-1", "second mean μ₁", MEANS, LOC[1]),
    Control::slider("scale-1", "second deviation σ₁", DEVIATIONS, SCALE[1]),
];

pub(crate) const FIGURES: &[Figure] = &[
    weights::SHARES,
    weights::WEIGHTS,
    weights::WEIGHTED_SUM,
    moments::WITHIN_AND_BETWEEN,
    two_peaks::TWO_PEAKS,
    two_peaks::MAP,
    weather::WEATHER,
];

/// The share of the first group and that of the second.
fn shares(settings: &Settings) -> Result<[f64; 2], Error> {
    let share = settings.get("share")?;
    if (0.0..=1.0).contains(&share) {
        Ok([share, 1.0 - share])
    } else {
        Err(Error::argument("share", "between 0 and 1", share))
    }
}

/// The bells that the controls of [`MODEL`] are set to.
fn bells(settings: &Settings) -> Result<[Gaussian; 2], Error> {
    let bell =
        |loc, scale| Gaussian::new(settings.get(loc)?, settings.get(scale)?);
    Ok([bell("loc-0", "scale-0")?, bell("loc-1", "scale-1")?])
}
