use super::{NormalMixture, Part};
use crate::{
    bulk::{Kernel, run},
    elementary::{Lanes, exp_normal},
    reduce::normalize_logs,
};

/// The fast formulas know no smaller probabilities than normal numbers: from here on they are not
/// believed.
const SMALL: f64 = 1e-300;

/// The smallest exponent that the fast formulas see; its exponential is below [`SMALL`].
const LOWEST: f64 = -705.0;

/// A component against the widest one, `w`, both given a point.
///
/// The logarithm of a component's weighted density is compared with that of the widest one:
/// their difference is a product of two differences, which keeps its digits where the two
/// logarithms are large and nearly equal, and has its limit far out, where the widest wins.
///
/// ```text
/// log(πₖpₖ) − log(π_w p_w) = log(peakₖ/peak_w) − (ζₖ − ζ_w)(ζₖ + ζ_w)
/// ζₖ − ζ_w = (1/√2σₖ − 1/√2σ_w)(x − μ_w) + (μ_w − μₖ)/√2σₖ
/// ```
struct Comparison {
    /// The other component.
    k: usize,
    /// `ζₖ − ζ_w = slope·(x − μ_w) + offset`
    slope: f64,
    offset: f64,
    log_ratio: f64,
}

impl Comparison {
    fn of(part: &Part, widest: &Part) -> Self {
        let (this, wide) = (part.gaussian, widest.gaussian);
        Self {
            k: part.k,
            slope: (wide.scale - this.scale) / wide.scale * part.rate,
            offset: (wide.loc - this.loc) * part.rate,
            log_ratio: part.log_peak - widest.log_peak,
        }
    }

    /// The difference of the logarithms, given `x − μ_w` and `2ζ_w`.
    #[inline(always)]
    fn log_odds<const L: usize>(
        &self,
        distance: Lanes<L>,
        zeta_twice: Lanes<L>,
    ) -> Lanes<L> {
        let difference = distance * self.slope + self.offset;
        self.log_ratio - difference * (difference + zeta_twice)
    }
}

/// The posterior of two components, the widest one and another.
struct OfTwo {
    widest: Part,
    other: Comparison,
}

impl Kernel<f64> for OfTwo {
    #[inline(always)]
    fn width(&self) -> usize {
        2
    }

    #[inline(always)]
    fn points<const L: usize>(&self, x: [f64; L], probs: &mut [f64]) {
        let distance = Lanes(x) - self.widest.gaussian.loc;
        let zeta_twice = distance * (2.0 * self.widest.rate);
        // Those of the first component against the second.
        let sign = if self.other.k == 0 { 1.0 } else { -1.0 };
        let log_odds = self.other.log_odds(distance, zeta_twice) * sign;
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
    widest: Part,
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
        let distance = Lanes(x) - self.widest.gaussian.loc;
        let zeta_twice = distance * (2.0 * self.widest.rate);
        let mut put = |k: usize, odds: Lanes<L>| {
            let rows = probs.chunks_exact_mut(self.num_components);
            for (row, odds) in rows.zip(odds.0) {
                row[k] = odds;
            }
        };
        let mut largest = Lanes::splat(0.0);
        for other in &self.others {
            largest = other.log_odds(distance, zeta_twice).max(largest);
        }
        let odds = exp_normal((0.0 - largest).max(lowest));
        put(self.widest.k, odds);
        // A point that is NaN makes the sum NaN, if there is no other component to do it.
        let mut sum = odds + zeta_twice * 0.0;
        for other in &self.others {
            let below = other.log_odds(distance, zeta_twice) - largest;
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
            run(OfTwo { widest, other }, x, probs);
        } else {
            let num_components = self.num_components;
            run(OfMany { num_components, widest, others }, x, probs);
        }
    }

    /// The probabilities of the components at every point; and whether some probability is too
    /// small for a number without being zero.
    ///
    /// Where the fast formulas cannot tell a row, it is computed again, carefully.
    pub(super) fn posterior(&self, x: &[f64], probs: &mut [f64]) -> bool {
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
            self.log_posterior(x, &mut logs);
            for (prob, &log) in row.iter_mut().zip(&logs) {
                *prob = libm::exp(log);
                small |= *prob < f64::MIN_POSITIVE && log > f64::NEG_INFINITY;
            }
        }
        small
    }

    /// The logarithms of the probabilities of the components, given any point.
    ///
    /// Every component is compared with the one that is nearest in its own standard deviations,
    /// so that none of the differences is +∞.
    pub(super) fn log_posterior(&self, x: f64, logs: &mut [f64]) {
        logs.fill(if x.is_nan() { f64::NAN } else { f64::NEG_INFINITY });
        if x.is_nan() {
            return;
        }
        let x = x.clamp(f64::MIN, f64::MAX);
        let nearest = self.nearest(x);
        for part in &self.parts {
            logs[part.k] = log_odds(part, nearest, x);
        }
        normalize_logs(logs);
    }

    /// The part that `x` is the fewest standard deviations away from. Where that is equal, or
    /// both are infinitely many: the wider one, then the one nearer to `x`, then the one on its
    /// side.
    fn nearest(&self, x: f64) -> &Part {
        let closer = |this: &Part, best: &Part| {
            let rank = |part: &Part| {
                let gaussian = part.gaussian;
                [
                    gaussian.z(x).abs(),
                    -gaussian.scale,
                    (x - gaussian.loc).abs(),
                    -x.signum() * gaussian.loc,
                ]
            };
            rank(this) < rank(best)
        };
        let first = &self.parts[self.widest];
        self.parts.iter().fold(first, |best, part| {
            if closer(part, best) { part } else { best }
        })
    }
}

/// `log(πₖpₖ) − log(π_n p_n)`, where `n` is the nearest component.
fn log_odds(part: &Part, nearest: &Part, x: f64) -> f64 {
    let (this, near) = (part.gaussian, nearest.gaussian);
    let log_ratio = (part.log_weight - nearest.log_weight)
        - (part.log_scale - nearest.log_scale);
    if this == near {
        return log_ratio;
    }
    // Where the scales are nearly equal the two distances are, and may be large.
    let wider = (near.scale - this.scale) / this.scale;
    let difference = if wider.abs() > 0.5 {
        this.z(x) - near.z(x)
    } else {
        let stretched = if wider == 0.0 { 0.0 } else { near.z(x) * wider };
        stretched + (near.loc - this.loc) / this.scale
    };
    let log = log_ratio - 0.5 * difference * (this.z(x) + near.z(x));
    // The difference of two infinite distances: the nearer one has won.
    if log.is_nan() { f64::NEG_INFINITY } else { log }
}
