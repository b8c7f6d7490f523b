use chapter::Error;
use mixture::Distribution;
use rand::{Rng, distr::Distribution as _};

use crate::GraphError;

/// The distribution of a random node given its parents: p(node | parents).
///
/// A function from the parents' values to a distribution of [`mixture`] is one, and so is whatever
/// has a density and can be drawn.
///
/// # Examples
///
/// ```
/// use ch04::{Assignment, Graph, Model, Parents};
/// use mixture::{Bernoulli, Categorical};
///
/// fn season(_: &Parents) -> Result<Categorical, chapter::Error> {
///     Ok(Categorical::from_probs([0.25; 4])?)
/// }
///
/// fn weather(parents: &Parents) -> Result<Bernoulli, chapter::Error> {
///     let good = [0.4, 0.9, 0.5, 0.3];
///     Ok(Bernoulli::from_probs(good[parents.class("season")?])?)
/// }
///
/// let graph = Graph::builder()
///     .latent("season")
///     .observed("weather")
///     .arrows([("season", "weather")])
///     .build()?;
/// let model = Model::of(&graph)
///     .conditional("season", season)
///     .conditional("weather", weather)
///     .build()?;
/// let good_summer = Assignment::from([("season", 1.0), ("weather", 1.0)]);
/// assert!((model.log_joint(&good_summer)?.exp() - 0.25 * 0.9).abs() < 1e-15);
/// # Ok::<(), chapter::Error>(())
/// ```
pub trait Conditional {
    /// The logarithm of the density, or probability, of a value.
    ///
    /// # Errors
    ///
    /// If there is no such distribution for these parents.
    fn log_prob(&self, value: f64, parents: &Parents) -> Result<f64, Error>;

    /// One draw.
    ///
    /// # Errors
    ///
    /// As [`log_prob`](Self::log_prob).
    fn sample(
        &self,
        parents: &Parents,
        rng: &mut dyn Rng,
    ) -> Result<f64, Error>;
}

impl<F, D> Conditional for F
where
    F: Fn(&Parents) -> Result<D, Error>,
    D: Distribution,
    D::Value: Value,
{
    fn log_prob(&self, value: f64, parents: &Parents) -> Result<f64, Error> {
        let distribution = self(parents)?;
        let distribution = distribution.scalar()?;
        // What is not among the values has the probability zero.
        let log_prob = |value| distribution.log_prob(value);
        Ok(D::Value::of(value).map_or(f64::NEG_INFINITY, log_prob))
    }

    fn sample(
        &self,
        parents: &Parents,
        rng: &mut dyn Rng,
    ) -> Result<f64, Error> {
        Ok(self(parents)?.scalar()?.sample(rng).number())
    }
}

/// What a distribution draws, as the number that a node has.
pub trait Value: Copy {
    /// The value that this number stands for, if one does.
    fn of(number: f64) -> Option<Self>;

    /// The number that stands for this value.
    fn number(self) -> f64;
}

impl Value for f64 {
    fn of(number: f64) -> Option<Self> {
        Some(number)
    }

    fn number(self) -> f64 {
        self
    }
}

impl Value for usize {
    fn of(number: f64) -> Option<Self> {
        // Beyond 2⁵³ neighbouring integers are one number.
        let class = number as Self;
        (class as f64 == number && number < 9_007_199_254_740_992.0)
            .then_some(class)
    }

    fn number(self) -> f64 {
        self as f64
    }
}

/// The values of a node's parents.
///
/// A parent is asked for by the name that it has in the graph with plates. If there are several of
/// that name, as μ in a plate over the classes, their values follow each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Parents<'a> {
    pub(crate) of: &'a str,
    pub(crate) values: Vec<(&'a str, Vec<f64>)>,
}

impl Parents<'_> {
    /// All values of a parent, or of the parents of one name.
    ///
    /// # Errors
    ///
    /// [`GraphError::NoParent`] if there is no such parent.
    pub fn values(&self, parent: &str) -> Result<&[f64], Error> {
        let found = self.values.iter().find(|(name, _)| *name == parent);
        let (_, values) = found.ok_or_else(|| GraphError::NoParent {
            node: self.of.to_owned(),
            parent: parent.to_owned(),
            known: self
                .values
                .iter()
                .map(|(name, _)| (*name).to_owned())
                .collect(),
        })?;
        Ok(values)
    }

    /// The only value of a parent.
    ///
    /// # Errors
    ///
    /// As [`values`](Self::values), and [`Error::Argument`] unless it has exactly one value.
    pub fn value(&self, parent: &str) -> Result<f64, Error> {
        match *self.values(parent)? {
            [value] => Ok(value),
            ref values => Err(Error::argument(
                format!("the number of values of {parent}"),
                "one",
                values.len() as f64,
            )),
        }
    }

    /// The only value of a parent, as a class.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value), and [`Error::Argument`] unless it is 0, 1, 2, …
    pub fn class(&self, parent: &str) -> Result<usize, Error> {
        let value = self.value(parent)?;
        usize::of(value).ok_or_else(|| {
            Error::argument(parent, "a class: 0, 1, 2, …", value)
        })
    }
}
