use super::slope::{ROUNDING, VANISHING};
use crate::{elementary::Double, normal_mixture::Part};

/// A stretch of the line, and the components that have a say in it.
pub(super) struct Stretch<'a> {
    pub(super) from: Double,
    pub(super) to: Double,
    pub(super) parts: Vec<&'a Part>,
}

impl<'a> Stretch<'a> {
    pub(super) fn new(
        from: Double,
        to: Double,
        mut parts: Vec<&'a Part>,
    ) -> Self {
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
        let locs = self.parts.iter().map(|part| part.gaussian.loc);
        let mut locs = locs.map(Double::from);
        if self.from >= self.to {
            None
        } else if locs.clone().all(|loc| loc >= self.to) {
            Some(true)
        } else {
            locs.all(|loc| loc <= self.from).then_some(false)
        }
    }

    /// A single point of it.
    pub(super) fn at(&self, x: Double) -> Self {
        Self { from: x, to: x, parts: self.parts.clone() }
    }

    /// How long it is.
    pub(super) fn length(&self) -> f64 {
        self.to.distance_from(self.from)
    }

    /// Where in a stretch with one peak or valley, which begins by rising or falling, that is.
    pub(super) fn root(&self, rises: bool) -> f64 {
        let (mut from, mut to) = (self.from, self.to);
        let mut point = self.at(from);
        let scales = self.parts.iter().map(|part| part.gaussian.scale);
        let finest = 1e-10 * scales.fold(f64::INFINITY, f64::min);
        loop {
            let middle = from.midpoint(to);
            let close = 0.25 * f64::EPSILON * f64::from(middle).abs();
            let is_close = to.distance_from(from) <= close;
            if is_close || middle <= from || to <= middle {
                return f64::from(to);
            }
            (point.from, point.to) = (middle, middle);
            // Where rounding hides the sign on more than a billionth of the finest scale, twice the
            // digits tell it.
            let slope = point.slope();
            let is_positive = slope.sign().unwrap_or_else(|| {
                if to.distance_from(from) > finest {
                    point.rises()
                } else {
                    f64::midpoint(slope.low, slope.high) > 0.0
                }
            });
            if is_positive == rises {
                from = middle;
            } else {
                to = middle;
            }
        }
    }

    /// Whether the slope at a single point is positive, with twice the digits.
    fn rises(&self) -> bool {
        let x = self.from;
        let log = |part: &Part| part.largest(x, x);
        let first = self.parts.first().copied();
        let largest = self.parts.iter().copied().fold(first, |best, part| {
            best.filter(|best| log(best) >= log(part)).or(Some(part))
        });
        let Some(unit) = largest else { return false };
        let z = |part: &Part| {
            let distance = x - Double::from(part.gaussian.loc);
            distance / Double::from(part.gaussian.scale)
        };
        let exponent = |z: Double| z * z * Double::from(-0.5);
        let of_unit = exponent(z(unit));
        let term = |part: &&Part| {
            if !(log(part) > log(unit) - VANISHING) {
                return Double::from(0.0);
            }
            let of = |a: f64, b: f64| Double::from(a) / Double::from(b);
            let scales = of(unit.gaussian.scale, part.gaussian.scale);
            let weights = of(part.weight, unit.weight);
            let z = z(part);
            -z * weights * scales * scales * (exponent(z) - of_unit).exp()
        };
        let terms = self.parts.iter().map(term);
        terms.fold(Double::from(0.0), |sum, term| sum + term).hi > 0.0
    }

    /// Whether the stretch is shorter than a hundred millionth of the smallest scale that has a say
    /// somewhere in it: where its own density is largest, it is not nothing beside the others.
    pub(super) fn is_fine(&self) -> bool {
        // Where no density is larger than nothing, no scale has a say; and where rounding leaves every
        // distance the same from end to end, cutting shows nothing new.
        let is_same = |part: &&Part| {
            let [a, b] = [self.from, self.to].map(|x| part.gaussian.z_of(x));
            (b - a).abs() <= 4.0 * f64::EPSILON * a.abs().max(b.abs())
        };
        if self.unit() == f64::NEG_INFINITY || self.parts.iter().all(is_same) {
            return true;
        }
        let scales = self.parts.iter().map(|part| part.gaussian.scale);
        if self.length() > 1e-8 * scales.fold(0.0, f64::max) {
            return false;
        }
        let has_a_say = |part: &&&Part| {
            let mean = Double::from(part.gaussian.loc);
            let x = if mean < self.from {
                self.from
            } else if self.to < mean {
                self.to
            } else {
                mean
            };
            let logs = self.parts.iter().map(|part| part.largest(x, x));
            let largest = logs.fold(f64::NEG_INFINITY, f64::max);
            let own = part.largest(x, x);
            own > f64::NEG_INFINITY && own >= largest - 36.0
        };
        let scales = self.parts.iter().filter(has_a_say);
        let scales = scales.map(|part| part.gaussian.scale);
        self.length() <= 1e-8 * scales.fold(f64::INFINITY, f64::min)
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
            let [a, b] = [self.from, self.to].map(|x| part.gaussian.z_of(x));
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
