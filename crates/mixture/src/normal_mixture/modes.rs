use super::{NormalMixture, Part};
use crate::{Error, MixtureSameFamily, Normal, scalar::check_scalar};

impl MixtureSameFamily<Normal> {
    /// Where the density has its peaks, ascending.
    ///
    /// Every peak is found: the line is cut into stretches until each is known to hold none or
    /// one. Peaks closer than 1e-8 of the smallest standard deviation that matters there count as
    /// one. The highest is the one with the largest [`prob`](crate::Distribution::prob).
    ///
    /// # Errors
    ///
    /// [`Error::Batch`] unless the batch shape is `[]`.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Categorical, MixtureSameFamily, Normal};
    ///
    /// // Two bells of one width and weight have two peaks once their means are more than two
    /// // standard deviations apart.
    /// let even = |distance: f64| {
    ///     let normal = Normal::new([0.0, distance], 1.0)?;
    ///     MixtureSameFamily::new(Categorical::from_probs([0.5; 2])?, normal)
    /// };
    /// assert_eq!(even(1.9)?.modes()?.len(), 1);
    /// assert_eq!(even(2.1)?.modes()?.len(), 2);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    ///
    /// # References
    ///
    /// Améndola, Engström and Haase, *Maximum number of modes of Gaussian mixtures*, Information
    /// and Inference 9 (2020), 587–600: on the line there are never more modes than components.
    pub fn modes(&self) -> Result<Vec<f64>, Error> {
        check_scalar("modes", self)?;
        let points = self.member(0).critical_points();
        Ok(points.into_iter().step_by(2).collect())
    }

    /// Where the density has its valleys, ascending: one between each two neighbouring
    /// [`modes`](Self::modes), and none if there is a single mode.
    ///
    /// # Errors
    ///
    /// As [`modes`](Self::modes).
    pub fn antimodes(&self) -> Result<Vec<f64>, Error> {
        check_scalar("antimodes", self)?;
        let points = self.member(0).critical_points();
        Ok(points.into_iter().skip(1).step_by(2).collect())
    }

    /// Whether the density has a single peak.
    ///
    /// # Errors
    ///
    /// As [`modes`](Self::modes).
    pub fn is_unimodal(&self) -> Result<bool, Error> {
        check_scalar("is_unimodal", self)?;
        Ok(self.member(0).critical_points().len() == 1)
    }
}

impl NormalMixture {
    /// The peaks and valleys of the density in turn, from a peak to a peak.
    fn critical_points(&self) -> Vec<f64> {
        let locs = || self.parts.iter().map(|part| part.gaussian.loc);
        let from = locs().fold(f64::INFINITY, f64::min);
        let to = locs().fold(f64::NEG_INFINITY, f64::max);
        let whole = Stretch::new(from, to, self.parts.iter().collect());
        // To the left of all means the density rises, to the right it falls.
        let mut signs = vec![(from, true)];
        whole.signs(&mut signs);
        signs.push((to, false));
        // Between two neighbours that differ there is one peak or valley, between two that agree
        // there is none.
        let changes = signs.windows(2).filter(|two| two[0].1 != two[1].1);
        changes
            .map(|two| {
                let (from, to) = (two[0].0, two[1].0);
                let parts = whole.parts.clone();
                Stretch::new(from, to, parts).root(two[0].1)
            })
            .collect()
    }
}

/// A stretch of the line, and the components that have a say in it.
struct Stretch<'a> {
    from: f64,
    to: f64,
    parts: Vec<&'a Part>,
}

impl<'a> Stretch<'a> {
    fn new(from: f64, to: f64, mut parts: Vec<&'a Part>) -> Self {
        // What even at its largest vanishes beside another at its smallest.
        let smallest = |part: &Part| {
            let (_, far) = part.distances(from, to);
            part.log_slope() - 0.5 * far * far
        };
        let floor = parts
            .iter()
            .map(|part| smallest(part))
            .fold(f64::NEG_INFINITY, f64::max);
        parts.retain(|part| {
            part.largest(part.log_slope(), from, to) >= floor - VANISHING
        });
        Self { from, to, parts }
    }

    /// Finds out whether the density rises or falls, cutting the stretch in two until that is
    /// known of all of it, or until the slope changes its sign at most once.
    fn signs(&self, signs: &mut Vec<(f64, bool)>) {
        let taylor = || Taylor::of(self);
        let sign = self
            .side_of_all_means()
            .or_else(|| self.slope().sign())
            .or_else(|| taylor().sign());
        if let Some(rises) = sign {
            return signs.extend([(self.from, rises), (self.to, rises)]);
        }
        let middle = f64::midpoint(self.from, self.to);
        let is_fine = self.to - self.from <= self.finest()
            || middle <= self.from
            || self.to <= middle;
        if is_fine || taylor().is_monotone() {
            for x in [self.from, self.to] {
                let rises = self.at(x).slope().sign();
                signs.extend(rises.map(|rises| (x, rises)));
            }
            return;
        }
        for (from, to) in [(self.from, middle), (middle, self.to)] {
            Self::new(from, to, self.parts.clone()).signs(signs);
        }
    }

