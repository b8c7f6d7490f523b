mod labelled;
mod traits;

use std::sync::atomic::{AtomicBool, Ordering};

use ndarray::{ArrayD, Dimension, IxDyn, arr0};

use crate::{
    ArrayLike, Categorical, Distribution, Error, OnePass,
    array::{broadcast_shapes, check, check_size, stretch, with_axis},
    batch::{each_member, map_members, mapped, members, shaped},
    bulk,
    reduce::{first_largest, normalize_logs},
};

/// A batch of mixtures whose components are of one kind.
///
/// A class Z is drawn from the mixture distribution, and a number from the component of that
/// class. What is left when the class is not told is
///
/// ```text
/// p(x) = ∑ₖ πₖ pₖ(x)
/// ```
///
#[doc = concat!("<div>\n", include_str!("../doc/mixture_same_family.svg"), "</div>\n")]
///
/// The components stand along the last batch axis of `components_distribution`; the axes before
/// it, broadcast with the batch of `mixture_distribution`, are the batch of the mixture.
///
/// Components may be of any kind that is a [`Distribution`]. Where they are
/// [`Normal`](crate::Normal) there is more to ask for, and the density, the distribution function,
/// the posterior and a sample of a single mixture are computed in one pass over the data.
///
/// Every draw takes a number from the generator for the class, and then what a draw of a
/// component takes.
///
/// # Examples
///
/// ```
/// use mixture::{Bernoulli, Categorical, Distribution, MixtureSameFamily};
///
/// // Four seasons, and in each the weather is good with another probability.
/// let weather = MixtureSameFamily::new(
///     Categorical::from_probs([0.25; 4])?,
///     Bernoulli::from_probs([0.4, 0.9, 0.5, 0.3])?,
/// )?;
/// assert_eq!(weather.prob(1.0)?[[]], 0.525);
/// # Ok::<(), mixture::Error>(())
/// ```
///
/// # References
///
/// Bishop, *Pattern Recognition and Machine Learning* (2006), sections 2.3.9 and 9.2;
/// McLachlan and Peel, *Finite Mixture Models* (2000), chapter 1.
#[derive(Clone, Debug)]
pub struct MixtureSameFamily<C: Distribution> {
    /// Of the mixture's batch shape.
    mixture: Categorical,
    /// Of the mixture's batch shape + `[K]`.
    components: C,
    /// How the two are computed together, where the components know that.
    one_pass: Option<C::OnePass>,
}

impl<C: Distribution + PartialEq> PartialEq for MixtureSameFamily<C> {
    fn eq(&self, other: &Self) -> bool {
        self.mixture == other.mixture && self.components == other.components
    }
}

impl<C: Distribution> MixtureSameFamily<C> {
    /// Mixtures of these classes and components.
    ///
    /// Batch shape: that of the classes broadcast with that of the components without its last
    /// axis.
    ///
    /// # Errors
    ///
    /// [`Error::Components`] if there are not as many components as classes, [`Error::Argument`] if
    /// the classes are the posterior of a point that has none, [`Error::Empty`] if the components'
    /// batch shape is `[]` or ends in 0, [`Error::Broadcast`] if the batch shapes do not broadcast.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Categorical, MixtureSameFamily, Normal};
    ///
    /// let three = Normal::new([2.5, 4.8, 4.0], 0.5)?;
    /// assert_eq!(
    ///     MixtureSameFamily::new(Categorical::from_probs([0.6, 0.4])?, three)
    ///         .unwrap_err()
    ///         .to_string(),
    ///     "mixture_distribution has 2 categories, but components_distribution has 3 components",
    /// );
    /// # Ok::<(), mixture::Error>(())
    /// ```
    pub fn new(
        mixture_distribution: Categorical,
        components_distribution: C,
    ) -> Result<Self, Error> {
        let (mixture, components) =
            (mixture_distribution, components_distribution);
        let categories = mixture.num_categories();
        let shape = components.batch_shape();
        match shape.split_last() {
            None | Some((0, _)) => {
                let shape = shape.to_vec();
                let argument = "components_distribution";
                return Err(Error::Empty { argument, shape });
            }
            Some((&components, _)) if components != categories => {
                return Err(Error::Components { categories, components });
            }
            Some(_) => {}
        }
        // A posterior may be NaN; a mixture of it would be no distribution.
        check(
            "mixture_distribution's probs",
            mixture.probs(),
            "a number",
            |p| !p.is_nan(),
        )?;
        let batch = broadcast_shapes(
            ("mixture_distribution", mixture.batch_shape()),
            ("components_distribution", &shape[..shape.len() - 1]),
        )?;
        let mixture = stretch_batch(mixture, &batch)?;
        let with_components = with_axis(batch.slice(), categories);
        let components = stretch_batch(components, &with_components)?;
        let one_pass = components.one_pass(&mixture);
        Ok(Self { mixture, components, one_pass })
    }

