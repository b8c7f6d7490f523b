use super::{NormalMixture, Part};
use crate::{Error, MixtureSameFamily, Normal, scalar::check_scalar};

impl MixtureSameFamily<Normal> {
    /// Where the most probable class changes, ascending: before the first boundary, between two
    /// neighbouring ones and after the last [`posterior_mode`](Self::posterior_mode) is the same
    /// everywhere.
    ///
    /// Two components have at most two: a narrow one may win in the middle, and the wide one on
    /// both sides. K components have at most 2K − 2.
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
    /// let gmm = MixtureSameFamily::new(
    ///     Categorical::from_probs([0.6, 0.4])?,
    ///     Normal::new([2.5, 4.8], [0.6, 0.3])?,
    /// )?;
    /// // Between the bells, and far to the right, where the wider one wins again.
    /// let boundaries = gmm.decision_boundaries()?;
    /// assert_eq!(gmm.posterior_mode([3.0, 4.5, 9.0])?.as_slice(), Some(&[0, 1, 0][..]));
    /// assert_eq!(boundaries.len(), 2);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    ///
    /// # References
    ///
    /// Bishop, *Pattern Recognition and Machine Learning* (2006), section 1.5.1.
    pub fn decision_boundaries(&self) -> Result<Vec<f64>, Error> {
        check_scalar("decision_boundaries", self)?;
        Ok(self.member(0).decision_boundaries())
    }
}

impl NormalMixture {
    /// Goes along the line from the far left: who wins there, who overtakes it first, who
    /// overtakes that one, and so on.
    fn decision_boundaries(&self) -> Vec<f64> {
        let mut boundaries = Vec::new();
        let mut x = f64::NEG_INFINITY;
        let mut winner = self.leftmost();
        // Two parabolas cross at most twice, so that K of them change places less than 2K times.
        for _ in 0..2 * self.parts.len() {
            let overtakers = self
                .parts
                .iter()
                .filter_map(|part| Some((overtakes(part, winner, x)?, part)));
            let first = overtakers.min_by(|(a, this), (b, that)| {
                // Of two that come at once the one that rises faster stays ahead.
                a.total_cmp(b).then_with(|| {
                    slope(that, winner, *a).total_cmp(&slope(this, winner, *a))
                })
            });
            let Some((at, part)) = first else { break };
            boundaries.push(at);
            (x, winner) = (at, part);
        }
        boundaries
    }

    /// The part that is most probable far to the left.
    fn leftmost(&self) -> &Part {
        let rank = |part: &Part| {
            let gaussian = part.gaussian;
            [gaussian.scale, -gaussian.loc, part.log_weight]
        };
        let ahead = |this: &Part, best: &Part| rank(this) > rank(best);
        self.parts.iter().fold(&self.parts[0], |best, part| {
            if ahead(part, best) { part } else { best }
        })
    }
}

/// Where, to the right of `x`, one part's weighted density gets ahead of another's that is ahead
/// at `x`.
fn overtakes(part: &Part, winner: &Part, x: f64) -> Option<f64> {
    let (this, other) = (part.gaussian, winner.gaussian);
    // In standard deviations u of the narrower one around its mean, where the wider one's
    // distance is r·u + s, the narrower one is ahead where u² − (r·u + s)² < 2·log of the ratio
    // of its peak to the other's.
    let part_is_narrow = this.scale <= other.scale;
    let (narrow, wide, [narrow_peak, wide_peak]) = if part_is_narrow {
        (this, other, [part.log_peak, winner.log_peak])
    } else {
        (other, this, [winner.log_peak, part.log_peak])
    };
    let r = narrow.scale / wide.scale;
    let s = (narrow.loc - wide.loc) / wide.scale;
    let threshold = 2.0 * (narrow_peak - wide_peak);
    let curvature = (wide.scale - narrow.scale) / wide.scale * (1.0 + r);
    let half_slope = r * s;
    let constant = s * s + threshold;
    let [enters, leaves] = roots(curvature, half_slope, constant)?;
    let at = if part_is_narrow { enters } else { leaves };
    // With equal scales there is one root, where the part whose mean is to the right takes over.
    let at = narrow.at(at);
    (at.is_finite() && at > x).then_some(at)
}

/// The roots of a·u² − 2b·u − c for a ≥ 0, ascending, where it changes its sign: it is negative
/// between them. With a = 0 it is negative on one side, and the other root is infinite.
fn roots(a: f64, b: f64, c: f64) -> Option<[f64; 2]> {
    if a == 0.0 {
        let root = -c / (2.0 * b);
        return match b {
            b if b > 0.0 => Some([root, f64::INFINITY]),
            b if b < 0.0 => Some([f64::NEG_INFINITY, root]),
            _ => None,
        };
    }
    let discriminant = b * b + a * c;
    if !(discriminant > 0.0) {
        return None;
    }
    // The sum of two numbers of one sign loses no digits; the roots' product is −c/a.
    let sum = b + discriminant.sqrt().copysign(b);
    let (one, other) = (sum / a, -c / sum);
    Some([one.min(other), one.max(other)])
}

/// How fast one part's log-density gains on another's at `x`.
fn slope(part: &Part, other: &Part, x: f64) -> f64 {
    let (this, that) = (part.gaussian, other.gaussian);
    that.z(x) / that.scale - this.z(x) / this.scale
}
