use ndarray::{ArrayD, ArrayViewD};
use rand::Rng;

use crate::{
    ArrayLike, Categorical, Cumulative, Distribution, Error, Moments, Quantile,
    Tail,
    array::check,
    batch::Batch,
    elementary::{LOG_SQRT_2PI, standard_normal},
    gaussian::Gaussian,
    interval::log_interval,
    normal_mixture::Members,
};

/// A batch of normal distributions.
///
/// With `loc` μ and `scale` σ the density is
///
/// ```text
/// p(x) = exp(−z²/2) / (σ √(2π)),   z = (x − μ)/σ
/// ```
///
#[doc = concat!("<div>\n", include_str!("../doc/normal.svg"), "</div>\n")]
///
/// z is computed as it stands here, so that N(10⁸, 10⁻³) keeps its digits. Both tails keep theirs,
/// and their logarithms however far out.
///
/// Every draw takes one number, 64 bits, from the generator: it is Φ⁻¹ of a uniform number.
///
/// # Examples
///
/// ```
/// use mixture::{Distribution, Normal};
///
/// let standard = Normal::new(0.0, 1.0)?;
/// assert_eq!(standard.cdf(0.0)?[[]], 0.5);
/// let log_beyond = standard.log_survival_function([5.2, 40.0])?;
/// assert!((log_beyond[0] + 16.121659361745767).abs() < 1e-13);
/// assert!((log_beyond[1] + 804.6084420137538).abs() < 1e-12);
/// # Ok::<(), mixture::Error>(())
/// ```
///
/// # References
///
/// Bishop, *Pattern Recognition and Machine Learning* (2006), section 2.3.
#[derive(Clone, Debug, PartialEq)]
pub struct Normal {
    gaussians: Batch<Gaussian>,
}

impl Normal {
    /// Normal distributions of these means and standard deviations.
    ///
    /// Batch shape: `loc` broadcast with `scale`.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a `loc` that is not finite and a `scale` that is not finite and
    /// positive, [`Error::Broadcast`] if the two do not broadcast.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Distribution, Normal};
    ///
    /// assert_eq!(Normal::new([2.5, 4.8], [0.6, 0.3])?.batch_shape(), [2]);
    /// assert_eq!(
    ///     Normal::new([2.5, 4.8], [0.6, -0.3]).unwrap_err().to_string(),
    ///     "scale[1] must be finite and positive, got -0.3",
    /// );
    /// # Ok::<(), mixture::Error>(())
    /// ```
    pub fn new(
        loc: impl ArrayLike,
        scale: impl ArrayLike,
    ) -> Result<Self, Error> {
        Self::of_parameters(loc.view(), scale.view())
    }

    /// [`new`](Self::new), compiled once for whatever the arguments are.
    fn of_parameters(
        loc: ArrayViewD<'_, f64>,
        scale: ArrayViewD<'_, f64>,
    ) -> Result<Self, Error> {
        check("loc", &loc, "finite", f64::is_finite)?;
        check("scale", &scale, "finite and positive", |scale| {
            scale > 0.0 && scale.is_finite()
        })?;
        let gaussian = |loc, scale| Gaussian { loc, scale };
        Batch::of_two(("loc", loc), ("scale", scale), gaussian)
            .map(|gaussians| Self { gaussians })
    }

    /// The means. Shape: the batch shape.
    #[must_use]
    pub fn loc(&self) -> ArrayD<f64> {
        self.gaussians.map(|gaussian| gaussian.loc)
    }

    /// The standard deviations. Shape: the batch shape.
    #[must_use]
    pub fn scale(&self) -> ArrayD<f64> {
        self.gaussians.map(|gaussian| gaussian.scale)
    }

    /// Where each density is highest: the means. Shape: the batch shape.
    #[must_use]
    pub fn mode(&self) -> ArrayD<f64> {
        self.loc()
    }

    /// The differential entropy, in nats: log(σ √(2πe)). Shape: the batch shape.
    #[must_use]
    pub fn entropy(&self) -> ArrayD<f64> {
        self.gaussians
            .map(|gaussian| libm::log(gaussian.scale) + LOG_SQRT_2PI + 0.5)
    }

