use ndarray::{ArrayD, Dimension, IntoDimension};
use rand::Rng;

use crate::{
    ArrayLike, Categorical, Error, OnePass, Scalar, Tail,
    array::check,
    batch::{
        check_single, map_members, mapped, members, sample_members,
        sample_shape, shaped,
    },
    interval::ends,
};

/// A batch of distributions of one kind.
///
/// Three shapes are kept apart, as in TensorFlow Probability. The **batch shape** says how many
/// distributions there are and how they are laid out: `Normal::new([2.5, 4.8], 0.5)?` is a batch
/// of two. The **event shape** is that of one draw from one of them: `[]`, a single number, for
/// every distribution of this crate. The **sample shape** is what [`sample`](Self::sample) is
/// asked for. A sample has the shape sample + batch + event.
///
/// Arguments broadcast with the batch as in NumPy: shapes are aligned at the last axis, and an
/// axis of length 1, or a missing one, is repeated. To ask both members of a batch of two about
/// four points, pass them in the shape `[4, 1]`; the answer has the shape `[4, 2]`.
///
/// A data point that is NaN gives NaN for that point.
///
/// What a distribution does not have is absent from its type. The methods below that ask for
/// [`Cumulative`], [`Quantile`] or [`Moments`] exist where the distribution has them; modes, an
/// entropy or a divergence stand at the types that have one. The class that a
/// [`Categorical`] draws has no mean, and asking for one does not compile:
///
/// ```compile_fail
/// use mixture::{Categorical, Distribution};
///
/// let class = Categorical::from_probs([0.6, 0.4]).unwrap();
/// class.mean();
/// ```
///
/// To write a distribution of your own, and have it mixed by
/// [`MixtureSameFamily`](crate::MixtureSameFamily), say how its batch is laid out, what the
/// density of one member of the batch is, and how to draw from it; everything about shapes is
/// provided. Members are counted in row-major order of the batch shape, and `member` is always
/// below their number. Do not panic on a larger one; return anything.
///
/// ```
/// use std::convert::Infallible;
///
/// use mixture::{
///     ArrayLike, Categorical, Distribution, Error, MixtureSameFamily,
/// };
/// use ndarray::ArrayD;
/// use rand::{Rng, RngExt};
///
/// /// Uniform distributions between zero and these ends.
/// struct Uniform(ArrayD<f64>);
///
/// impl Uniform {
///     fn end(&self, member: usize) -> f64 {
///         self.0.iter().nth(member).copied().unwrap_or(f64::NAN)
///     }
/// }
///
/// impl Distribution for Uniform {
///     type Value = f64;
///     type OnePass = Infallible;
///
///     fn batch_shape(&self) -> &[usize] {
///         self.0.shape()
///     }
///
///     fn gather(&self, members: impl ArrayLike<usize>) -> Result<Self, Error> {
///         Ok(Self(members.view().map(|&member| self.end(member))))
///     }
///
///     fn member_log_prob(&self, member: usize, x: f64) -> f64 {
///         let end = self.end(member);
///         if (0.0..=end).contains(&x) { -end.ln() } else { f64::NEG_INFINITY }
///     }
///
///     fn member_draw<R: Rng + ?Sized>(&self, member: usize, rng: &mut R) -> f64 {
///         self.end(member) * rng.random::<f64>()
///     }
/// }
///
/// let gmm = MixtureSameFamily::new(
///     Categorical::from_probs([0.5, 0.5])?,
///     Uniform(ndarray::arr1(&[1.0, 4.0]).into_dyn()),
/// )?;
/// assert_eq!(gmm.posterior_marginal(0.5)?.probs()[0], 0.8);
/// # Ok::<(), mixture::Error>(())
/// ```
pub trait Distribution: Sized {
    /// What is drawn: a number, `f64`, or a class, `usize`.
    type Value: Copy + Default + Send + Sync + 'static;

    /// How mixtures of these components are computed in one pass over the data;
    /// [`Infallible`](std::convert::Infallible) where nobody knows a faster way than component by
    /// component.
    type OnePass: OnePass<Self::Value>;

    /// How many distributions there are, and how they are laid out.
    fn batch_shape(&self) -> &[usize];

