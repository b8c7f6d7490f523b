mod traits;

use ndarray::{ArrayD, ArrayRef, ArrayView1, Axis, Dimension, IxDyn};

use crate::{
    ArrayLike, Error,
    array::{check, indexed},
    batch::{mapped, members, shaped, zip_stretched},
    reduce::{first_largest, log_sum_exp, normalize_logs},
};

/// A batch of distributions over the classes 0, 1, …, K − 1.
///
/// The last axis of the parameters counts the classes; the axes before it are the batch. A class
/// of probability zero is legal, and so is asking for a class that does not exist: it has the
/// probability zero.
///
#[doc = concat!("<div>\n", include_str!("../doc/categorical.svg"), "</div>\n")]
///
/// Every draw takes one number, 64 bits, from the generator: the class in whose stretch of the
/// unit interval it falls.
///
/// # Examples
///
/// ```
/// use mixture::{Categorical, Distribution};
///
/// let class = Categorical::from_probs([0.6, 0.4])?;
/// assert_eq!(class.prob([0, 1, 2])?.as_slice(), Some(&[0.6, 0.4, 0.0][..]));
/// assert_eq!(class.mode()[[]], 0);
/// # Ok::<(), mixture::Error>(())
/// ```
///
/// # References
///
/// Bishop, *Pattern Recognition and Machine Learning* (2006), section 2.2.
#[derive(Clone, Debug, PartialEq)]
pub struct Categorical {
    /// batch shape + `[K]`, in standard layout.
    probs: ArrayD<f64>,
    /// Where some probability underflows.
    log_probs: Option<ArrayD<f64>>,
}

impl Categorical {
    /// Classes of these probabilities.
    ///
    /// Shape: batch shape + `[K]`.
    ///
    /// A sum that is off by rounding, K·2⁻⁵², is taken for one, and one that is off by up to 1e-9
    /// is divided by. Probabilities out of float32 are off by more: give them to
    /// [`from_weights`](Self::from_weights).
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a probability that is negative or not finite, [`Error::Sum`] if
    /// the probabilities do not sum to one within 1e-9, [`Error::Empty`] without classes.
    ///
    /// # Examples
    ///
    /// TensorFlow Probability takes any numbers here unless it is told to validate: with
    /// `probs=[3, 7]` its mixture of components with the means −1 and 1 has the mean 4.
    ///
    /// ```
    /// use mixture::Categorical;
    ///
    /// assert_eq!(
    ///     Categorical::from_probs([3.0, 7.0]).unwrap_err().to_string(),
    ///     "probs must sum to one within 1e-9, got 10.0; from_weights divides by the sum",
    /// );
    /// ```
    pub fn from_probs(probs: impl ArrayLike) -> Result<Self, Error> {
        Self::of_probs(&probs.view())
    }

    /// [`from_probs`](Self::from_probs), compiled once for whatever the argument is.
    fn of_probs(probs: &ArrayRef<f64, IxDyn>) -> Result<Self, Error> {
        check_classes("probs", probs)?;
        check("probs", probs, NOT_NEGATIVE, is_not_negative)?;
        let sums = of_rows(probs, |row| row.iter().sum());
        let off = |sum: f64| (sum - 1.0).abs();
        let wrong = sums.indexed_iter().find(|(_, sum)| !(off(**sum) <= 1e-9));
        if let Some((row, &sum)) = wrong {
            let argument = indexed("probs", row.slice());
            return Err(Error::Sum { argument, sum });
        }
        Ok(Self::from_rows(probs, |row| {
            let sum: f64 = row.iter().sum();
            let rounding = row.len() as f64 * f64::EPSILON;
            if off(sum) > rounding { sum } else { 1.0 }
        }))
    }

