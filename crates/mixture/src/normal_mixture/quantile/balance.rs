use crate::{
    Tail,
    elementary::{LOG_SQRT_2PI, tail_and_density},
    normal_mixture::Part,
    reduce::log_sum_exp,
};

/// Below this the fast sums may have lost digits.
const SMALL: f64 = 1e-290;

/// What lies on the wrong side of a point, if a quantile is to be there: below it, of the
/// components on its right; and above it, of those on its left.
pub(super) struct Balance {
    /// log(below/above): it rises with the point, and is zero at the quantile.
    pub(super) log_ratio: f64,
    /// Its derivative.
    pub(super) slope: f64,
    /// The logarithm of what is above.
    pub(super) log_above: f64,
}

impl Balance {
    /// Of the first `left` parts, whose means are at most `x`, and the others; `excess` is by how
    /// much the weight of the first exceeds the probability that is sought. Where they have none,
    /// that is less than zero, and `log_q` its logarithm.
    pub(super) fn at(
        parts: &[Part],
        left: usize,
        x: f64,
        excess: f64,
        log_q: f64,
    ) -> Self {
        let (mut below, mut above) = (excess.max(0.0), (-excess).max(0.0));
        let (mut gain, mut loss) = (0.0, 0.0);
        for (index, part) in parts.iter().enumerate() {
            let [tail, density] = tail_and_density(part.gaussian.z(x));
            let density = part.weight * density / part.gaussian.scale;
            if index < left {
                above += part.weight * tail;
                loss += density;
            } else {
                below += part.weight * tail;
                gain += density;
            }
        }
        if !(below > SMALL && above > SMALL) {
            return Self::far_out(parts, left, x, excess, log_q);
        }
        let ratio = below / above;
        let log_ratio = if (0.5..2.0).contains(&ratio) {
            // log r = 2 artanh((r − 1)/(r + 1)), to a part in a hundred: it has the same zero.
            2.0 * (below - above) / (below + above)
        } else {
            libm::log(ratio)
        };
        let slope = gain / below + loss / above;
        Self { log_ratio, slope, log_above: f64::NAN }
    }

    /// The same in logarithms, where the numbers are too small.
    pub(super) fn far_out(
        parts: &[Part],
        left: usize,
        x: f64,
        excess: f64,
        log_q: f64,
    ) -> Self {
        let (on_left, on_right) = parts.split_at(left);
        let log_excess =
            if left == 0 { log_q } else { libm::log(excess.abs()) };
        let side = |parts: &[Part], tail, has_excess: bool| {
            let log_tail =
                |part: &Part| part.log_weight + part.gaussian.log_tail(tail, x);
            let log_density = |part: &Part| {
                let z = part.gaussian.z(x);
                part.log_weight - part.log_scale - LOG_SQRT_2PI - 0.5 * z * z
            };
            let excess =
                if has_excess { log_excess } else { f64::NEG_INFINITY };
            let tails = parts.iter().map(log_tail);
            let log = log_sum_exp(tails.chain([excess]));
            let rates =
                parts.iter().map(|part| libm::exp(log_density(part) - log));
            let rate: f64 = rates.sum();
            (log, if rate.is_nan() { 0.0 } else { rate })
        };
        let (below, gain) = side(on_right, Tail::Lower, excess > 0.0);
        let (above, loss) =
            side(on_left, Tail::Upper, excess < 0.0 || left == 0);
        Self { log_ratio: below - above, slope: gain + loss, log_above: above }
    }
}