    /// The members of the batch at the given places: a batch of the shape of `members`.
    ///
    /// # Errors
    ///
    /// [`Error::Index`] for a member that the batch does not have.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Distribution, Normal};
    ///
    /// let batch = Normal::new([2.5, 4.8], [0.6, 0.3])?;
    /// assert_eq!(batch.gather(1)?, Normal::new(4.8, 0.3)?);
    /// assert_eq!(batch.gather([0, 0, 1])?.batch_shape(), [3]);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    fn gather(&self, members: impl ArrayLike<usize>) -> Result<Self, Error>;

    /// The logarithm of one member's density, or probability, at a point.
    fn member_log_prob(&self, member: usize, x: Self::Value) -> f64;

    /// The density, or probability, of one member at a point.
    fn member_prob(&self, member: usize, x: Self::Value) -> f64 {
        libm::exp(self.member_log_prob(member, x))
    }

    /// One draw from one member.
    fn member_draw<R: Rng + ?Sized>(
        &self,
        member: usize,
        rng: &mut R,
    ) -> Self::Value;

    /// A mixture of these components, made ready for [`OnePass`](Self::OnePass).
    ///
    /// The last axis of the batch counts the components; the axes before it are the batch of
    /// `mixture`.
    fn one_pass(&self, mixture: &Categorical) -> Option<Self::OnePass> {
        let _ = mixture;
        None
    }

    /// The shape of one draw from one distribution of the batch: `[]`.
    fn event_shape(&self) -> &[usize] {
        &[]
    }

    /// The logarithm of the density, or of the probability for discrete distributions, at each
    /// point.
    ///
    /// Shape: `x` broadcast with the batch shape.
    ///
    /// # Errors
    ///
    /// [`Error::Broadcast`] if `x` does not broadcast against the batch.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Distribution, Normal};
    ///
    /// let batch = Normal::new([2.5, 4.8], [0.6, 0.3])?;
    /// assert_eq!(batch.log_prob(3.0)?.shape(), [2]);
    /// assert_eq!(batch.log_prob([[1.0], [2.0], [3.0]])?.shape(), [3, 2]);
    /// assert_eq!(
    ///     batch.log_prob([1.0, 2.0, 3.0]).unwrap_err().to_string(),
    ///     "x of shape [3] and batch_shape of shape [2] do not broadcast",
    /// );
    /// # Ok::<(), mixture::Error>(())
    /// ```
    fn log_prob(
        &self,
        x: impl ArrayLike<Self::Value>,
    ) -> Result<ArrayD<f64>, Error> {
        map_members(self.batch_shape(), "x", &x.view(), |member, x| {
            self.member_log_prob(member, x)
        })
    }

    /// The density, or the probability for discrete distributions, at each point.
    ///
    /// Shape: `x` broadcast with the batch shape.
    ///
    /// # Errors
    ///
    /// As [`log_prob`](Self::log_prob).
    fn prob(
        &self,
        x: impl ArrayLike<Self::Value>,
    ) -> Result<ArrayD<f64>, Error> {
        map_members(self.batch_shape(), "x", &x.view(), |member, x| {
            self.member_prob(member, x)
        })
    }

