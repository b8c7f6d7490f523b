mod blocks;
mod broadcast;
mod density;
mod quantile;
mod samples;
mod shapes;
mod tails;

use chapter::Figure;

pub(crate) use tails::{Breaks, breaks};

pub(crate) const FIGURES: &[Figure] = &[
    shapes::FIGURE,
    broadcast::FIGURE,
    density::FIGURE,
    samples::FIGURE,
    quantile::FIGURE,
    tails::FIGURE,
];