    /// The distribution of the class. Batch shape: that of the mixture.
    #[must_use]
    pub fn mixture_distribution(&self) -> &Categorical {
        &self.mixture
    }

    /// The components. Batch shape: that of the mixture + `[K]`.
    #[must_use]
    pub fn components_distribution(&self) -> &C {
        &self.components
    }

    /// How many components there are, K.
    #[must_use]
    pub fn num_components(&self) -> usize {
        self.mixture.num_categories()
    }

    /// The component of class `k`. Batch shape: that of the mixture.
    ///
    /// # Errors
    ///
    /// [`Error::Index`] if there is no such component.
    pub fn component(&self, k: usize) -> Result<C, Error> {
        let len = self.num_components();
        if k >= len {
            let argument = "k".to_owned();
            return Err(Error::Index { argument, len, index: k });
        }
        let members =
            mapped(&members(self.batch_shape()), |member| member * len + k);
        self.components.gather(members)
    }

    /// The distribution of the class, given a point: p(Z = k ∣ x) = πₖ pₖ(x) / p(x), which is
    /// also called the responsibility of component k for x.
    ///
    /// Batch shape: `x` broadcast with the batch shape. `probs()` has an axis more, of length K.
    ///
    /// Far from every component all densities underflow, and TensorFlow Probability's posterior is
    /// NaN. Here it is the limit: the widest normal component wins, and among equally wide ones
    /// the nearest. A point that is NaN, or that no component could have given, has the posterior
    /// NaN.
    ///
    /// # Errors
    ///
    /// [`Error::Broadcast`] if `x` does not broadcast against the batch.
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
    /// let class = gmm.posterior_marginal([1.0, 3.6, 4.8, 1e200])?;
    /// assert_eq!(class.batch_shape(), [4]);
    /// assert_eq!(class.probs().shape(), [4, 2]);
    /// assert_eq!(class.probs()[[3, 0]], 1.0);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    pub fn posterior_marginal(
        &self,
        x: impl ArrayLike<C::Value>,
    ) -> Result<Categorical, Error> {
        let x = x.view();
        check_size(&with_axis(x.shape(), self.num_components()))?;
        if let Some(one_pass) = self.one_pass_without_batch() {
            let small = AtomicBool::new(false);
            let probs =
                bulk::map(&x, Some(self.num_components()), |x, probs| {
                    if one_pass.posterior_marginal(x, probs) {
                        small.store(true, Ordering::Relaxed);
                    }
                });
            if !small.into_inner() {
                return Ok(Categorical::from_right_probs(probs));
            }
            let mut logs = Vec::with_capacity(probs.len());
            for &x in &x {
                one_pass.member_log_posterior(0, x, &mut logs);
            }
            let log_probs = shaped(probs.raw_dim(), logs);
            return Ok(Categorical::from_both(probs, log_probs));
        }
        let mut logs = Vec::new();
        let shape = each_member(self.batch_shape(), "x", &x, |member, x| {
            self.member_log_posterior(member, x, &mut logs);
        })?;
        let shape = with_axis(shape.slice(), self.num_components());
        Ok(Categorical::from_log_probs(shaped(shape, logs)))
    }

    /// The class that is most probable, given a point, and the first of them if several are.
    ///
    /// Shape: `x` broadcast with the batch shape.
    ///
    /// A point whose posterior is NaN gets [`num_components`](Self::num_components): no class.
    ///
    /// # Errors
    ///
    /// [`Error::Broadcast`] if `x` does not broadcast against the batch.
    pub fn posterior_mode(
        &self,
        x: impl ArrayLike<C::Value>,
    ) -> Result<ArrayD<usize>, Error> {
        let (mut modes, mut logs) = (Vec::new(), Vec::new());
        let shape =
            each_member(self.batch_shape(), "x", &x.view(), |member, x| {
                logs.clear();
                self.member_log_posterior(member, x, &mut logs);
                modes.push(first_largest(&logs).unwrap_or(logs.len()));
            })?;
        Ok(shaped(shape, modes))
    }

    /// Appends the logarithms of the posterior of one member at a point.
    fn member_log_posterior(
        &self,
        member: usize,
        x: C::Value,
        logs: &mut Vec<f64>,
    ) {
        if let Some(one_pass) = &self.one_pass {
            return one_pass.member_log_posterior(member, x, logs);
        }
        let start = logs.len();
        logs.extend(self.member_log_joint(member, x));
        normalize_logs(&mut logs[start..]);
    }

    /// log πₖ pₖ(x) for every k.
    fn member_log_joint(
        &self,
        member: usize,
        x: C::Value,
    ) -> impl Iterator<Item = f64> + Clone {
        (0..self.num_components()).map(move |k| {
            self.mixture.member_log_prob(member, k)
                + self.components.member_log_prob(self.place(member, k), x)
        })
    }

    /// πₖ·f(component k), summed over the classes that are possible.
    fn average(&self, member: usize, f: impl Fn(usize) -> f64) -> f64 {
        let weights = self.mixture.row(member).iter().enumerate();
        weights
            .filter(|(_, weight)| **weight > 0.0)
            .map(|(k, weight)| weight * f(self.place(member, k)))
            .sum()
    }

    /// The place of component k of a member in the batch of the components.
    fn place(&self, member: usize, k: usize) -> usize {
        member * self.num_components() + k
    }

    /// One number for every point: in one pass where that is possible, else point by point.
    fn at_every_point(
        &self,
        x: impl ArrayLike<C::Value>,
        at_one: impl Fn(usize, C::Value) -> f64,
        at_all: impl Fn(&C::OnePass, &[C::Value], &mut [f64]) + Sync,
    ) -> Result<ArrayD<f64>, Error> {
        let Some(one_pass) = self.one_pass_without_batch() else {
            return map_members(self.batch_shape(), "x", &x.view(), at_one);
        };
        Ok(match x.number() {
            Some(x) => arr0(at_one(0, x)).into_dyn(),
            None => bulk::map(&x.view(), None, |x, values| {
                at_all(one_pass, x, values);
            }),
        })
    }

    /// How the data are computed in one pass, where there is a single mixture.
    fn one_pass_without_batch(&self) -> Option<&C::OnePass> {
        let one_pass = self.one_pass.as_ref()?;
        self.batch_shape().is_empty().then_some(one_pass)
    }
}

/// A distribution in a larger batch shape, along whose new axes it is the same.
fn stretch_batch<D: Distribution>(
    distribution: D,
    shape: &IxDyn,
) -> Result<D, Error> {
    if distribution.batch_shape() == shape.slice() {
        return Ok(distribution);
    }
    distribution.gather(stretch(&members(distribution.batch_shape()), shape))
}
