//! A distribution is written as its parameters, and read through its constructor.

mod lists;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{Bernoulli, Categorical, Distribution, MixtureSameFamily, Normal};
use lists::Lists;

#[derive(Deserialize, Serialize)]
#[serde(rename = "Normal", deny_unknown_fields)]
struct NormalParameters {
    loc: Lists,
    scale: Lists,
}

impl Serialize for Normal {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let parameters = NormalParameters {
            loc: Lists(self.loc()),
            scale: Lists(self.scale()),
        };
        parameters.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Normal {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let NormalParameters { loc, scale } = Deserialize::deserialize(from)?;
        Normal::new(loc.0, scale.0).map_err(D::Error::custom)
    }
}

#[derive(Deserialize, Serialize)]
#[serde(rename = "Bernoulli", deny_unknown_fields)]
struct BernoulliParameters {
    probs: Lists,
}

impl Serialize for Bernoulli {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        BernoulliParameters { probs: Lists(self.probs()) }.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Bernoulli {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let BernoulliParameters { probs } = Deserialize::deserialize(from)?;
        Bernoulli::from_probs(probs.0).map_err(D::Error::custom)
    }
}

/// Either the probabilities or, where some are too small for a number, the logits. A logit of −∞
/// is written as none, for JSON has no infinity.
#[derive(Deserialize, Serialize)]
#[serde(rename = "Categorical", rename_all = "snake_case")]
enum CategoricalParameters {
    Probs(Lists),
    Logits(Lists),
}

impl Serialize for Categorical {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let parameters = if self.has_small_probs() {
            CategoricalParameters::Logits(Lists(self.log_probs()))
        } else {
            CategoricalParameters::Probs(Lists(self.probs().clone()))
        };
        parameters.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Categorical {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let categorical = match Deserialize::deserialize(from)? {
            CategoricalParameters::Probs(probs) => Self::from_probs(probs.0),
            CategoricalParameters::Logits(logits) => {
                Self::from_logits(logits.0)
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
