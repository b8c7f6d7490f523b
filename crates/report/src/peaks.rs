use fit::{Error, Sample, modality};

use crate::{counted, percent};

/// So many samples are drawn to learn what luck does, where there are few numbers.
const DRAWN: usize = 199;

/// So many at least: with them luck can be refused once in twenty.
const DRAWN_AT_LEAST: usize = 19;

/// So many numbers are drawn in all for the dip: in a browser it takes seconds.
const NUMBERS_DRAWN: usize = 4_000_000;

/// A kernel on each number, and asked at each of the places: of more pairs nobody is kept waiting for.
const PAIRS: usize = 300_000;

/// What luck does less often than this it is not given.
const LEVEL: f64 = 0.05;

/// Of more peaks nobody is told.
const MOST: usize = 4;

/// How many peaks the numbers support, by the dip and by the critical bandwidth.
pub(crate) fn sentences(sample: &Sample) -> Vec<String> {
    // An interval without an end has no place where a peak might be.
    let ends = || sample.folded().flat_map(|(ends, _)| ends);
    if ends().any(f64::is_infinite) {
        return Vec::new();
    }
    asked(sample).unwrap_or_else(|error| {
        vec![format!("How many there are these numbers cannot tell: {error}.")]
    })
}

fn asked(sample: &Sample) -> Result<Vec<String>, Error> {
    let (len, places) = (sample.total_weight().max(1.0), sample.distinct());
    let drawn = (NUMBERS_DRAWN as f64 / len) as usize;
    let drawn = drawn.clamp(DRAWN_AT_LEAST, DRAWN);
    let dip = modality::dip_test(sample, drawn, 1)?;
    let often = percent(dip.p());
    let by_luck =
        format!("a single peak dips as deep by luck {often} of the time");
    let dips = dip.p() <= LEVEL;
    if sample.len().saturating_mul(places) > PAIRS {
        return Ok(vec![if dips {
            format!("There is more than one: {by_luck}.")
        } else {
            format!("One peak is enough: {by_luck}.")
        }]);
    }
    let mut test = modality::bandwidth_test(sample, 1, DRAWN, 1)?;
    let first = percent(test.p());
    while test.p() < LEVEL && test.modes() + 1 < MOST {
        test = modality::bandwidth_test(sample, test.modes() + 1, DRAWN, 1)?;
    }
    let supported = test.modes() + usize::from(test.p() < LEVEL);
    let kernels = format!(
        "Kernels support {}: a single one needs as wide a kernel {first} of the time by luck.",
        counted(supported, "peak"),
    );
    Ok(match (dips, supported > 1) {
        (true, true) => {
            vec![format!("There is more than one: {by_luck}."), kernels]
        }
        (false, false) => vec![format!(
            "One peak is enough: it dips as deep by luck {often} of the time."
        )],
        _ => vec![
            format!(
                "Whether there is more than one these numbers cannot tell: {by_luck}."
            ),
            kernels,
        ],
    })
}
