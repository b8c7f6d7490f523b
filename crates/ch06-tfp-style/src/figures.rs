mod density;
mod quantile;
mod samples;
mod shapes;
mod tails;

use chapter::{Control, Error, Figure, Kind, Settings};

pub(crate) use tails::{Breaks, breaks};

pub(crate) const FIGURES: &[Figure] = &[
    shapes::FIGURE,
    density::FIGURE,
    samples::FIGURE,
    quantile::FIGURE,
    tails::FIGURE,
];

const fn slider(
    name: &'static str,
    label: &'static str,
    (min, max, step): (f64, f64, f64),
    default: f64,
) -> Control {
    let kind = Kind::Slider { min, max, step, default, unit: "" };
    Control { name, label, kind }
}

/// Points of a curve over equally spaced places.
fn curve((from, to): (f64, f64), f: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
    let at = |step: i32| from + (to - from) * f64::from(step) / 280.0;
    (0..=280).map(at).map(|x| (x, f(x))).collect()
}

fn heights(curve: &[(f64, f64)]) -> impl Iterator<Item = f64> {
    curve.iter().map(|point| point.1)
}

/// A setting that counts something, in a range that `requirement` tells.
fn count(
    settings: &Settings,
    name: &str,
    (most, requirement): (u32, &'static str),
) -> Result<u32, Error> {
    let value = settings.get(name)?;
    if (1.0..=f64::from(most)).contains(&value) {
        Ok(value as u32)
    } else {
        Err(Error::argument(name, requirement, value))
    }
}