    /// Independent draws: for every index of `shape`, one from each distribution of the batch.
    ///
    /// Shapes: `shape` + batch shape; `()` for one draw of each.
    ///
    /// The draws are made one after the other in row-major order, so that the same generator with
    /// the same seed gives the same sample on every machine. How many numbers a draw takes from
    /// the generator stands at each distribution.
    ///
    /// # Panics
    ///
    /// If the sample has more elements than fit into memory.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Distribution, Normal};
    /// use rand_pcg::{Pcg64, rand_core::SeedableRng};
    ///
    /// let batch = Normal::new([2.5, 4.8], [0.6, 0.3])?;
    /// let mut rng = Pcg64::seed_from_u64(42);
    /// assert_eq!(batch.sample((), &mut rng).shape(), [2]);
    /// assert_eq!(batch.sample([5, 7], &mut rng).shape(), [5, 7, 2]);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    fn sample<R: Rng + ?Sized>(
        &self,
        shape: impl IntoDimension,
        rng: &mut R,
    ) -> ArrayD<Self::Value> {
        let shape = sample_shape(shape, self.batch_shape());
        let draws =
            sample_members(self.batch_shape(), shape.size(), |member| {
                self.member_draw(member, rng)
            });
        shaped(shape, draws)
    }

    /// This distribution with plain numbers in and out: for code that has one point at a time,
    /// and for the traits of `rand` and statrs.
    ///
    /// # Errors
    ///
    /// [`Error::Batch`] unless the batch shape is `[]`.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Distribution, Normal};
    ///
    /// let passed = Normal::new(2.5, 0.6)?;
    /// assert_eq!(passed.scalar()?.log_prob(2.5), passed.log_prob(2.5)?[[]]);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    fn scalar(&self) -> Result<Scalar<'_, Self>, Error> {
        check_single("scalar", self.batch_shape()).map(|()| Scalar::of(self))
    }

    /// The distribution function: the probability of a draw of at most `x`.
    ///
    /// Shape: `x` broadcast with the batch shape.
    ///
    /// # Errors
    ///
    /// As [`log_prob`](Self::log_prob).
    fn cdf(&self, x: impl ArrayLike) -> Result<ArrayD<f64>, Error>
    where
        Self: Cumulative,
    {
        self.tail(Tail::Lower, x)
    }

    /// The logarithm of the distribution function, with all its digits where
    /// [`cdf`](Self::cdf) underflows to zero.
    ///
    /// Shape: `x` broadcast with the batch shape.
    ///
    /// # Errors
    ///
    /// As [`log_prob`](Self::log_prob).
    fn log_cdf(&self, x: impl ArrayLike) -> Result<ArrayD<f64>, Error>
    where
        Self: Cumulative,
    {
        map_members(self.batch_shape(), "x", &x.view(), |member, x| {
            self.member_log_tail(member, Tail::Lower, x)
        })
    }

    /// The probability of a draw above `x`: 1 − cdf(x), computed directly, so that no digits are
    /// lost in a subtraction.
    ///
    /// Shape: `x` broadcast with the batch shape.
    ///
    /// # Errors
    ///
    /// As [`log_prob`](Self::log_prob).
    fn survival_function(&self, x: impl ArrayLike) -> Result<ArrayD<f64>, Error>
    where
        Self: Cumulative,
    {
        self.tail(Tail::Upper, x)
    }

    /// The logarithm of the survival function, with all its digits where
    /// [`survival_function`](Self::survival_function) underflows to zero.
    ///
    /// Shape: `x` broadcast with the batch shape.
    ///
    /// # Errors
    ///
    /// As [`log_prob`](Self::log_prob).
    fn log_survival_function(
        &self,
        x: impl ArrayLike,
    ) -> Result<ArrayD<f64>, Error>
    where
        Self: Cumulative,
    {
        map_members(self.batch_shape(), "x", &x.view(), |member, x| {
            self.member_log_tail(member, Tail::Upper, x)
        })
    }

    /// The probability of a draw above `from` and at most `to`; either end may be infinite. Of normal
    /// distributions and their mixtures it has its digits however narrow the interval is and however
    /// far out.
    ///
    /// Shape: `from` broadcast with `to` and with the batch shape.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a `to` below its `from`, [`Error::Broadcast`] if the shapes do not
    /// broadcast.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Categorical, Distribution, MixtureSameFamily, Normal};
    ///
    /// let gmm = MixtureSameFamily::new(
    ///     Categorical::from_probs([0.6, 0.4])?,
    ///     Normal::new([2.5, 4.8], [0.6, 0.3])?,
    /// )?;
    /// // What an examiner calls 4.0.
    /// let share = gmm.prob_between(3.85, 4.15)?[[]];
    /// assert!((0.0112..0.0113).contains(&share));
    /// # Ok::<(), mixture::Error>(())
    /// ```
    fn prob_between(
        &self,
        from: impl ArrayLike,
        to: impl ArrayLike,
    ) -> Result<ArrayD<f64>, Error>
    where
        Self: Cumulative,
    {
        let logs = self.log_prob_between(from, to)?;
        Ok(mapped(&logs, |log| libm::exp(*log)))
    }

    /// The logarithm of [`prob_between`](Self::prob_between), also where that is too small for a
    /// number.
    ///
    /// Shape: `from` broadcast with `to` and with the batch shape.
    ///
    /// # Errors
    ///
    /// As [`prob_between`](Self::prob_between).
    fn log_prob_between(
        &self,
        from: impl ArrayLike,
        to: impl ArrayLike,
    ) -> Result<ArrayD<f64>, Error>
    where
        Self: Cumulative,
    {
        let ends = ends(&from.view(), &to.view())?;
        map_members(self.batch_shape(), "from", &ends, |member, ends| {
            self.member_log_between(member, ends)
        })
    }

    /// The smallest `x` of the support with cdf(x) ≥ `q`: for a continuous distribution the
    /// inverse of [`cdf`](Self::cdf), −∞ at 0 and ∞ at 1.
    ///
    /// Where the `cdf` of a mixture is flat to the last digit, since its components are far apart,
    /// it is where the tails on both sides are equally large.
    ///
    /// Shape: `q` broadcast with the batch shape.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a `q` outside [0, 1] or NaN, [`Error::Broadcast`] if `q` does not
    /// broadcast against the batch.
    fn quantile(&self, q: impl ArrayLike) -> Result<ArrayD<f64>, Error>
    where
        Self: Quantile,
    {
        self.quantiles(q)
    }

    /// The mean of each distribution of the batch. Shape: the batch shape.
    fn mean(&self) -> ArrayD<f64>
    where
        Self: Moments,
    {
        mapped(&members(self.batch_shape()), |&member| self.member_mean(member))
    }

    /// The variance of each distribution of the batch. Shape: the batch shape.
    fn variance(&self) -> ArrayD<f64>
    where
        Self: Moments,
    {
        mapped(&members(self.batch_shape()), |&member| {
            self.member_variance(member)
        })
    }

    /// The standard deviation of each distribution of the batch. Shape: the batch shape.
    fn stddev(&self) -> ArrayD<f64>
    where
        Self: Moments,
    {
        mapped(&members(self.batch_shape()), |&member| {
            self.member_stddev(member)
        })
    }
}