    /// Classes whose probabilities are in proportion to these weights.
    ///
    /// Shape: batch shape + `[K]`.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a weight that is negative or not finite, and for a row of weights
    /// that are all zero; [`Error::Empty`] without classes.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::Categorical;
    ///
    /// let class = Categorical::from_weights([3.0, 1.0])?;
    /// assert_eq!(class.probs().as_slice(), Some(&[0.75, 0.25][..]));
    /// # Ok::<(), mixture::Error>(())
    /// ```
    pub fn from_weights(weights: impl ArrayLike) -> Result<Self, Error> {
        let weights = weights.view();
        check_classes("weights", &weights)?;
        check("weights", &weights, NOT_NEGATIVE, is_not_negative)?;
        let largest = largest(&weights);
        check("the largest of weights", &largest, "positive", |w| w > 0.0)?;
        // Divided by the largest first, so that their sum is a number.
        let scaled = Self::from_rows(&weights, |row| {
            row.iter().fold(0.0, |max: f64, w| max.max(*w))
        });
        let classes = Self::from_rows(&scaled.probs, |row| row.iter().sum());
        let mut pairs = weights.iter().zip(&classes.probs);
        if pairs.any(|(&weight, &p)| weight > 0.0 && p < f64::MIN_POSITIVE) {
            return Self::from_logits(mapped(&weights, |&w| libm::log(w)));
        }
        Ok(classes)
    }

