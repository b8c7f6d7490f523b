use ndarray::ArrayD;

use super::{LARGEST, NormalMixture, Part, exponent};
use crate::{
    Distribution, Error, MixtureSameFamily, Normal,
    batch::{check_single, members},
    elementary::Double,
    gaussian::Gaussian,
    quadrature::{Integral, integrate},
    reduce::log_sum_exp,
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
        Ok(self.member(0).kl_divergence(&other.member(0)))
    }

    /// KL(self ‖ other) with a normal distribution, as
    /// [`kl_divergence`](Self::kl_divergence) with a mixture of it alone.
    ///
    /// # Errors
    ///
    /// [`Error::Batch`] unless both batch shapes are `[]`.
    pub fn kl_divergence_to_normal(
        &self,
        other: &Normal,
    ) -> Result<Integral, Error> {
        check_single("kl_divergence_to_normal", self.batch_shape())?;
        check_single("kl_divergence_to_normal", other.batch_shape())?;
        let other = NormalMixture::of_one(other.gaussian(0));
        Ok(self.member(0).kl_divergence(&other))
    }
}

impl Normal {
    /// KL(self ‖ other) with a mixture, as that of [two
    /// mixtures](MixtureSameFamily::kl_divergence), of which the first is this one alone.
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
    /// let two = Normal::new([-1.0, 1.0], 1.0)?;
    /// let gmm = MixtureSameFamily::new(Categorical::from_probs([0.5; 2])?, two)?;
    /// let one = Normal::new(0.0, 2.0_f64.sqrt())?;
    /// assert!(one.kl_divergence_to_mixture(&gmm)?.value > 0.0);
    /// assert!(gmm.kl_divergence_to_normal(&one)?.value > 0.0);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    pub fn kl_divergence_to_mixture(
        &self,
        other: &MixtureSameFamily<Self>,
    ) -> Result<Integral, Error> {
        check_single("kl_divergence_to_mixture", self.batch_shape())?;
        check_single("kl_divergence_to_mixture", other.batch_shape())?;
        let this = NormalMixture::of_one(self.gaussian(0));
        Ok(this.kl_divergence(&other.member(0)))
    }
}

/// How far from a mean the line is cut, in standard deviations. Beyond the last there is less
/// than 1e-33 of a component.
const BREAKS: [f64; 6] = [0.0, 0.8, 2.0, 4.0, 7.0, 12.0];

impl NormalMixture {
    fn cross_entropy(&self, other: &Self) -> Integral {
        let (this, other, unit) = common(self, other);
        let unit = libm::log(unit);
        let surprise = |x: Double| {
            let p = libm::exp(this.log_prob_between(x));
            if p == 0.0 { 0.0 } else { p * -other.log_prob_between(x) }
        };
        let own = this.breaks();
        let mut breaks = merged(&own, &other.breaks());
        breaks.retain(|x| own.first() <= Some(x) && Some(x) <= own.last());
        let integral = integrate(surprise, &breaks, TOLERANCE);
        // In this unit the density is less by a factor.
        let rounding = f64::EPSILON * unit.abs();
        Integral {
            value: integral.value - unit,
            error: integral.error + rounding,
        }
    }

    /// ∫ p (q/p − 1 − log q/p), which is ∫ p log p/q, since both densities have the area one; and
    /// nowhere is it below zero.
    fn kl_divergence(&self, other: &Self) -> Integral {
        let (this, other, _) = common(self, other);
        let gap = |x: Double| {
            let log_p = this.log_prob_between(x);
            let log_q = other.log_prob_between(x);
            let p = libm::exp(log_p);
            let log_ratio = log_q - log_p;
            if p == 0.0 {
                libm::exp(log_q)
            } else if log_ratio > 1.0 {
                libm::exp(log_q) - p - p * log_ratio
            } else {
                p * excess_of_exp(log_ratio)
            }
        };
        integrate(gap, &merged(&this.breaks(), &other.breaks()), TOLERANCE)
    }

    /// log p(x) of a point between the numbers.
    fn log_prob_between(&self, x: Double) -> f64 {
        log_sum_exp(self.parts.iter().map(|part| {
            let z = part.gaussian.z_of(x);
            part.log_peak - 0.5 * z * z
        }))
    }

    /// Where the density may be interesting, ascending, from end to end.
    fn breaks(&self) -> Vec<Double> {
        let around = |part: &Part| {
            let Gaussian { loc, scale } = part.gaussian;
            BREAKS.map(|z| [-z, z].map(|z| Double::from(loc).plus(z * scale)))
        };
        let breaks: Vec<_> =
            self.parts.iter().flat_map(around).flatten().collect();
        merged(&[], &breaks)
    }
}

/// Two mixtures in a unit, a power of two, in which the widest component of the first has about the
/// scale one; and that unit.
fn common(
    this: &NormalMixture,
    other: &NormalMixture,
) -> (NormalMixture, NormalMixture, f64) {
    let far = |mixture: &NormalMixture| {
        let locs = mixture.parts.iter().map(|part| part.gaussian.loc.abs());
        exponent(locs.fold(0.0, f64::max)) - exponent(mixture.unit)
    };
    let widest = this.parts[this.widest].gaussian.scale;
    let about_one = exponent(this.unit) - exponent(widest);
    let most = LARGEST - far(this).max(far(other));
    let unit = about_one.min(most).clamp(-LARGEST, LARGEST);
    let [this, other] = [this, other].map(|mixture| {
        let factor = unit - exponent(mixture.unit);
        mixture.times(libm::ldexp(1.0, factor))
    });
    (this, other, libm::ldexp(1.0, unit))
}

/// The points of both, ascending.
fn merged(one: &[Double], other: &[Double]) -> Vec<Double> {
    let mut points = [one, other].concat();
    points.sort_unstable_by(|a, b| {
        a.hi.total_cmp(&b.hi).then(a.lo.total_cmp(&b.lo))
    });
    points.dedup();
    points
}

/// eᵗ − 1 − t for t ≤ 1, which is never below zero.
fn excess_of_exp(t: f64) -> f64 {
    if t.abs() > 0.5 {
        return libm::expm1(t) - t;
    }
    // t²/2·(1 + t/3·(1 + t/4·(1 + …)))
    let series =
        (3..=18).rev().fold(1.0, |sum, n| 1.0 + t / f64::from(n) * sum);
    0.5 * t * t * series
}
