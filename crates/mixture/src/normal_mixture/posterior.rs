use super::{NormalMixture, Part};
use crate::{
    bulk::{Kernel, run},
    elementary::{Double, Lanes, exp_normal},
    reduce::normalize_logs,
};

/// The fast formulas know no smaller probabilities than normal numbers: from here on they are not
/// believed.
const SMALL: f64 = 1e-300;

/// The smallest exponent that the fast formulas see; its exponential is below [`SMALL`].
const LOWEST: f64 = -705.0;

/// A function a·x + b of a point, by its zero, which has twice the digits of a number: near it the
/// value keeps its digits.
#[derive(Clone, Copy, Debug)]
struct Linear {
    slope: f64,
    zero: Double,
    /// What is added: all of the value where the slope is zero or the zero is too far away.
    constant: f64,
}

impl Linear {
    /// `slope·(x − numerator/denominator)`, or where there is no such zero `slope·x + constant`.
    fn new(
        slope: f64,
        [numerator, denominator]: [Double; 2],
        constant: f64,
    ) -> Self {
        let zero = numerator / denominator;
        let size = zero.hi.abs();
        // A zero that is hardly one: the slope is nothing beside the constant.
        if denominator.hi != 0.0 && size < FARTHEST_ZERO && !zero.lo.is_nan() {
            Self { slope, zero, constant: 0.0 }
        } else {
            Self { slope, zero: Double::from(0.0), constant }
        }
    }

    #[inline(always)]
    fn at<const L: usize>(&self, x: Lanes<L>) -> Lanes<L> {
        ((x - self.zero.hi) - self.zero.lo) * self.slope + self.constant
    }
}

/// No number of the parts' unit is as large.
const FARTHEST_ZERO: f64 = 1e290;

/// A component against the widest one, `w`, both given a point.
///
/// The logarithm of a component's weighted density is compared with that of the widest one: their
/// difference is a product of two linear functions, each known by its zero. So it keeps its digits
/// where the two logarithms are large and nearly equal, and has its limit far out, where the widest
/// wins.
///
/// ```text
/// log(πₖpₖ) − log(π_w p_w) = log(peakₖ/peak_w) − (ζₖ − ζ_w)(ζₖ + ζ_w)
/// ζₖ ± ζ_w = (1/√2σₖ ± 1/√2σ_w)·(x − (σ_w μₖ ± σₖ μ_w)/(σ_w ± σₖ))
/// ```
pub(super) struct Comparison {
    /// The other component.
    k: usize,
    difference: Linear,
    sum: Linear,
    log_ratio: f64,
}

impl Comparison {
    pub(super) fn of(part: &Part, widest: &Part) -> Self {
        let (this, wide) = (part.gaussian, widest.gaussian);
        // Measured by the wider scale, so that no product is too large.
        let narrow = Double::from(this.scale) / Double::from(wide.scale);
        let [of_this, of_wide] =
            [Double::from(this.loc), narrow * Double::from(wide.loc)];
        let linear = |sign: f64| {
            let signed = |x: Double| if sign < 0.0 { -x } else { x };
            let numerator = of_this + signed(of_wide);
            let denominator = Double::ONE + signed(narrow);
            let slope = denominator.hi * part.rate;
            let constant = -(numerator.hi * part.rate);
            Linear::new(slope, [numerator, denominator], constant)
        };
        Self {
            k: part.k,
            difference: linear(-1.0),
            sum: linear(1.0),
            log_ratio: part.log_peak_over(widest),
        }
    }

    /// The difference of the logarithms.
    #[inline(always)]
    pub(super) fn log_odds<const L: usize>(&self, x: Lanes<L>) -> Lanes<L> {
        self.log_ratio - self.difference.at(x) * self.sum.at(x)
    }
}

/// The posterior of two components, the widest one and another.
struct OfTwo {
    other: Comparison,
}

impl Kernel<f64> for OfTwo {
    #[inline(always)]
    fn width(&self) -> usize {
        2
    }

    #[inline(always)]
    fn points<const L: usize>(&self, x: [f64; L], probs: &mut [f64]) {
        // Those of the first component against the second.
        let sign = if self.other.k == 0 { 1.0 } else { -1.0 };
        let log_odds = self.other.log_odds(Lanes(x)) * sign;
        let below = (-1.0 * log_odds.abs()).max(Lanes::splat(LOWEST));
        let odds = exp_normal(below);
        let likelier = 1.0 / (odds + 1.0);
        let other = odds * likelier;
        let (rows, _) = probs.as_chunks_mut::<2>();
        if let Ok(rows) = <&mut [[f64; 2]; L]>::try_from(rows) {
            for (((row, a), b), log_odds) in
                rows.iter_mut().zip(likelier.0).zip(other.0).zip(log_odds.0)
            {
                *row = if log_odds > 0.0 { [a, b] } else { [b, a] };
            }
        }
    }
}

/// The posterior of any number of components.
struct OfMany {
    num_components: usize,
    /// Which component is the widest.
    widest: usize,
    others: Vec<Comparison>,
}