    /// Classes whose probabilities have these logarithms, up to a common summand.
    ///
    /// Shape: batch shape + `[K]`.
    ///
    /// A logit of −∞ is a probability of zero. A probability that underflows to zero keeps its
    /// logarithm.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a logit that is NaN or +∞, and for a row of logits that are all
    /// −∞; [`Error::Empty`] without classes.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::{Categorical, Distribution};
    ///
    /// let class = Categorical::from_logits([0.0, -1000.0])?;
    /// assert_eq!(class.prob(1)?[[]], 0.0);
    /// assert_eq!(class.log_prob(1)?[[]], -1000.0);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    pub fn from_logits(logits: impl ArrayLike) -> Result<Self, Error> {
        let logits = logits.view();
        check_classes("logits", &logits)?;
        check("logits", &logits, "a number below infinity", |logit| {
            logit < f64::INFINITY
        })?;
        let largest = largest(&logits);
        check("the largest of logits", &largest, "finite", f64::is_finite)?;
        let mut rows: Vec<f64> = logits.iter().copied().collect();
        for row in rows.chunks_mut(logits.len_of(last_axis(&logits))) {
            // Logits that are logarithms of probabilities stay as they are.
            let total = log_sum_exp(row.iter().copied());
            if total.abs() > row.len() as f64 * f64::EPSILON {
                normalize_logs(row);
            }
        }
        Ok(Self::from_log_probs(shaped(logits.raw_dim(), rows)))
    }

    /// Classes whose probabilities have these logarithms, in standard layout.
    pub(crate) fn from_log_probs(log_probs: ArrayD<f64>) -> Self {
        Self::from_both(mapped(&log_probs, |&log| libm::exp(log)), log_probs)
    }

    /// Classes of these probabilities and their logarithms, both in standard layout.
    ///
    /// The logarithms are kept for the rows in which a probability underflows; what they are in
    /// one row does not depend on another.
    pub(crate) fn from_both(
        probs: ArrayD<f64>,
        mut log_probs: ArrayD<f64>,
    ) -> Self {
        let mut any_small = false;
        let len = probs.len_of(last_axis(&probs));
        let rows = probs.as_slice().unwrap_or_default().chunks(len);
        let logs = log_probs.as_slice_mut().unwrap_or_default();
        for (row, logs) in rows.zip(logs.chunks_mut(len)) {
            let small = row.iter().zip(&*logs).any(|(&p, &log)| {
                p < f64::MIN_POSITIVE && log > f64::NEG_INFINITY
            });
            if !small {
                for (log, &p) in logs.iter_mut().zip(row) {
                    *log = libm::log(p);
                }
            }
            any_small |= small;
        }
        Self { probs, log_probs: any_small.then_some(log_probs) }
    }

    /// Classes of probabilities that are known to be right, in standard layout.
    pub(crate) fn from_right_probs(probs: ArrayD<f64>) -> Self {
        Self { probs, log_probs: None }
    }

    /// Every row divided by a number of its own.
    fn from_rows(
        rows: &ArrayRef<f64, IxDyn>,
        divisor: impl Fn(&[f64]) -> f64,
    ) -> Self {
        let mut probs: Vec<f64> = rows.iter().copied().collect();
        for row in probs.chunks_mut(rows.len_of(last_axis(rows))) {
            let divisor = divisor(row);
            for p in row {
                // Adding zero turns −0 into 0.
                *p = *p / divisor + 0.0;
            }
        }
        Self::from_right_probs(shaped(rows.raw_dim(), probs))
    }

    /// The probabilities of the classes. Shape: batch shape + `[K]`.
    #[must_use]
    pub fn probs(&self) -> &ArrayD<f64> {
        &self.probs
    }

    /// The logarithms of the probabilities. Shape: batch shape + `[K]`.
    #[must_use]
    pub fn log_probs(&self) -> ArrayD<f64> {
        let from_probs = || mapped(&self.probs, |&p| libm::log(p));
        self.log_probs.clone().unwrap_or_else(from_probs)
    }

    /// How many classes there are, K.
    #[must_use]
    pub fn num_categories(&self) -> usize {
        self.probs.len_of(last_axis(&self.probs))
    }

    /// The most probable class, and the first of them if several are. Shape: the batch shape.
    ///
    /// The posterior of a point that is NaN has no such class, and gives K, which is no class.
    #[must_use]
    pub fn mode(&self) -> ArrayD<usize> {
        let mode = |row: ArrayView1<'_, f64>| {
            first_largest(row).unwrap_or(self.num_categories())
        };
        self.probs.map_axis(last_axis(&self.probs), mode)
    }

    /// The entropy, −∑ p log p, in nats. Shape: the batch shape.
    #[must_use]
    pub fn entropy(&self) -> ArrayD<f64> {
        mapped(&members(self.batch()), |&member| {
            let terms = (0..self.num_categories()).map(|class| {
                0.0 - self.p_times(member, class, self.log_p(member, class))
            });
            terms.sum()
        })
    }

    /// The Kullback–Leibler divergence KL(self ‖ other) = ∑ p log(p/q), in nats, with p of `self`
    /// and q of `other`.
    ///
    /// Shape: the batch shapes broadcast with each other. A class that only `other` lacks makes it
    /// infinite.
    ///
    /// # Errors
    ///
    /// [`Error::Categories`] if the numbers of classes differ, [`Error::Broadcast`] if the batch
    /// shapes do not broadcast.
    ///
    /// # Examples
    ///
    /// ```
    /// use mixture::Categorical;
    ///
    /// let class = Categorical::from_probs([0.6, 0.4])?;
    /// let sure = Categorical::from_probs([1.0, 0.0])?;
    /// assert_eq!(class.kl_divergence(&class)?[[]], 0.0);
    /// assert_eq!(class.kl_divergence(&sure)?[[]], f64::INFINITY);
    /// # Ok::<(), mixture::Error>(())
    /// ```
    pub fn kl_divergence(&self, other: &Self) -> Result<ArrayD<f64>, Error> {
        if self.num_categories() != other.num_categories() {
            return Err(Error::Categories {
                categories: self.num_categories(),
                others: other.num_categories(),
            });
        }
        zip_stretched(
            ("batch_shape", members(self.batch()).view()),
            ("other's batch_shape", members(other.batch()).view()),
            |p, q| {
                let terms = (0..self.num_categories()).map(|class| {
                    let ratio = self.log_p(p, class) - other.log_p(q, class);
                    self.p_times(p, class, ratio)
                });
                terms.sum()
            },
        )
    }

    /// Whether some probability underflows, and only its logarithm tells it.
    #[cfg(feature = "serde")]
    pub(crate) fn has_small_probs(&self) -> bool {
        self.log_probs.is_some()
    }

    /// The probability of a class times x, and zero where the probability is zero.
    fn p_times(&self, member: usize, class: usize, x: f64) -> f64 {
        let p = self.p(member, class);
        if p == 0.0 { 0.0 } else { p * x }
    }

    /// How many distributions there are, and how they are laid out.
    pub(crate) fn batch(&self) -> &[usize] {
        let shape = self.probs.shape();
        &shape[..shape.len() - 1]
    }

    /// The probabilities of one distribution of the batch; none where it has no such member.
    pub(crate) fn row(&self, member: usize) -> &[f64] {
        row(&self.probs, member)
    }

    /// The classes at other places: the first is the class at the first place, counted over all rows.
    pub(crate) fn permuted(&self, places: &ArrayD<usize>) -> Self {
        let moved = |array: &ArrayD<f64>| {
            let flat: Vec<f64> = array.iter().copied().collect();
            let at = |&place: &usize| flat.get(place).copied();
            mapped(places, |place| at(place).unwrap_or(f64::NAN))
        };
        match &self.log_probs {
            Some(log_probs) => {
                Self::from_both(moved(&self.probs), moved(log_probs))
            }
            None => Self::from_right_probs(moved(&self.probs)),
        }
    }

    /// The probability of one class in one distribution of the batch.
    pub(crate) fn p(&self, member: usize, class: usize) -> f64 {
        self.row(member).get(class).copied().unwrap_or(0.0)
    }

    /// The logarithm of [`p`](Self::p), also where that underflows.
    pub(crate) fn log_p(&self, member: usize, class: usize) -> f64 {
        match &self.log_probs {
            Some(log_probs) => row(log_probs, member)
                .get(class)
                .copied()
                .unwrap_or(f64::NEG_INFINITY),
            None => libm::log(self.p(member, class)),
        }
    }
}

