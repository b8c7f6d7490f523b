use rand::RngExt as _;

use super::{counted, places};
use crate::{
    Error, Sample,
    parallel::{each, generator},
    refits::Recording,
};

/// So many places within a bandwidth are looked at for peaks.
const PER_BANDWIDTH: f64 = 4.0;

/// So far from its place, in bandwidths, a datum counts for nothing.
const REACH: f64 = 8.5;

/// Silverman's critical bandwidth (1981, *JRSS B* 43, 97–99): the smallest bandwidth with which a Gaussian
/// kernel makes of the sample a curve of no more than `modes` peaks. Weights are counts.
///
/// # Errors
///
/// [`Error::Argument`] for no mode and for an interval with an end at infinity; [`Error::Components`] if the
/// sample has fewer distinct places than modes are asked for, so that any bandwidth will do.
///
/// # Examples
///
/// ```
/// use fit::{Sample, modality::critical_bandwidth};
///
/// // Two data are one peak as soon as a kernel is as wide as half of what is between them.
/// let two = Sample::new([-1.0, 1.0])?;
/// assert!((critical_bandwidth(&two, 1)? - 1.0).abs() < 1e-8);
/// # Ok::<(), fit::Error>(())
/// ```
pub fn critical_bandwidth(sample: &Sample, modes: usize) -> Result<f64, Error> {
    let (places, unit) = checked(sample, modes)?;
    Ok(unit * critical(&places, modes))
}

/// Whether a sample needs more smoothing than luck makes necessary where there are so many peaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandwidthTest {
    modes: usize,
    bandwidth: f64,
    more: usize,
    simulations: usize,
}

impl BandwidthTest {
    /// How many peaks are supposed.
    #[must_use]
    pub fn modes(&self) -> usize {
        self.modes
    }

    /// The critical bandwidth of the sample.
    #[must_use]
    pub fn bandwidth(&self) -> f64 {
        self.bandwidth
    }

    /// How many of the simulated samples have more peaks with this bandwidth.
    #[must_use]
    pub fn more(&self) -> usize {
        self.more
    }

    /// How often a sample of a curve with so many peaks has more with this bandwidth: (1 + how many had) /
    /// (1 + how many were drawn).
    #[must_use]
    pub fn p(&self) -> f64 {
        super::p(self.more, self.simulations)
    }
}

/// Tests whether a sample has more than `modes` peaks: samples are drawn from the curve with the
/// [`critical_bandwidth`], as wide as the data are, and recorded as they were (the smoothed bootstrap: Silverman
/// 1981; Efron & Tibshirani 1993, section 16.5).
///
/// # Errors
///
/// As [`critical_bandwidth`]; [`Error::Recording`] if intervals overlap; [`Error::Argument`] for weights
/// that sum to more than 100 million.
///
/// # Examples
///
/// ```
/// use fit::{Sample, modality::bandwidth_test};
///
/// let waiting = Sample::new(datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min))?;
/// assert!(bandwidth_test(&waiting, 1, 200, 1)?.p() < 0.02);
/// assert!(bandwidth_test(&waiting, 2, 200, 1)?.p() > 0.2);
/// # Ok::<(), fit::Error>(())
/// ```
pub fn bandwidth_test(
    sample: &Sample,
    modes: usize,
    simulations: usize,
    seed: u64,
) -> Result<BandwidthTest, Error> {
    let (places, unit) = checked(sample, modes)?;
    let recording = Recording::of(sample)?;
    let bandwidth = critical(&places, modes);
    let len = sample.count()?;
    let total: f64 = places.iter().map(|place| place.1).sum();
    let mean = places.iter().map(|(x, w)| w * x).sum::<f64>() / total;
    let away = |(x, w): &(f64, f64)| w * (x - mean) * (x - mean);
    let variance = places.iter().map(away).sum::<f64>() / total;
    let shrink = 1.0 / (1.0 + bandwidth * bandwidth / variance).sqrt();
    let mut below = 0.0;
    let sums: Vec<f64> = places
        .iter()
        .map(|place| {
            below += place.1;
            below
        })
        .collect();
    let has_more = |simulation| {
        let mut rng = generator(seed, simulation);
        let mut draw = || {
            let u = rng.random::<f64>() * below;
            let place = sums.partition_point(|sum| *sum <= u);
            let x = places[place.min(places.len() - 1)].0;
            let noise = bandwidth * standard_normal(&mut rng);
            let x = mean + shrink * (x - mean + noise);
            recording.middle(unit * x) / unit
        };
        let drawn = counted((0..len).map(|_| draw()).collect());
        peaks(&drawn, bandwidth, modes) > modes
    };
    let more = each(simulations, has_more);
    let more = more.into_iter().filter(|more| *more).count();
    let bandwidth = unit * bandwidth;
    Ok(BandwidthTest { modes, bandwidth, more, simulations })
}

fn standard_normal(rng: &mut rand_pcg::Pcg64) -> f64 {
    // By the polar method (Marsaglia & Bray 1964).
    loop {
        let [u, v] = [0, 1].map(|_| 2.0 * rng.random::<f64>() - 1.0);
        let square = u * u + v * v;
        if square > 0.0 && square < 1.0 {
            return u * (-2.0 * libm::log(square) / square).sqrt();
        }
    }
}

