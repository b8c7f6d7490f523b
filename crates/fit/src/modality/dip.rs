use rand::RngExt as _;

use super::{counted, places};
use crate::{
    Error, Sample,
    order::ascending,
    parallel::{each, generator},
    refits::Recording,
};

/// Hartigan and Hartigan's dip (1985, *Annals of Statistics* 13, 70–84): how far the distribution function of
/// the sample is from the nearest that has one peak. By their algorithm with the corrections of Mächler's R
/// package `diptest`, in a time that grows as the number of data; weights are counts. By convention it is at
/// least 1/(2N).
///
/// # Errors
///
/// [`Error::Argument`] for an interval with an end at infinity.
///
/// # Examples
///
/// ```
/// use fit::{Sample, modality::dip};
///
/// let waiting = Sample::new(datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min))?;
/// assert!((dip(&waiting)? - 0.041_436_887_255).abs() < 1e-12);
/// # Ok::<(), fit::Error>(())
/// ```
pub fn dip(sample: &Sample) -> Result<f64, Error> {
    Ok(of_places(&places(sample)?.0))
}

/// Whether a dip is larger than luck makes it where there is one peak.
#[derive(Clone, Debug, PartialEq)]
pub struct DipTest {
    dip: f64,
    null: Vec<f64>,
}

impl DipTest {
    /// The dip of the sample.
    #[must_use]
    pub fn dip(&self) -> f64 {
        self.dip
    }

    /// The dips of uniform samples of the same size, ascending.
    #[must_use]
    pub fn null(&self) -> &[f64] {
        &self.null
    }

    /// How often a uniform sample has as large a dip: (1 + how many had) / (1 + how many were drawn).
    #[must_use]
    pub fn p(&self) -> f64 {
        let below = self.null.partition_point(|null| *null < self.dip);
        super::p(self.null.len() - below, self.null.len())
    }
}

/// Tests whether a sample has more than one peak: its [`dip`] beside those of uniform samples, of all curves
/// with one peak the one whose samples dip most. For intervals these are drawn over all of them and recorded
/// as the data were, so that rounded numbers are compared with rounded ones.
///
/// # Errors
///
/// As [`dip`]; [`Error::Recording`] if intervals overlap; [`Error::Argument`] for weights
/// that sum to more than 100 million.
///
/// # Examples
///
/// ```
/// use fit::{Sample, modality::dip_test};
///
/// let waiting = Sample::new(datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min))?;
/// let test = dip_test(&waiting, 2000, 1)?;
/// assert!(test.p() < 0.005);
/// # Ok::<(), fit::Error>(())
/// ```
pub fn dip_test(
    sample: &Sample,
    simulations: usize,
    seed: u64,
) -> Result<DipTest, Error> {
    let (places, _) = places(sample)?;
    let recording = Recording::of(sample)?;
    let [least, greatest] = sample.extent();
    let len = sample.count()?;
    let dip_of_uniform = |simulation| {
        let mut rng = generator(seed, simulation);
        let mut draw = || {
            let part: f64 = rng.random();
            let x = least * (1.0 - part) + greatest * part;
            recording.middle(x)
        };
        of_places(&counted((0..len).map(|_| draw()).collect()))
    };
    let mut null = each(simulations, dip_of_uniform);
    ascending(&mut null);
    Ok(DipTest { dip: of_places(&places), null })
}

/// A place, and how many data lie there or below.
#[derive(Clone, Copy)]
struct Point {
    x: f64,
    rank: f64,
}

impl Point {
    /// Where the line from here to another point is at a place between them.
    fn line(self, to: Self, x: f64) -> f64 {
        let part = (x - self.x) / (to.x - self.x);
        self.rank + part * (to.rank - self.rank)
    }
}

/// The dip of ascending places with their weights.
fn of_places(places: &[(f64, f64)]) -> f64 {
    let total: f64 = places.iter().map(|place| place.1).sum();
    // A datum, if weights are counts.
    let is_counts = places.iter().all(|place| place.1 == place.1.trunc());
    let unit = if is_counts { 1.0 } else { 0.0 };
    let mut points = Vec::with_capacity(places.len());
    let mut below = 0.0;
    for &(x, weight) in places {
        // The first and the last of equal numbers.
        points.push(Point { x, rank: below + unit });
        if weight != unit {
            points.push(Point { x, rank: below + weight });
        }
        below += weight;
    }
    distance(&points, unit) / (2.0 * total)
}