    /// Whether all means are to the right of the stretch, where the density rises, or all to the
    /// left.
    fn side_of_all_means(&self) -> Option<bool> {
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
    fn at(&self, x: f64) -> Self {
        Self { from: x, to: x, parts: self.parts.clone() }
    }

    /// Where in a stretch with one peak or valley, which begins by rising or falling, that is.
    fn root(&self, rises: bool) -> f64 {
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
    fn finest(&self) -> f64 {
        let x = f64::midpoint(self.from, self.to);
        let log = |part: &Part| part.largest(part.log_slope(), x, x);
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
    fn unit(&self) -> f64 {
        let largest = self
            .parts
            .iter()
            .map(|part| part.largest(part.log_slope(), self.from, self.to));
        largest.fold(f64::NEG_INFINITY, f64::max)
    }

    /// Bounds of the slope p′, up to a positive factor: the sum of those of its terms, each of
    /// which turns around one standard deviation from its mean.
    fn slope(&self) -> Bounds {
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
            let (low, high) = turns.chain([a, b]).map(term).fold(
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

/// Below the exponential of minus this there is no number.
const VANISHING: f64 = 745.2;

/// What rounding does to a number of this crate at the most, as a share of it.
const ROUNDING: f64 = 1e-15;

impl Part {
    /// log(πₖ/σₖ²), by which the component takes part in p′(x): that is, up to a factor, the sum of
    /// πₖ/σₖ²·exp(−z²/2)·(−z).
    fn log_slope(&self) -> f64 {
        self.log_weight - 2.0 * self.log_scale
    }

    /// How many standard deviations of it are between its mean and the nearest and the farthest
    /// point of a stretch.
    fn distances(&self, from: f64, to: f64) -> (f64, f64) {
        let [a, b] = [from, to].map(|x| self.gaussian.z(x));
        let (near, far) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
        (if a <= 0.0 && 0.0 <= b { 0.0 } else { near }, far)
    }

    /// The largest value of exponent − z²/2 on a stretch.
    fn largest(&self, exponent: f64, from: f64, to: f64) -> f64 {
        let (near, _) = self.distances(from, to);
        exponent - 0.5 * near * near
    }
}

/// What a curve stays between.
#[derive(Clone, Copy)]
struct Bounds {
    low: f64,
    high: f64,
}

impl Bounds {
    /// Whether the curve is positive, or negative; `None` where it may be either.
    fn sign(self) -> Option<bool> {
        if self.low > 0.0 {
            Some(true)
        } else if self.high < 0.0 {
            Some(false)
        } else {
            None
        }
    }
}

/// How many coefficients of the series are computed.
const TERMS: usize = 10;

/// Taylor's series of the slope around the middle of a stretch, in halves of its length, up to a
/// positive factor. Where many components add up to a smooth curve it knows what the sum of their
/// bounds does not.
struct Taylor {
    coefficients: [f64; TERMS],
    /// What the terms beyond add at the most.
    rest: f64,
    /// What rounding may have done to the first coefficient and to the second.
    slack: [f64; 2],
}

impl Taylor {
    /// The derivatives of exp(−z²/2) are Hermite's polynomials times it, with alternating signs.
    fn of(stretch: &Stretch) -> Self {
        let unit = stretch.unit();
        let middle = f64::midpoint(stretch.from, stretch.to);
        let half = 0.5 * (stretch.to - stretch.from);
        let mut taylor =
            Self { coefficients: [0.0; TERMS], rest: 0.0, slack: [0.0; 2] };
        for part in &stretch.parts {
            let u = half / part.gaussian.scale;
            let exponent = part.log_slope() - unit;
            let (near, far) = part.distances(stretch.from, stretch.to);
            taylor.rest += libm::exp(exponent + log_rest(near, far, u));
            let z = part.gaussian.z(middle);
            let log = exponent - 0.5 * z * z;
            if !(log > -VANISHING) {
                continue;
            }
            let (mut before, mut hermite) = (1.0, z);
            let mut factor = -libm::exp(log);
            for (j, coefficient) in taylor.coefficients.iter_mut().enumerate() {
                let term = factor * hermite;
                *coefficient += term;
                if let Some(slack) = taylor.slack.get_mut(j) {
                    *slack += 10.0 * ROUNDING * term.abs();
                }
                let n = (j + 1) as f64;
                (before, hermite) = (hermite, z * hermite - n * before);
                factor *= -u / n;
            }
        }
        taylor
    }

    /// Whether the slope is positive on all of the stretch, or negative.
    fn sign(&self) -> Option<bool> {
        let others = self.coefficients.iter().skip(1).map(|c| c.abs());
        let others = others.sum::<f64>() + self.rest + self.slack[0];
        let first = self.coefficients[0];
        (first.abs() > others).then_some(first > 0.0)
    }

    /// Whether the slope only rises on the stretch, or only falls.
    fn is_monotone(&self) -> bool {
        let others = self.coefficients.iter().enumerate().skip(2);
        let others: f64 = others.map(|(j, c)| j as f64 * c.abs()).sum();
        let rest = TERMS as f64 * self.rest;
        self.coefficients[1].abs() > others + rest + self.slack[1]
    }
}

/// The logarithm of a bound of what the series of (exp(−z²/2))′ leaves out, `u` standard
/// deviations around the middle, where z is between `near` and `far` in size.
///
/// The zeros of Hermite's polynomial of degree n are within 2√n, so that it stays below
/// max(z, 2√n)ⁿ. By Cramér's inequality it stays below 1.09·√n!·exp(z²/4).
fn log_rest(near: f64, far: f64, u: f64) -> f64 {
    let n = TERMS as f64 + 1.0;
    let log_factorial = libm::lgamma(n);
    let by_zeros = n * libm::log(far.max(2.0 * n.sqrt())) - 0.5 * near * near;
    let by_cramer =
        0.0862 + 0.5 * (log_factorial + libm::log(n)) - 0.25 * near * near;
    by_zeros.min(by_cramer) + TERMS as f64 * libm::log(u) - log_factorial
}
