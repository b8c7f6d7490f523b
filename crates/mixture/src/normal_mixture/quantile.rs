use super::{NormalMixture, Part};
use crate::{
    MixtureSameFamily, Normal, Quantile, Tail, gaussian::Gaussian,
    reduce::log_sum_exp,
};

/// Between components that are far apart the distribution function is flat to the last digit: on a
/// whole stretch it adds less to q than q can hold. The quantile is the middle of that stretch.
impl Quantile for MixtureSameFamily<Normal> {
    fn member_quantile(&self, member: usize, q: f64) -> f64 {
        self.member(member).quantile(q)
    }
}

/// How often the bracket is halved at most: from all numbers down to two neighbours.
const HALVINGS: usize = 2200;

impl NormalMixture {
    fn quantile(&self, q: f64) -> f64 {
        if q <= 0.0 {
            f64::NEG_INFINITY
        } else if q >= 1.0 {
            f64::INFINITY
        } else if q <= 0.5 {
            self.lower_quantile(q)
        } else {
            // The upper tail has the digits; 1 − q is exact.
            -self.reflected().lower_quantile(1.0 - q)
        }
    }

    /// The mixture of −X.
    fn reflected(&self) -> Self {
        let reflect = |part: &Part| {
            let Gaussian { loc, scale } = part.gaussian;
            let gaussian = Gaussian { loc: -loc, scale };
            Part { gaussian, ..*part }
        };
        Self { parts: self.parts.iter().map(reflect).collect(), ..*self }
    }

    /// The quantile for 0 < q ≤ ½.
    fn lower_quantile(&self, q: f64) -> f64 {
        // Where every component still has less than q below, and where every one has more.
        let ends = self
            .parts
            .iter()
            .map(|part| part.gaussian.quantile(q).clamp(f64::MIN, f64::MAX));
        let [from, to] = ends
            .fold([f64::INFINITY, f64::NEG_INFINITY], |[from, to], end| {
                [from.min(end), to.max(end)]
            });
        let log_q = libm::log(q);
        let x = self.solve(log_q, [from, to]);
        // Where the whole bracket, if it were like this, would add nothing to q.
        let log_nothing = log_q + libm::log(f64::EPSILON / (to - from));
        let is_flat = |x| self.log_prob_at(x) < log_nothing;
        // At the end of a flat stretch the density is small, if not as small as that.
        if self.log_prob_at(x) > log_nothing + 20.0 {
            return x;
        }
        // Around x log cdf is log q to the last digit here, and mostly flat if there is a stretch.
        let slack = f64::EPSILON * (4.0 + log_q.abs());
        let left = boundary(from, x, |x| self.log_cdf(x) >= log_q - slack);
        let right = boundary(x, to, |x| self.log_cdf(x) > log_q + slack);
        let inside = f64::midpoint(left, right);
        if !is_flat(inside) {
            return x;
        }
        // The density tells the ends better than rounded probabilities do.
        f64::midpoint(
            boundary(left, inside, is_flat),
            boundary(inside, right, |x| !is_flat(x)),
        )
    }

    /// Where log cdf is log q: by Newton's rule, and by halving the bracket where that leaves it
    /// or gains too little.
    fn solve(&self, log_q: f64, [mut from, mut to]: [f64; 2]) -> f64 {
        let mut x = f64::midpoint(from, to);
        let mut step = to - from;
        for _ in 0..HALVINGS {
            let log_cdf = self.log_cdf(x);
            let excess = log_cdf - log_q;
            if excess == 0.0 {
                break;
            }
            if excess < 0.0 {
                from = x;
            } else {
                to = x;
            }
            let slope = libm::exp(self.log_prob_at(x) - log_cdf);
            let newton = x - excess / slope;
            let gains = (newton - x).abs() <= 0.5 * step;
            let next = if from < newton && newton < to && gains {
                newton
            } else {
                f64::midpoint(from, to)
            };
            step = (next - x).abs();
            x = next;
            if step <= 0.5 * f64::EPSILON * x.abs() {
                break;
            }
        }
        x
    }

    /// log cdf where it is at most log ½.
    fn log_cdf(&self, x: f64) -> f64 {
        let below = |part: &Part| {
            part.log_weight + part.gaussian.log_tail(Tail::Lower, x)
        };
        log_sum_exp(self.parts.iter().map(below))
    }
}

/// Where between two numbers `holds` begins to hold.
fn boundary(mut from: f64, mut to: f64, holds: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(from, to);
        if middle <= from || to <= middle {
            break;
        }
        if holds(middle) { to = middle } else { from = middle }
    }
    to
}