fn checked(
    sample: &Sample,
    modes: usize,
) -> Result<(Vec<(f64, f64)>, f64), Error> {
    if modes == 0 {
        return Err(Error::argument("modes", "at least one", 0.0));
    }
    let (places, unit) = places(sample)?;
    let distinct = places.len();
    if distinct <= modes {
        return Err(Error::Components { components: modes + 1, distinct });
    }
    Ok((places, unit))
}

/// By halving: with a Gaussian kernel peaks only vanish as it gets wider.
fn critical(places: &[(f64, f64)], modes: usize) -> f64 {
    let extent = places[places.len() - 1].0 - places[0].0;
    // Half of what is between the farthest data is enough for one peak.
    let (mut narrow, mut wide) = (0.0, 0.5 * extent * (1.0 + 1e-9));
    let mut tried = wide;
    // First down by factors: data may lie anywhere.
    while narrow == 0.0 && tried > f64::MIN_POSITIVE {
        tried /= 4.0;
        if peaks(places, tried, modes) > modes {
            narrow = tried;
        } else {
            wide = tried;
        }
    }
    while wide - narrow > 1e-11 * wide {
        let middle = f64::midpoint(narrow, wide);
        if peaks(places, middle, modes) > modes {
            narrow = middle;
        } else {
            wide = middle;
        }
    }
    wide
}

/// How many peaks a kernel of this width makes, counted until they are more than enough.
///
/// The slope is looked at on a grid; and, between two of its places at which its bend or what bends that has
/// another sign, where these are zero. So a peak that has only just come is seen.
fn peaks(places: &[(f64, f64)], bandwidth: f64, enough: usize) -> usize {
    let mut peaks = Peaks { count: 0, rises: true };
    let is_apart = |one: &(f64, f64), other: &(f64, f64)| {
        other.0 - one.0 > 2.0 * REACH * bandwidth
    };
    for cluster in places.chunk_by(|one, other| !is_apart(one, other)) {
        peaks.rises = true;
        peaks.see_all(cluster, bandwidth, enough);
        // Beyond the last datum it falls.
        peaks.see(-1.0);
        if peaks.count > enough {
            break;
        }
    }
    peaks.count
}

/// A place and the first three derivatives there.
type Seen = (f64, [f64; 3]);

/// The peaks that were passed.
struct Peaks {
    count: usize,
    rises: bool,
}

impl Peaks {
    fn see(&mut self, slope: f64) {
        if self.rises && slope < 0.0 {
            self.count += 1;
            self.rises = false;
        } else if slope > 0.0 {
            self.rises = true;
        }
    }

    /// Sees the curve that data make that are not far apart.
    fn see_all(
        &mut self,
        places: &[(f64, f64)],
        bandwidth: f64,
        enough: usize,
    ) {
        let (first, last) = (places[0].0, places[places.len() - 1].0);
        let steps = (last - first) / bandwidth * PER_BANDWIDTH;
        let steps = libm::ceil(steps).max(1.0);
        let curve = |x: f64| derivatives(places, bandwidth, x);
        let mut before = (first, curve(first));
        let mut step = 1.0;
        while step <= steps && self.count <= enough {
            let x = first + (last - first) * step / steps;
            let here = (x, curve(x));
            if before.1[2] * here.1[2] < 0.0 {
                let turn = zero(&curve, 2, before, here);
                self.see_between(&curve, before, turn);
                self.see_between(&curve, turn, here);
            } else {
                self.see_between(&curve, before, here);
            }
            before = here;
            step += 1.0;
        }
    }

    /// Sees the slope at the second of two places and, if it is steepest or flattest between them, there.
    fn see_between(
        &mut self,
        curve: &impl Fn(f64) -> [f64; 3],
        from: Seen,
        to: Seen,
    ) {
        if from.1[1] * to.1[1] < 0.0 {
            self.see(zero(curve, 1, from, to).1[0]);
        }
        self.see(to.1[0]);
    }
}

/// Where a derivative that has different signs at two places is zero between them, by halving.
fn zero(
    curve: &impl Fn(f64) -> [f64; 3],
    derivative: usize,
    mut from: Seen,
    mut to: Seen,
) -> Seen {
    loop {
        let middle = f64::midpoint(from.0, to.0);
        if middle <= from.0 || middle >= to.0 {
            return from;
        }
        let here = (middle, curve(middle));
        if here.1[derivative] * from.1[derivative] > 0.0 {
            from = here;
        } else {
            to = here;
        }
    }
}

/// The first three derivatives of the curve, but for positive factors.
fn derivatives(places: &[(f64, f64)], bandwidth: f64, x: f64) -> [f64; 3] {
    let far = REACH * bandwidth;
    let from = places.partition_point(|place| place.0 < x - far);
    let mut sums = [0.0; 3];
    for (place, weight) in &places[from..] {
        let z = (place - x) / bandwidth;
        if z > REACH {
            break;
        }
        let density = weight * libm::exp(-0.5 * z * z);
        sums[0] += z * density;
        sums[1] += (z * z - 1.0) * density;
        sums[2] += z * (z * z - 3.0) * density;
    }
    sums
}
