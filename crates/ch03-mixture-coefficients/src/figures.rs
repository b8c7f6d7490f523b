mod moments;
mod two_peaks;
mod weather;
mod weights;

use chapter::{Control, Error, Figure, Settings};

use crate::{BELLS, PROBS};

const SHARES: (f64, f64, f64) = (0.0, 1.0, 0.05);

const SHARE: Control =
    Control::slider("share", "share π₀ of the first", SHARES, PROBS[0]);

const MODEL: &[Control] = &[SHARE, BELLS[0], BELLS[1], BELLS[2], BELLS[3]];

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
