use super::{
    slope::{ROUNDING, VANISHING},
    stretch::Stretch,
};

/// How many coefficients of the series are computed.
const TERMS: usize = 10;

/// The logarithm of the factorial of [`TERMS`].
const LOG_FACTORIAL: f64 = 15.104_412_573_075_516;

/// Taylor's series of the slope around the middle of a stretch, in halves of its length, up to a
/// positive factor. Where many components add up to a smooth curve it knows what the sum of their
/// bounds does not.
pub(super) struct Taylor {
    coefficients: [f64; TERMS],
    /// What the terms beyond add at most.
    rest: f64,
    /// What rounding may have done to the first coefficient and to the second.
    slack: [f64; 2],
}

impl Taylor {
    /// The derivatives of exp(−z²/2) are Hermite's polynomials times it, with alternating signs.
    pub(super) fn of(stretch: &Stretch) -> Self {
        let unit = stretch.unit();
        let middle = stretch.from.midpoint(stretch.to);
        let half = 0.5 * stretch.length();
        let mut taylor =
            Self { coefficients: [0.0; TERMS], rest: 0.0, slack: [0.0; 2] };
        for part in &stretch.parts {
            let u = half / part.gaussian.scale;
            let exponent = part.log_slope() - unit;
            let (near, far) = part.distances(stretch.from, stretch.to);
            taylor.rest += libm::exp(exponent + log_rest(near, far, u));
            let z = part.gaussian.z_of(middle);
            let log = exponent - 0.5 * z * z;
            if !(log > -VANISHING) {
                continue;
            }
            let rounding = ROUNDING
                * (10.0 + part.log_slope().abs() + unit.abs() + 0.5 * z * z);
            let (mut before, mut hermite) = (1.0, z);
            let mut factor = -libm::exp(log);
            for (j, coefficient) in taylor.coefficients.iter_mut().enumerate() {
                let term = factor * hermite;
                *coefficient += term;
                if let Some(slack) = taylor.slack.get_mut(j) {
                    *slack += rounding * term.abs();
                }
                let n = (j + 1) as f64;
                (before, hermite) = (hermite, z * hermite - n * before);
                factor *= -u / n;
            }
        }
        taylor
    }

    /// Whether the slope is positive on all of the stretch, or negative.
    pub(super) fn sign(&self) -> Option<bool> {
        let others = self.coefficients.iter().skip(1).map(|c| c.abs());
        let others = others.sum::<f64>() + self.rest + self.slack[0];
        let first = self.coefficients[0];
        (first.abs() > others).then_some(first > 0.0)
    }

    /// Whether the slope is nowhere larger than what rounding makes of it: there no cutting helps.
    pub(super) fn is_nothing(&self) -> bool {
        let terms = self.coefficients.iter().map(|c| c.abs());
        terms.sum::<f64>() + self.rest <= 2.0 * self.slack[0]
    }

    /// Whether the slope only rises on the stretch, or only falls.
    pub(super) fn is_monotone(&self) -> bool {
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
    let by_zeros = n * libm::log(far.max(2.0 * n.sqrt())) - 0.5 * near * near;
    let by_cramer =
        0.0862 + 0.5 * (LOG_FACTORIAL + libm::log(n)) - 0.25 * near * near;
    by_zeros.min(by_cramer) + TERMS as f64 * libm::log(u) - LOG_FACTORIAL
}

#[cfg(test)]
mod tests {
    use super::{LOG_FACTORIAL, TERMS};

    #[test]
    fn the_factorial_is_that_of_the_terms() {
        let factorial: f64 = (1..=TERMS).map(|n| n as f64).product();
        assert_eq!(LOG_FACTORIAL, libm::log(factorial));
    }
}
