//! Samples, models and fits are written as what they were made of, and read through what made them.

use std::sync::Arc;

use mixture::{MixtureSameFamily, Normal};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{
    Error, Fit, GaussianMixture, Sample,
    em::Scaled,
    gaussian_mixture::{Found, Top},
};

/// Exact numbers as such, others by their ends; an end at infinity is none, for JSON has no infinity.
#[derive(Default, Deserialize, Serialize)]
#[serde(rename = "Sample", default, deny_unknown_fields)]
struct SampleParts {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    x: Vec<f64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lower: Vec<Option<f64>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    upper: Vec<Option<f64>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    weights: Vec<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    window: Option<[Option<f64>; 2]>,
}

fn finite(x: f64) -> Option<f64> {
    x.is_finite().then_some(x)
}

impl Serialize for Sample {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let data = || self.places().iter().map(|&place| self.rows()[place]);
        let is_exact = data().all(|row| row.is_exact());
        let window = self.window();
        let weights = self.datum_weights();
        let mut parts = SampleParts::default();
        if is_exact {
            parts.x = data().map(|row| row.lower).collect();
        } else {
            parts.lower = data().map(|row| finite(row.lower)).collect();
            parts.upper = data().map(|row| finite(row.upper)).collect();
        }
        if weights.iter().any(|weight| *weight != 1.0) {
            parts.weights = weights.to_vec();
        }
        if window.iter().any(|end| end.is_finite()) {
            parts.window = Some(window.map(finite));
        }
        parts.serialize(to)
    }
}

impl SampleParts {
    fn sample(self) -> Result<Sample, Error> {
        let Self { x, lower, upper, weights, window } = self;
        let infinite = |ends: Vec<Option<f64>>, infinity: f64| -> Vec<f64> {
            ends.into_iter().map(|end| end.unwrap_or(infinity)).collect()
        };
        let lower = infinite(lower, f64::NEG_INFINITY);
        let upper = infinite(upper, f64::INFINITY);
        let mut sample = if x.is_empty() {
            Sample::intervals(lower, upper)?
        } else if lower.is_empty() && upper.is_empty() {
            Sample::new(x)?
        } else {
            let (expected, actual) = (0, lower.len().max(upper.len()));
            let argument = "ends beside x";
            return Err(Error::Length { argument, expected, actual });
        };
        if !weights.is_empty() {
            sample = sample.weights(weights)?;
        }
        match window {
            Some([lower, upper]) => sample.truncated(
                lower.unwrap_or(f64::NEG_INFINITY),
                upper.unwrap_or(f64::INFINITY),
            ),
            None => Ok(sample),
        }
    }
}

impl<'de> Deserialize<'de> for Sample {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let parts = SampleParts::deserialize(from)?;
        parts.sample().map_err(D::Error::custom)
    }
}

#[derive(Deserialize, Serialize)]
#[serde(rename = "Fit", deny_unknown_fields)]
struct FitParts {
    model: GaussianMixture,
    sample: Sample,
    mixture: MixtureSameFamily<Normal>,
    log_likelihood: f64,
    next_log_likelihood: Option<f64>,
    starts: usize,
    agreeing_starts: usize,
    converged: bool,
    steps: usize,
}

impl Serialize for Fit {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let parts = FitParts {
            model: self.model().clone(),
            sample: self.sample().clone(),
            mixture: self.mixture().clone(),
            log_likelihood: self.log_likelihood(),
            next_log_likelihood: self.next_log_likelihood(),
            starts: self.starts(),
            agreeing_starts: self.agreeing_starts(),
            converged: self.converged(),
            steps: self.steps(),
        };
        parts.serialize(to)
    }
}

/// By how much, of itself, a log-likelihood may differ from that of the mixture that was written with it.
const SAME: f64 = 1e-9;

impl FitParts {
    fn fit(self) -> Result<Fit, Error> {
        let scaled = Arc::new(Scaled::of(&self.sample)?);
        let restriction = self.model.restriction(&scaled)?;
        let (expected, actual) =
            (restriction.probs.len(), self.mixture.num_components());
        if expected != actual {
            let argument = "mixture";
            return Err(Error::Length { argument, expected, actual });
        }
        let parameters = scaled.parameters(&self.mixture);
        let sums = scaled.sums(&parameters).ok_or_else(|| {
            Error::Impossible { index: scaled.lost(&parameters) }
        })?;
        let value = scaled.log_likelihood(&sums);
        let given = self.log_likelihood;
        if !((value - given).abs() <= SAME * value.abs().max(1.0)) {
            let requirement = "that of the mixture for the sample";
            return Err(Error::argument("log_likelihood", requirement, given));
        }
        let found = Found {
            best: Top {
                leans: restriction.leans(&parameters),
                parameters,
                sums,
                converged: self.converged,
                steps: self.steps,
            },
            starts: self.starts,
            agreeing: self.agreeing_starts,
            next: self
                .next_log_likelihood
                .map(|next| scaled.without_unit(next)),
        };
        Fit::of(&self.sample, &scaled, &self.model, restriction, found)
    }
}

impl<'de> Deserialize<'de> for Fit {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let parts = FitParts::deserialize(from)?;
        parts.fit().map_err(D::Error::custom)
    }
}
