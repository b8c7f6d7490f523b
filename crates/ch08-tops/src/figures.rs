mod certificate;
mod collapse;
mod crabs;
mod intervals;
mod map;
mod race;

use chapter::Figure;

pub(crate) const FIGURES: &[Figure] = &[
    map::MAP,
    race::RACE,
    certificate::CERTIFICATE,
    collapse::COLLAPSE,
    intervals::INTERVALS,
    crabs::CRABS_FITTED,
];
