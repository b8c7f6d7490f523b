use ndarray::ArrayD;

use super::{NormalMixture, Part};
use crate::{
    Distribution, Error, MixtureSameFamily, Normal,
    batch::{check_single, members},
    gaussian::Gaussian,
    quadrature::{Integral, integrate},
};

/// What all stretches of a quadrature together may be off by.
const TOLERANCE: f64 = 1e-10;

impl MixtureSameFamily<Normal> {
    /// The differential entropy, −∫ p log p, in nats. Shape: the batch shape.
    ///
    /// A mixture's entropy has no closed form: this is a quadrature with an absolute tolerance of
    /// 1e-10, or as far as rounding lets it. [`cross_entropy`](Self::cross_entropy) with itself
    /// tells the error.
    #[must_use]
    pub fn entropy(&self) -> ArrayD<f64> {
        members(self.batch_shape()).map(|&member| {
            let member = self.member(member);
            member.cross_entropy(&member).value
        })
    }

    /// The cross-entropy H(self, other) = −∫ p log q, in nats, with p of `self` and q of `other`,
    /// and the error of the quadrature.
    ///
    /// # Errors
    ///
    /// [`Error::Batch`] unless both batch shapes are `[]`.
    pub fn cross_entropy(&self, other: &Self) -> Result<Integral, Error> {
        check_single("cross_entropy", self.batch_shape())?;
        check_single("cross_entropy", other.batch_shape())?;
        Ok(self.member(0).cross_entropy(&other.member(0)))
    }

    /// The Kullback–Leibler divergence KL(self ‖ other) = ∫ p log(p/q), in nats, with p of `self`
    /// and q of `other`, and the error of the quadrature.
    ///
    /// # Errors
    ///
    /// [`Error::Batch`] unless both batch shapes are `[]`.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Categorical, MixtureSameFamily, Normal};
    ///
    /// let gmm = |probs: [f64; 2]| {
    ///     let normal = Normal::new([2.5, 4.8], [0.6, 0.3])?;
    ///     MixtureSameFamily::new(Categorical::from_probs(probs)?, normal)
    /// };
    /// let divergence = gmm([0.6, 0.4])?.kl_divergence(&gmm([0.5, 0.5])?)?;
    /// assert!(0.0 < divergence.value && divergence.value < 0.0202);
    /// assert!(divergence.error < 1e-10);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    pub fn kl_divergence(&self, other: &Self) -> Result<Integral, Error> {
        check_single("kl_divergence", self.batch_shape())?;
        check_single("kl_divergence", other.batch_shape())?;
        Ok(self
            .member(0)
            .expect(&other.member(0), |log_p, log_q| log_p - log_q))
    }
}

/// How far from a mean the line is cut, in standard deviations. Beyond the last there is less
/// than 1e-33 of a component.
const BREAKS: [f64; 6] = [0.0, 0.8, 2.0, 4.0, 7.0, 12.0];

impl NormalMixture {
    fn cross_entropy(&self, other: &Self) -> Integral {
        let Integral { value, error } = self.expect(other, |_, log_q| -log_q);
        let unit = self.parts[self.widest].gaussian.scale;
        Integral { value: value + libm::log(unit), error }
    }

    /// ∫ p·f(log p, log q), where p is this density and q the other's, on the scale on which the
    /// widest component of this one is standard normal: there the points have their digits.
    fn expect(&self, other: &Self, f: impl Fn(f64, f64) -> f64) -> Integral {
        let widest = self.parts[self.widest].gaussian;
        let (this, other) = (self.seen_from(widest), other.seen_from(widest));
        let at = |x: f64| {
            let log_p = this.log_prob_at(x);
            let p = libm::exp(log_p);
            if p == 0.0 { 0.0 } else { p * f(log_p, other.log_prob_at(x)) }
        };
        integrate(at, &this.breaks(&other), TOLERANCE)
    }

    /// The mixture of (X − loc)/scale.
    fn seen_from(&self, origin: Gaussian) -> Self {
        let seen = |part: &Part| {
            let Gaussian { loc, scale } = part.gaussian;
            let gaussian = Gaussian {
                loc: (loc - origin.loc) / origin.scale,
                scale: (scale / origin.scale).max(f64::MIN_POSITIVE),
            };
            Part::new(part.k, part.weight, part.log_weight, gaussian)
        };
        let parts = self.parts.iter().map(seen).collect();
        Self::of_parts(parts, self.num_components)
    }

    /// Where either density may be interesting, ascending, within what holds all of this one.
    fn breaks(&self, other: &Self) -> Vec<f64> {
        let points = |mixture: &Self| -> Vec<f64> {
            let around = |part: &Part| {
                let gaussian = part.gaussian;
                BREAKS.map(|z| [gaussian.at(-z), gaussian.at(z)])
            };
            mixture.parts.iter().flat_map(around).flatten().collect()
        };
        let own = points(self);
        let from = own.iter().copied().fold(f64::INFINITY, f64::min);
        let to = own.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut breaks = own;
        breaks.extend(points(other));
        breaks.retain(|x| (from..=to).contains(x));
        breaks.sort_unstable_by(f64::total_cmp);
        breaks.dedup();
        breaks
    }
}
