mod certificate;
mod collapse;
mod crabs;
mod intervals;
mod map;
mod race;

use ch01::Gaussian;
use ch05::Joint;
use chapter::{Error, Figure};
use fit::Fit;

pub(crate) const FIGURES: &[Figure] = &[
    map::MAP,
    race::RACE,
    certificate::CERTIFICATE,
    collapse::COLLAPSE,
    intervals::INTERVALS,
    crabs::CRABS_FITTED,
];

/// The groups of a fit, as the chapters write them.
fn groups_of(fit: &Fit) -> Result<Joint, Error> {
    let normal = fit.mixture().components_distribution();
    let pairs = normal.loc().into_iter().zip(normal.scale());
    let bells: Result<Vec<Gaussian>, Error> =
        pairs.map(|(loc, scale)| Gaussian::new(loc, scale)).collect();
    let probs = fit.mixture().mixture_distribution().probs();
    Joint::new(probs.iter().copied().collect::<Vec<_>>(), bells?)
}
