mod boundaries;
mod joint;
mod posterior;
mod underflow;

use ch01::Gaussian;
use ch03::{LOC, PROBS, SCALE};
use chapter::{Control, Error, Figure, Settings};
use figure::curve;

use crate::Joint;

const MEANS: (f64, f64, f64) = (1.0, 6.0, 0.1);
const DEVIATIONS: (f64, f64, f64) = (0.1, 2.0, 0.1);

/// A share of nothing has no logarithm, and a group without members no border.
const SHARES: (f64, f64, f64) = (0.05, 0.95, 0.05);

const SHARE: Control =
    Control::slider("share", "share π₀ of the first", SHARES, PROBS[0]);

const MODEL: &[Control] = &[
    SHARE,
    Control::slider("loc-0", "first mean μ₀", MEANS, LOC[0]),
    Control::slider("scale-0", "first deviation σ₀", DEVIATIONS, SCALE[0]),
    Control::slider("loc-1", "second mean μ₁", MEANS, LOC[1]),
    Control::slider("scale-1", "second deviation σ₁", DEVIATIONS, SCALE[1]),
];

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
    let bell =
        |loc, scale| Gaussian::new(settings.get(loc)?, settings.get(scale)?);
    let share = settings.get("share")?;
    let bells = [bell("loc-0", "scale-0")?, bell("loc-1", "scale-1")?];
    Joint::new([share, 1.0 - share], bells)
}

/// The curve of a group, p(z, x) over x.
fn group(joint: &Joint, z: usize, from: f64, to: f64) -> Vec<(f64, f64)> {
    curve(from, to, |x| joint.by_index(z, x).unwrap_or(0.0))
}
