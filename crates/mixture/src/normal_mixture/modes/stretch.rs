use super::slope::{ROUNDING, VANISHING};
use crate::normal_mixture::Part;

/// A stretch of the line, and the components that have a say in it.
pub(super) struct Stretch<'a> {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) parts: Vec<&'a Part>,
}

impl<'a> Stretch<'a> {
    pub(super) fn new(from: f64, to: f64, mut parts: Vec<&'a Part>) -> Self {
        // What even at its largest vanishes beside another at its smallest.
        let smallest = |part: &Part| {
            let (_, far) = part.distances(from, to);
            part.log_slope() - 0.5 * far * far
        };
        let floor = parts
            .iter()
            .map(|part| smallest(part))
            .fold(f64::NEG_INFINITY, f64::max);
        parts.retain(|part| part.largest(from, to) >= floor - VANISHING);
        Self { from, to, parts }
    }

    /// Whether all means are to the right of the stretch, where the density rises, or all to the
    /// left.
    pub(super) fn side_of_all_means(&self) -> Option<bool> {
        let mut locs = self.parts.iter().map(|part| part.gaussian.loc);
        if self.from >= self.to {
            None
        } else if locs.clone().all(|loc| loc >= self.to) {
            Some(true)
        } else {
            locs.all(|loc| loc <= self.from).then_some(false)
        }
    }

    /// A single point of it.
    pub(super) fn at(&self, x: f64) -> Self {
        Self { from: x, to: x, parts: self.parts.clone() }
    }

    /// Where in a stretch with one peak or valley, which begins by rising or falling, that is.
    pub(super) fn root(&self, rises: bool) -> f64 {
        let (mut from, mut to) = (self.from, self.to);
        let mut point = self.at(from);
        loop {
            let middle = f64::midpoint(from, to);
            if middle <= from || to <= middle {
                return to;
            }
            (point.from, point.to) = (middle, middle);
            let slope = point.slope();
            if (f64::midpoint(slope.low, slope.high) > 0.0) == rises {
                from = middle;
            } else {
                to = middle;
            }
        }
    }

    /// A hundred millionth of the smallest scale that has a say in the middle, or all of the
    /// stretch where no density is larger than nothing.
    pub(super) fn finest(&self) -> f64 {
        let x = f64::midpoint(self.from, self.to);
        let log = |part: &Part| part.largest(x, x);
        let logs = self.parts.iter().map(|part| log(part));
        let largest = logs.fold(f64::NEG_INFINITY, f64::max);
        let said = self.parts.iter().filter(|part| log(part) >= largest - 36.0);
        let smallest =
            said.map(|part| part.gaussian.scale).fold(f64::INFINITY, f64::min);
        if largest == f64::NEG_INFINITY {
            f64::INFINITY
        } else {
            1e-8 * smallest
        }
    }

    /// The largest term of the slope, up to the factor −z, as a logarithm: what it is measured by.
    pub(super) fn unit(&self) -> f64 {
        let largest =
            self.parts.iter().map(|part| part.largest(self.from, self.to));
        largest.fold(f64::NEG_INFINITY, f64::max)
    }

    /// Bounds of the slope p′, up to a positive factor: the sum of those of its terms, each of
    /// which turns around one standard deviation from its mean.
    pub(super) fn slope(&self) -> Bounds {
        let unit = self.unit();
        let mut bounds = Bounds { low: 0.0, high: 0.0 };
        for part in &self.parts {
            // A term, and what rounding may have done to it.
            let term = |z: f64| {
                let exponents = [part.log_slope(), -unit, -0.5 * z * z];
                let log: f64 = exponents.iter().sum();
                // Written so that the difference of two infinities is left out.
                if !(log > -VANISHING) {
                    return (0.0, 0.0);
                }
                let value = -z * libm::exp(log);
                let sizes = exponents.iter().map(|exponent| exponent.abs());
                (value, value.abs() * ROUNDING * (10.0 + sizes.sum::<f64>()))
            };
            let [a, b] = [self.from, self.to].map(|x| part.gaussian.z(x));
            let turns = [-1.0, 1.0].into_iter().filter(|z| a < *z && *z < b);
            // A single point has one end.
            let ends = [a].into_iter().chain((a != b).then_some(b));
            let (low, high) = turns.chain(ends).map(term).fold(
                (f64::INFINITY, f64::NEG_INFINITY),
                |(low, high), (value, slack)| {
                    (low.min(value - slack), high.max(value + slack))
                },
            );
            bounds.low += low;
            bounds.high += high;
        }
        bounds
    }
}

/// What a curve stays between.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    low: f64,
    high: f64,
}

impl Bounds {
    /// Whether the curve is positive, or negative; `None` where it may be either.
    pub(super) fn sign(self) -> Option<bool> {
        if self.low > 0.0 {
            Some(true)
        } else if self.high < 0.0 {
            Some(false)
        } else {
            None
        }
    }
}
