mod boundaries;
mod joint;
mod posterior;
mod underflow;

use chapter::Figure;

pub(crate) use underflow::dead_from;

pub(crate) const FIGURES: &[Figure] = &[
    joint::JOINT,
    joint::SLICE,
    posterior::POSTERIOR,
    posterior::SOFT_LABELS,
    underflow::UNDERFLOW,
    boundaries::BOUNDARIES,
];
