use super::{NormalMixture, Part, balance::Balance};
use crate::{
    elementary::{Double, tail_and_density},
    gaussian::Gaussian,
};

/// Where the distribution function of each component is tabled, in its standard deviations.
const NODES: [f64; 15] = [
    -8.0, -5.0, -3.5, -2.5, -1.8, -1.2, -0.6, 0.0, 0.6, 1.2, 1.8, 2.5, 3.5,
    5.0, 8.0,
];

/// Around how many components at most.
const MOST_TABLED: usize = 12;

/// What rounding may do to a tabled value.
const ROUNDING: f64 = 8.0 * f64::EPSILON;

/// How often the bracket is narrowed at most: from all numbers down to two neighbours.
const MOST_STEPS: usize = 2200;

/// The distribution function of a mixture, made ready to be inverted at many probabilities. What a
/// probability gets depends on nothing but that probability.
#[derive(Debug)]
pub(crate) struct Inverse {
    /// The parts, their means ascending.
    parts: Vec<Part>,
    /// The weight of the first 0, 1, 2, … parts, as a share of all.
    weights: Vec<Double>,
    /// Points, ascending, and the distribution function there.
    nodes: Vec<[f64; 2]>,
    unit: f64,
}

impl Inverse {
    pub(super) fn of(mixture: &NormalMixture) -> Self {
        let mut parts = mixture.parts.clone();
        parts.sort_by(|a, b| a.gaussian.loc.total_cmp(&b.gaussian.loc));
        let add = |sum: &mut Double, part: &Part| {
            *sum = *sum + Double::from(part.weight);
            Some(*sum)
        };
        let sums: Vec<_> = parts.iter().scan(Double::from(0.0), add).collect();
        let total = sums.last().copied().unwrap_or(Double::ONE);
        let mut weights = vec![Double::from(0.0)];
        weights.extend(sums.into_iter().map(|sum| sum / total));
        let mut inverse =
            Self { parts, weights, nodes: Vec::new(), unit: mixture.unit };
        inverse.nodes = inverse.tabled();
        inverse
    }

    fn tabled(&self) -> Vec<[f64; 2]> {
        // Of many components, a few: a table of all would cost more than it saves.
        let every = self.parts.len().div_ceil(MOST_TABLED);
        let around = |part: &Part| NODES.map(|z| part.gaussian.at(z));
        let parts = self.parts.iter().step_by(every.max(1));
        let mut points: Vec<f64> = parts.flat_map(around).collect();
        points.sort_unstable_by(f64::total_cmp);
        points.into_iter().map(|x| [x, self.cdf(x)]).collect()
    }

    fn cdf(&self, x: f64) -> f64 {
        let below = |part: &Part| {
            let z = part.gaussian.z(x);
            let [tail, _] = tail_and_density(z);
            part.weight * if z > 0.0 { 1.0 - tail } else { tail }
        };
        self.parts.iter().map(below).sum()
    }

    /// Where the distribution function is `q`, of which `log_q` is the logarithm.
    pub(crate) fn at(&self, q: f64, log_q: f64) -> f64 {
        if q.is_nan() || log_q.is_nan() {
            f64::NAN
        } else if log_q == f64::NEG_INFINITY {
            f64::NEG_INFINITY
        } else if q >= 1.0 {
            f64::INFINITY
        } else if let [one] = self.parts.as_slice() {
            one.gaussian.at_log(q, log_q) / self.unit
        } else {
            self.solve(q, log_q) / self.unit
        }
    }

    fn solve(&self, q: f64, log_q: f64) -> f64 {
        let (bracket, start) = self.bracket(q, log_q);
        let x = self.root(bracket, start, |x, left| {
            Balance::at(&self.parts, left, x, self.excess(left, q), log_q)
        });
        let left = self.left_of(x);
        let excess = self.excess(left, q);
        let is_inside = 0 < left && left < self.parts.len();
        if !is_inside || excess == 0.0 || excess.abs() > f64::EPSILON * q {
            return x;
        }
        self.balanced(left, excess, log_q).unwrap_or(x)
    }

