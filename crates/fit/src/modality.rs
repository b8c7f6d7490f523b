//! How many peaks, without a model.
//!
//! A peak of the curve from which data come, a component of a mixture and a group of things are three
//! questions; these functions ask the first. Exact numbers are taken at their places, intervals at their
//! middles. Equal numbers are handled as what they are, a step of the distribution function: nothing is
//! jittered. How much luck makes of them is told by simulation, and a simulated number is recorded as the data
//! were: rounded if they were.

mod bandwidth;
mod dip;

pub use bandwidth::{BandwidthTest, bandwidth_test, critical_bandwidth};
pub use dip::{DipTest, dip, dip_test};

use crate::{
    Error, Sample,
    order::{ascending, by_place},
};

/// The places of the data that have a weight, each once and ascending, with their weights; and the unit in
/// which they are measured, a power of two: one, unless differences would be too large or too small for numbers.
fn places(sample: &Sample) -> Result<(Vec<(f64, f64)>, f64), Error> {
    for (datum, &place) in sample.places().iter().enumerate() {
        let row = sample.rows()[place];
        for (end, value) in [("lower", row.lower), ("upper", row.upper)] {
            if !value.is_finite() {
                let argument = format!("{end}[{datum}]");
                let requirement = "finite where peaks are asked for";
                return Err(Error::argument(argument, requirement, value));
            }
        }
    }
    let [least, greatest] = sample.ends();
    let largest = least.abs().max(greatest.abs());
    let unit = if largest > 1e250 {
        libm::exp2(600.0)
    } else if largest < 1e-250 {
        libm::exp2(-600.0)
    } else {
        1.0
    };
    let rows = sample.rows().iter().filter(|row| row.weight > 0.0);
    let mut places: Vec<(f64, f64)> =
        rows.map(|row| (row.middle() / unit, row.weight)).collect();
    by_place(&mut places);
    places.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    Ok((places, unit))
}

/// Numbers ascending, equal ones once with their count.
fn counted(mut x: Vec<f64>) -> Vec<(f64, f64)> {
    ascending(&mut x);
    let mut places: Vec<(f64, f64)> = Vec::with_capacity(x.len());
    for x in x {
        match places.last_mut() {
            Some(last) if last.0 == x => last.1 += 1.0,
            _ => places.push((x, 1.0)),
        }
    }
    places
}

/// How often luck does as much: (1 + how often it did) / (1 + how often it was tried), so that it is never
/// zero.
fn p(as_much: usize, simulations: usize) -> f64 {
    (1 + as_much) as f64 / (1 + simulations) as f64
}