/// A distribution that has a distribution function: it gives [`Distribution`] its `cdf`, its
/// `survival_function` and the logarithms of both.
pub trait Cumulative: Distribution<Value = f64> {
    /// The probability that a draw from one member is on this side of a point.
    fn member_tail(&self, member: usize, tail: Tail, x: f64) -> f64;

    /// The logarithm of [`member_tail`](Self::member_tail), with all its digits where that is
    /// too small for a number or rounds to one.
    fn member_log_tail(&self, member: usize, tail: Tail, x: f64) -> f64;

    /// The logarithm of the probability that a draw from one member is above the first of two points
    /// and at most the second, which is not below the first.
    fn member_log_between(&self, member: usize, [from, to]: [f64; 2]) -> f64 {
        let [from, to] =
            [from, to].map(|x| self.member_tail(member, Tail::Lower, x));
        libm::log(to - from)
    }

    /// The probability that a draw is on this side of each point.
    ///
    /// Shape: `x` broadcast with the batch shape.
    ///
    /// # Errors
    ///
    /// [`Error::Broadcast`] if `x` does not broadcast against the batch.
    fn tail(
        &self,
        tail: Tail,
        x: impl ArrayLike,
    ) -> Result<ArrayD<f64>, Error> {
        map_members(self.batch_shape(), "x", &x.view(), |member, x| {
            self.member_tail(member, tail, x)
        })
    }
}

/// A distribution whose distribution function can be inverted: it gives [`Distribution`] its
/// `quantile`.
pub trait Quantile: Cumulative {
    /// The quantile of one member at a probability in [0, 1].
    fn member_quantile(&self, member: usize, q: f64) -> f64;

    /// The quantile at every probability, as [`Distribution::quantile`] gives it.
    ///
    /// Shape: `q` broadcast with the batch shape.
    ///
    /// # Errors
    ///
    /// As [`Distribution::quantile`].
    fn quantiles(&self, q: impl ArrayLike) -> Result<ArrayD<f64>, Error> {
        let q = q.view();
        check("q", &q, "in [0, 1]", |q| (0.0..=1.0).contains(&q))?;
        map_members(self.batch_shape(), "q", &q, |member, q| {
            self.member_quantile(member, q)
        })
    }
}

/// A distribution that has a mean and a variance: it gives [`Distribution`] its `mean`,
/// `variance` and `stddev`.
pub trait Moments: Distribution<Value = f64> {
    /// The mean of one member.
    fn member_mean(&self, member: usize) -> f64;

    /// The variance of one member.
    fn member_variance(&self, member: usize) -> f64;

    /// The standard deviation of one member.
    fn member_stddev(&self, member: usize) -> f64 {
        self.member_variance(member).sqrt()
    }
}