/// The class in whose stretch of the unit interval `u` falls, where the stretches are as long as
/// the probabilities and follow each other; never one of probability zero.
pub(crate) fn choose(probs: &[f64], u: f64) -> usize {
    let mut end = 0.0;
    let mut last = 0;
    for (class, &p) in probs.iter().enumerate().filter(|(_, p)| **p > 0.0) {
        end += p;
        last = class;
        if u < end {
            break;
        }
    }
    last
}

const NOT_NEGATIVE: &str = "finite and not negative";

fn is_not_negative(x: f64) -> bool {
    x >= 0.0 && x.is_finite()
}

/// The largest number of every row.
fn largest(array: &ArrayRef<f64, IxDyn>) -> ArrayD<f64> {
    of_rows(array, |row| row.iter().copied().fold(f64::NEG_INFINITY, f64::max))
}

/// `f` of every row of an array that has an axis and whose rows are not empty.
fn of_rows(
    array: &ArrayRef<f64, IxDyn>,
    f: impl Fn(&[f64]) -> f64,
) -> ArrayD<f64> {
    let last = array.ndim() - 1;
    let numbers: Vec<f64> = array.iter().copied().collect();
    let values = numbers.chunks(array.shape()[last]).map(f).collect();
    shaped(IxDyn(&array.shape()[..last]), values)
}

fn last_axis<T>(array: &ArrayRef<T, IxDyn>) -> Axis {
    Axis(array.ndim() - 1)
}

fn check_classes(
    argument: &'static str,
    array: &ArrayRef<f64, IxDyn>,
) -> Result<(), Error> {
    match array.shape().last() {
        None | Some(0) => {
            Err(Error::Empty { argument, shape: array.shape().to_vec() })
        }
        Some(_) => Ok(()),
    }
}

/// One row of an array in standard layout; empty where there is no such row.
fn row(array: &ArrayD<f64>, row: usize) -> &[f64] {
    let len = array.len_of(last_axis(array));
    let row =
        array.as_slice().and_then(|flat| flat.get(row * len..)?.get(..len));
    row.unwrap_or(&[])
}
