mod border;
mod heaps;
mod moments;
mod two_peaks;
mod weather;
mod weights;

use chapter::Figure;

pub(crate) const FIGURES: &[Figure] = &[
    heaps::HEAPS,
    weights::SHARES,
    weights::WEIGHTS,
    weights::WEIGHTED_SUM,
    moments::WITHIN_AND_BETWEEN,
    two_peaks::TWO_PEAKS,
    border::BORDER,
    two_peaks::MAP,
    weather::WEATHER,
];
