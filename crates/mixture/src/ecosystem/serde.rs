//! A distribution is written as its parameters, and read through its constructor.

use ndarray::ArrayD;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{Bernoulli, Categorical, Distribution, MixtureSameFamily, Normal};

#[derive(Deserialize, Serialize)]
#[serde(rename = "Normal", deny_unknown_fields)]
struct NormalParameters {
    loc: ArrayD<f64>,
    scale: ArrayD<f64>,
}

impl Serialize for Normal {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let parameters =
            NormalParameters { loc: self.loc(), scale: self.scale() };
        parameters.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Normal {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let NormalParameters { loc, scale } = Deserialize::deserialize(from)?;
        Normal::new(loc, scale).map_err(D::Error::custom)
    }
}

#[derive(Deserialize, Serialize)]
#[serde(rename = "Bernoulli", deny_unknown_fields)]
struct BernoulliParameters {
    probs: ArrayD<f64>,
}

impl Serialize for Bernoulli {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        BernoulliParameters { probs: self.probs() }.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Bernoulli {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let BernoulliParameters { probs } = Deserialize::deserialize(from)?;
        Bernoulli::from_probs(probs).map_err(D::Error::custom)
    }
}

/// Either the probabilities or, where some are too small for a number, the logits. A logit of −∞
/// is written as none, for JSON has no infinity.
#[derive(Deserialize, Serialize)]
#[serde(rename = "Categorical", rename_all = "snake_case")]
enum CategoricalParameters {
    Probs(ArrayD<f64>),
    Logits(ArrayD<Option<f64>>),
}

impl Serialize for Categorical {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let logit = |log: f64| (log > f64::NEG_INFINITY).then_some(log);
        let parameters = if self.has_small_probs() {
            CategoricalParameters::Logits(self.log_probs().mapv(logit))
        } else {
            CategoricalParameters::Probs(self.probs().clone())
        };
        parameters.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Categorical {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let log = |logit: Option<f64>| logit.unwrap_or(f64::NEG_INFINITY);
        let categorical = match Deserialize::deserialize(from)? {
            CategoricalParameters::Probs(probs) => Self::from_probs(probs),
            CategoricalParameters::Logits(logits) => {
                Self::from_logits(logits.mapv(log))
            }
        };
        categorical.map_err(D::Error::custom)
    }
}

#[derive(Deserialize, Serialize)]
#[serde(rename = "MixtureSameFamily", deny_unknown_fields)]
struct MixtureParameters<M, C> {
    mixture_distribution: M,
    components_distribution: C,
}

impl<C> Serialize for MixtureSameFamily<C>
where
    C: Distribution + Serialize,
{
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let parameters = MixtureParameters {
            mixture_distribution: self.mixture_distribution(),
            components_distribution: self.components_distribution(),
        };
        parameters.serialize(to)
    }
}

impl<'de, C> Deserialize<'de> for MixtureSameFamily<C>
where
    C: Distribution + Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let MixtureParameters { mixture_distribution, components_distribution } =
            Deserialize::deserialize(from)?;
        MixtureSameFamily::new(mixture_distribution, components_distribution)
            .map_err(D::Error::custom)
    }
}