/// Twice the largest distance to the nearest function that is convex and then concave, in data.
fn distance(points: &[Point], unit: f64) -> f64 {
    let last = points.len() - 1;
    if points[0].x == points[last].x {
        return unit;
    }
    let (minorant, majorant) = (convex(points), concave(points));
    let (mut low, mut high) = (0, last);
    let mut dip = unit;
    let (mut gcm, mut lcm) = (Vec::new(), Vec::new());
    loop {
        // The corners of the greatest convex minorant from `high` down, and of the least concave majorant
        // from `low` up.
        chain(&mut gcm, &minorant, high, low);
        chain(&mut lcm, &majorant, low, high);
        let Some((d, ig, ih)) = farthest(points, unit, &gcm, &lcm) else {
            break;
        };
        if d < dip {
            break;
        }
        // What lies outside of the two farthest corners.
        for ends in gcm[ig..].windows(2) {
            let (to, from) = (points[ends[0]], points[ends[1]]);
            dip = dip.max(above(&points[ends[1]..=ends[0]], from, to, unit));
        }
        for ends in lcm[ih..].windows(2) {
            let (from, to) = (points[ends[0]], points[ends[1]]);
            dip = dip.max(under(&points[ends[0]..=ends[1]], from, to, unit));
        }
        let between = (gcm[ig], lcm[ih]);
        if (low, high) == between {
            break;
        }
        (low, high) = between;
    }
    dip
}

/// For each point the corner before it of the greatest convex minorant up to it.
fn convex(points: &[Point]) -> Vec<usize> {
    let mut before = vec![0; points.len()];
    for j in 1..points.len() {
        let mut corner = j - 1;
        while corner != 0 {
            let next = before[corner];
            let [here, at, from] = [j, corner, next].map(|k| points[k]);
            let is_corner = (here.x - at.x) * (at.rank - from.rank)
                < (at.x - from.x) * (here.rank - at.rank);
            if is_corner {
                break;
            }
            corner = next;
        }
        before[j] = corner;
    }
    before
}

/// For each point the corner after it of the least concave majorant from it on.
fn concave(points: &[Point]) -> Vec<usize> {
    let last = points.len() - 1;
    let mut after = vec![last; points.len()];
    for k in (0..last).rev() {
        let mut corner = k + 1;
        while corner != last {
            let next = after[corner];
            let [here, at, to] = [k, corner, next].map(|k| points[k]);
            let is_corner = (here.x - at.x) * (at.rank - to.rank)
                < (at.x - to.x) * (here.rank - at.rank);
            if is_corner {
                break;
            }
            corner = next;
        }
        after[k] = corner;
    }
    after
}

fn chain(corners: &mut Vec<usize>, next: &[usize], from: usize, to: usize) {
    corners.clear();
    let mut corner = from;
    corners.push(corner);
    while corner != to {
        corner = next[corner];
        corners.push(corner);
    }
}

/// The largest distance between the minorant, whose corners descend, and the majorant, and the corners of
/// both around it; none where nothing is between.
fn farthest(
    points: &[Point],
    unit: f64,
    gcm: &[usize],
    lcm: &[usize],
) -> Option<(f64, usize, usize)> {
    let (mut ig, mut ih) = (gcm.len() - 1, lcm.len() - 1);
    if ig == 0 {
        return None;
    }
    if (ig, ih) == (1, 1) {
        return Some((unit, ig, ih));
    }
    let (mut ix, mut iv) = (ig - 1, 1);
    let mut most = 0.0;
    loop {
        let (corner, other) = (gcm[ix], lcm[iv]);
        if corner > other {
            // The next corner is one of the majorant.
            let (from, to) = (points[gcm[ix + 1]], points[corner]);
            let at = points[other];
            let distance = at.rank + unit - from.line(to, at.x);
            iv += 1;
            if distance >= most {
                (most, ig, ih) = (distance, ix + 1, iv - 1);
            }
        } else {
            let (from, to) = (points[lcm[iv - 1]], points[other]);
            let at = points[corner];
            let distance = from.line(to, at.x) + unit - at.rank;
            if distance >= most {
                (most, ig, ih) = (distance, ix, iv);
            }
            ix = ix.saturating_sub(1);
        }
        iv = iv.min(lcm.len() - 1);
        if gcm[ix] == lcm[iv] {
            return Some((most, ig, ih));
        }
    }
}

/// How far the distribution function comes above a stretch of the minorant.
fn above(points: &[Point], from: Point, to: Point, unit: f64) -> f64 {
    if to.rank - from.rank <= unit || to.x == from.x {
        return unit;
    }
    let distances =
        points.iter().map(|at| at.rank + unit - from.line(to, at.x));
    distances.fold(unit, f64::max)
}

/// How far it comes under a stretch of the majorant.
fn under(points: &[Point], from: Point, to: Point, unit: f64) -> f64 {
    if to.rank - from.rank <= unit || to.x == from.x {
        return unit;
    }
    let distances =
        points.iter().map(|at| from.line(to, at.x) + unit - at.rank);
    distances.fold(unit, f64::max)
}
