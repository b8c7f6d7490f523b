mod boundaries;
mod joint;
mod posterior;
mod underflow;

use ch03::{BELLS, PROBS, chosen_bells};
use chapter::{Control, Error, Figure, Settings};
use figure::curve;

use crate::Joint;

/// A share of nothing has no logarithm, and a group without members no border.
const SHARES: (f64, f64, f64) = (0.05, 0.95, 0.05);

const SHARE: Control =
    Control::slider("share", "share π₀ of the first", SHARES, PROBS[0]);

const MODEL: &[Control] = &[SHARE, BELLS[0], BELLS[1], BELLS[2], BELLS[3]];

pub(crate) use underflow::dead_from;

pub(crate) const FIGURES: &[Figure] = &[
    joint::JOINT,
    joint::SLICE,
    posterior::POSTERIOR,
    posterior::SOFT_LABELS,
    underflow::UNDERFLOW,
    boundaries::BOUNDARIES,
];

/// The joint that the controls of [`MODEL`] are set to.
fn joint(settings: &Settings) -> Result<Joint, Error> {
    let share = settings.get("share")?;
    Joint::new([share, 1.0 - share], chosen_bells(settings)?)
}

/// The curve of a group, p(z, x) over x.
fn group(joint: &Joint, z: usize, from: f64, to: f64) -> Vec<(f64, f64)> {
    curve(from, to, |x| joint.by_index(z, x).unwrap_or(0.0))
}