    /// Between the first `left` parts and the others, where what is left of these is equal to what
    /// is there already of those; none if either is more than q can hold.
    fn balanced(&self, left: usize, excess: f64, log_q: f64) -> Option<f64> {
        let mean = |part: &Part| part.gaussian.loc;
        let from = self.parts.get(left.checked_sub(1)?).map(mean)?;
        let to = self.parts.get(left).map(mean)?;
        let balance =
            |x: f64| Balance::far_out(&self.parts, left, x, 0.0, log_q);
        let middle = f64::midpoint(from, to);
        let x = self.root([from, to], middle, |x, _| balance(x));
        let is_nothing = balance(x).log_above < libm::log(excess.abs());
        is_nothing.then_some(x)
    }

    /// How many means are at most `x`.
    fn left_of(&self, x: f64) -> usize {
        self.parts.partition_point(|part| part.gaussian.loc <= x)
    }

    /// By how much the weight of the first `left` parts exceeds `q`.
    fn excess(&self, left: usize, q: f64) -> f64 {
        let weight = self.weights.get(left).copied();
        weight.map_or(f64::NAN, |weight| f64::from(weight - Double::from(q)))
    }

    /// Two points, of which one is below the quantile and the other above, and one between them.
    fn bracket(&self, q: f64, log_q: f64) -> ([f64; 2], f64) {
        let below =
            self.nodes.partition_point(|node| node[1] < q - ROUNDING * q);
        let above =
            self.nodes.partition_point(|node| node[1] <= q + ROUNDING * q);
        let last = below.checked_sub(1).and_then(|last| self.nodes.get(last));
        let first = self.nodes.get(above);
        if let (Some(last), Some(first)) = (last, first) {
            let [[from, low], [to, high]] = [*last, *first];
            let share = (q - low) / (high - low);
            return ([from, to], from + share * (to - from));
        }
        // Where every component still has less than q below, and where every one has more.
        let ends = self.parts.iter().map(|part| {
            part.gaussian.at_log(q, log_q).clamp(f64::MIN, f64::MAX)
        });
        let [from, to] = ends
            .fold([f64::INFINITY, f64::NEG_INFINITY], |[from, to], end| {
                [from.min(end), to.max(end)]
            });
        // A little more, for that is rounded too.
        let slack = 1e-12 * (from.abs().max(to.abs()) + (to - from));
        let from = last.map_or(from - slack, |last| last[0].max(from - slack));
        let to = first.map_or(to + slack, |first| first[0].min(to + slack));
        ([from, to], f64::midpoint(from, to))
    }

    /// Where what is below and what is above are in balance: by Newton's rule, and by halving the
    /// bracket where that leaves it or gains too little.
    fn root(
        &self,
        [mut from, mut to]: [f64; 2],
        start: f64,
        balance: impl Fn(f64, usize) -> Balance,
    ) -> f64 {
        let mut x = start;
        let mut step = to - from;
        for _ in 0..MOST_STEPS {
            let Balance { log_ratio, slope, .. } = balance(x, self.left_of(x));
            if log_ratio == 0.0 {
                break;
            }
            if log_ratio < 0.0 {
                from = x;
            } else {
                to = x;
            }
            let newton = x - log_ratio / slope;
            // From here the rule, whose error is squared, leaves nothing to gain.
            let is_last = log_ratio.abs() <= 1e-9
                || (newton - x).abs() <= f64::EPSILON * x.abs();
            if is_last && newton.is_finite() {
                return newton.clamp(from, to);
            }
            let gains = (newton - x).abs() <= 0.5 * step;
            let next = if from < newton && newton < to && gains {
                newton
            } else {
                f64::midpoint(from, to)
            };
            step = (next - x).abs();
            if step <= 0.5 * f64::EPSILON * x.abs() || next == x {
                break;
            }
            x = next;
        }
        x
    }
}

impl Gaussian {
    /// The quantile at `q`, of which `log_q` is the logarithm.
    fn at_log(self, q: f64, log_q: f64) -> f64 {
        if q > f64::MIN_POSITIVE {
            return self.quantile(q);
        }
        self.at(-log_tail_quantile(log_q))
    }
}

/// z, where log Q(z) is this: from the first terms of its series, and Newton's rule.
fn log_tail_quantile(log_q: f64) -> f64 {
    use crate::elementary::log_upper_tail;
    let mut z = (-2.0 * log_q).sqrt();
    for _ in 0..60 {
        // The derivative of log Q is −φ/Q, which is z + 1/z or less.
        let next = z + (log_upper_tail(z) - log_q) / (z + 1.0 / z);
        if (next - z).abs() <= f64::EPSILON * z {
            return next;
        }
        z = next;
    }
    z
}
