use super::{NormalMixture, Part, posterior::Comparison};
use crate::{
    Distribution, Error, MixtureSameFamily, Normal, batch::check_single,
    elementary::Lanes,
};

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
        check_single("decision_boundaries", self.batch_shape())?;
        let member = self.member(0);
        let mut boundaries = member.out_of_units(member.decision_boundaries());
        // What lies beyond all numbers is no boundary between any.
        boundaries.retain(|x| x.is_finite());
        Ok(boundaries)
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
            if boundaries.last() != Some(&at) {
                boundaries.push(at);
            }
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

/// Where, at or to the right of `x`, one part's weighted density gets ahead of another's, or is
/// ahead already.
fn overtakes(part: &Part, winner: &Part, x: f64) -> Option<f64> {
    let (this, other) = (part.gaussian, winner.gaussian);
    let part_is_narrow = this.scale <= other.scale;
    let [enters, leaves] = if part_is_narrow {
        narrow_wins(part, winner)?
    } else {
        narrow_wins(winner, part)?
    };
    let at = if part_is_narrow { enters } else { leaves };
    if at > x && at.is_finite() {
        return Some(at);
    }
    // Where three cross at nearly one point, rounding may have put this crossing before x.
    let is_ahead =
        if part_is_narrow { enters < x && x < leaves } else { leaves < x };
    (is_ahead && slope(part, winner, x) > 0.0).then_some(x)
}

/// Between which two points the narrower of two parts is ahead; `None` where it never is.
///
/// In standard deviations u of the narrower one around its mean, where the wider one's distance
/// is r·u + s, it is ahead where u² − (r·u + s)² < t, twice the logarithm of the ratio of its
/// peak to the other's.
fn narrow_wins(narrow: &Part, wide: &Part) -> Option<[f64; 2]> {
    let comparison = Comparison::of(narrow, wide);
    roots(narrow, wide).map(|roots| {
        roots.map(|root| {
            let better =
                |x| polished(x, &comparison, |x| slope(narrow, wide, x));
            better(better(root))
        })
    })
}

/// A crossing after a step of Newton's rule on the logarithm of the odds, which has its digits where
/// the formula for the crossing has lost them; the same crossing where the step is no gain.
fn polished(
    x: f64,
    comparison: &Comparison,
    slope: impl Fn(f64) -> f64,
) -> f64 {
    let log_odds = |x: f64| comparison.log_odds(Lanes([x])).0[0];
    let next = x - log_odds(x) / slope(x);
    let is_gain = log_odds(next).abs() < log_odds(x).abs();
    if is_gain { next } else { x }
}

/// The two points between which the narrower of two parts is ahead, by the formula.
fn roots(narrow: &Part, wide: &Part) -> Option<[f64; 2]> {
    let threshold = 2.0 * narrow.log_peak_over(wide);
    let (narrow, wide) = (narrow.gaussian, wide.gaussian);
    let r = narrow.scale / wide.scale;
    let s = (narrow.loc - wide.loc) / wide.scale;
    if s.is_infinite() {
        // Infinitely many standard deviations apart the threshold is nothing beside them: as many
        // lie between the crossing and either mean.
        let toward = r * (narrow.loc - wide.loc);
        let roots = [toward / (1.0 - r), -toward / (1.0 + r)];
        let [one, other] = roots.map(|distance| narrow.loc + distance);
        return Some([one.min(other), one.max(other)]);
    }
    // (s² + t)/s, which has no square to overflow.
    let constant = s + threshold / s;
    let at = |u: f64| narrow.at(u);
    if r == 1.0 {
        let root = at(-0.5 * constant);
        return match s {
            s if s > 0.0 => Some([root, f64::INFINITY]),
            s if s < 0.0 => Some([f64::NEG_INFINITY, root]),
            _ => None,
        };
    }
    // The roots of a·u² − 2rs·u − (s² + t), whose discriminant is s² + a·t.
    let a = (wide.scale - narrow.scale) / wide.scale * (1.0 + r);
    let root = if s.abs() > 1.0 {
        s.abs() * (1.0 + a * threshold / s / s).sqrt()
    } else {
        (s * s + a * threshold).sqrt()
    };
    if !(root > 0.0) {
        return None;
    }
    // The sum of two numbers of one sign loses no digits; the product of the roots gives the other.
    let sum = r * s + root.copysign(s);
    let other = if s.abs() > 1.0 {
        -constant / (sum / s)
    } else {
        -(s * s + threshold) / sum
    };
    let [one, other] = [at(sum / a), at(other)];
    Some([one.min(other), one.max(other)])
}

/// How fast one part's log-density gains on another's at `x`.
fn slope(part: &Part, other: &Part, x: f64) -> f64 {
    let (this, that) = (part.gaussian, other.gaussian);
    that.z(x) / that.scale - this.z(x) / this.scale
}