impl Kernel<f64> for OfMany {
    #[inline(always)]
    fn width(&self) -> usize {
        self.num_components
    }

    #[inline(always)]
    fn points<const L: usize>(&self, x: [f64; L], probs: &mut [f64]) {
        let lowest = Lanes::splat(LOWEST);
        let x = Lanes(x);
        let mut put = |k: usize, odds: Lanes<L>| {
            let rows = probs.chunks_exact_mut(self.num_components);
            for (row, odds) in rows.zip(odds.0) {
                row[k] = odds;
            }
        };
        let mut largest = Lanes::splat(0.0);
        for other in &self.others {
            largest = other.log_odds(x).max(largest);
        }
        let odds = exp_normal((0.0 - largest).max(lowest));
        put(self.widest, odds);
        // A point that is NaN makes the sum NaN, if there is no other component to do it.
        let mut sum = odds + x * 0.0;
        for other in &self.others {
            let below = other.log_odds(x) - largest;
            let odds = exp_normal(below.max(lowest));
            put(other.k, odds);
            sum = sum + odds;
        }
        let rows = probs.chunks_exact_mut(self.num_components);
        for (row, sum) in rows.zip(sum.0) {
            for prob in row {
                // The largest is one, unless the odds overflow: then no probability is told.
                *prob = if sum >= 0.5 { *prob / sum } else { 0.0 };
            }
        }
    }
}

impl NormalMixture {
    /// The probabilities of the components at every point, by the fast formulas, which need all
    /// components to have a weight and a moderate scale.
    fn fast_posterior(&self, x: &[f64], probs: &mut [f64]) {
        let widest = self.parts[self.widest];
        let others = self.parts.iter().filter(|part| part.k != widest.k);
        let mut others: Vec<_> =
            others.map(|part| Comparison::of(part, &widest)).collect();
        if let (1, 2) = (others.len(), self.num_components) {
            let other = others.remove(0);
            run(OfTwo { other }, x, probs);
        } else {
            let (num_components, widest) = (self.num_components, widest.k);
            run(OfMany { num_components, widest, others }, x, probs);
        }
    }

    /// The probabilities of the components at every point; and whether some probability is too
    /// small for a number without being zero.
    ///
    /// Where the fast formulas cannot tell a row, it is computed again, carefully.
    pub(super) fn posterior(&self, x: &[f64], probs: &mut [f64]) -> bool {
        self.in_units(x, |x| self.posterior_in_units(x, probs))
    }

    fn posterior_in_units(&self, x: &[f64], probs: &mut [f64]) -> bool {
        let is_told = |row: &[f64]| row.iter().all(|&prob| prob > SMALL);
        if self.moderate && self.parts.len() == self.num_components {
            self.fast_posterior(x, probs);
            if is_told(probs) {
                return false;
            }
        } else {
            probs.fill(0.0);
        }
        let mut logs = vec![0.0; self.num_components];
        let mut small = false;
        for (&x, row) in x.iter().zip(probs.chunks_mut(self.num_components)) {
            if is_told(row) {
                continue;
            }
            self.log_posterior_in_units(x, &mut logs);
            for (prob, &log) in row.iter_mut().zip(&logs) {
                *prob = libm::exp(log);
                small |= *prob < f64::MIN_POSITIVE && log > f64::NEG_INFINITY;
            }
        }
        small
    }

    /// The logarithms of the probabilities of the components, given any point.
    ///
    /// Every component is compared with the likeliest one, so that none of the differences is +∞.
    pub(super) fn log_posterior(&self, x: f64, logs: &mut [f64]) {
        self.log_posterior_in_units(x * self.unit, logs);
    }

    fn log_posterior_in_units(&self, x: f64, logs: &mut [f64]) {
        logs.fill(if x.is_nan() { f64::NAN } else { f64::NEG_INFINITY });
        if x.is_nan() {
            return;
        }
        let x = x.clamp(f64::MIN, f64::MAX);
        let first = &self.parts[self.widest];
        let likeliest = self.parts.iter().fold(first, |best, part| {
            if log_odds(part, best, x) > 0.0 { part } else { best }
        });
        for part in &self.parts {
            logs[part.k] = log_odds(part, likeliest, x).min(f64::MAX);
        }
        normalize_logs(logs);
    }
}

/// `log(πₖpₖ) − log(πₙpₙ)` of a component `k` and another one `n`.
fn log_odds(part: &Part, other: &Part, x: f64) -> f64 {
    if part.gaussian == other.gaussian {
        return part.log_weight - other.log_weight;
    }
    let log = if part.gaussian.scale > other.gaussian.scale {
        -Comparison::of(other, part).log_odds(Lanes([x])).0[0]
    } else {
        Comparison::of(part, other).log_odds(Lanes([x])).0[0]
    };
    // Zero times infinity: as many standard deviations lie between the point and either mean.
    if log.is_nan() { part.log_peak_over(other) } else { log }
}