    /// The Kullback–Leibler divergence KL(self ‖ other) = ∫ p log(p/q), in nats, with p of `self` and q
    /// of `other`.
    ///
    /// Shape: the batch shapes broadcast with each other.
    ///
    /// # Errors
    ///
    /// [`Error::Broadcast`] if the batch shapes do not broadcast.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::Normal;
    ///
    /// let (passed, failed) = (Normal::new(2.5, 0.6)?, Normal::new(4.8, 0.3)?);
    /// assert_eq!(passed.kl_divergence(&passed)?[[]], 0.0);
    /// assert!(passed.kl_divergence(&failed)?[[]] > 30.0);
    /// assert!(failed.kl_divergence(&passed)?[[]] < 8.0);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    pub fn kl_divergence(&self, other: &Self) -> Result<ArrayD<f64>, Error> {
        self.gaussians.zip(&other.gaussians, |p, q| {
            // ½(t − log(1 + t)), with t = σ²/σ′² − 1, is what the scales add.
            let (smaller, larger) =
                (p.scale.min(q.scale), p.scale.max(q.scale));
            let scales = if larger < 1.5 * smaller {
                let t = (p.scale - q.scale) / q.scale;
                0.5 * log1p_gap(t * (2.0 + t))
            } else {
                let log_ratio = libm::log(p.scale) - libm::log(q.scale);
                0.5 * libm::expm1(2.0 * log_ratio) - log_ratio
            };
            let z = q.z(p.loc);
            scales + 0.5 * z * z
        })
    }

    /// One distribution of the batch; NaN where the batch has no such member.
    pub(crate) fn gaussian(&self, member: usize) -> Gaussian {
        let nobody = Gaussian { loc: f64::NAN, scale: f64::NAN };
        self.gaussians.get(member).unwrap_or(nobody)
    }
}

/// t − log(1 + t) for −0.6 < t < 1.3, which is never below zero.
fn log1p_gap(t: f64) -> f64 {
    // log(1 + t) = 2 artanh s, and t − 2s = st.
    let s = t / (2.0 + t);
    let s2 = s * s;
    let series = (1..=24)
        .rev()
        .fold(0.0, |sum, n| (sum + 1.0 / f64::from(2 * n + 1)) * s2);
    s * t - 2.0 * s * series
}

impl Distribution for Normal {
    type Value = f64;
    type OnePass = Members;

    fn batch_shape(&self) -> &[usize] {
        self.gaussians.shape()
    }

    fn gather(&self, members: impl ArrayLike<usize>) -> Result<Self, Error> {
        let gaussians = self.gaussians.gather(&members.view())?;
        Ok(Self { gaussians })
    }

    fn member_log_prob(&self, member: usize, x: f64) -> f64 {
        self.gaussian(member).log_prob(x)
    }

    fn one_pass(&self, mixture: &Categorical) -> Option<Members> {
        Some(Members::new(mixture, |member| self.gaussian(member)))
    }

    fn member_draw<R: Rng + ?Sized>(&self, member: usize, rng: &mut R) -> f64 {
        self.gaussian(member).at(standard_normal(rng.next_u64()))
    }
}

impl Cumulative for Normal {
    fn member_tail(&self, member: usize, tail: Tail, x: f64) -> f64 {
        self.gaussian(member).tail(tail, x)
    }

    fn member_log_tail(&self, member: usize, tail: Tail, x: f64) -> f64 {
        self.gaussian(member).log_tail(tail, x)
    }

    fn member_log_between(&self, member: usize, ends: [f64; 2]) -> f64 {
        log_interval(self.gaussian(member), ends)
    }
}

impl Quantile for Normal {
    fn member_quantile(&self, member: usize, q: f64) -> f64 {
        self.gaussian(member).quantile(q)
    }
}

impl Moments for Normal {
    fn member_mean(&self, member: usize) -> f64 {
        self.gaussian(member).loc
    }

    fn member_variance(&self, member: usize) -> f64 {
        let scale = self.gaussian(member).scale;
        scale * scale
    }

    fn member_stddev(&self, member: usize) -> f64 {
        self.gaussian(member).scale
    }
}
