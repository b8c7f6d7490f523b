use ch03::{BELLS, PROBS, chosen_bells};
use chapter::{Control, Error, Settings};
use figure::Ink;

use crate::Joint;

/// A share of nothing has no logarithm, and a group without members no border.
const SHARES: (f64, f64, f64) = (0.05, 0.95, 0.05);

/// A slider for the share of the first group.
pub(crate) const SHARE: Control =
    Control::slider("share", "share π₀ of the first", SHARES, PROBS[0])
        .ink(Ink::First);

/// All sliders of the model of two bells.
pub(crate) const MODEL: &[Control] =
    &[SHARE, BELLS[0], BELLS[1], BELLS[2], BELLS[3]];

/// The joint that the controls of [`MODEL`] are set to.
pub(crate) fn joint(settings: &Settings) -> Result<Joint, Error> {
    let share = settings.get("share")?;
    Joint::new([share, 1.0 - share], chosen_bells(settings)?)
}
