use serde::{Deserialize, Deserializer};

/// Maximum-likelihood fits of Gaussian mixtures.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Fits {
    /// How the values were found, in a sentence.
    pub source: String,
    /// The fits, each of one sample.
    pub cases: Vec<FitCase>,
}

/// A sample and its best fit.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct FitCase {
    /// What it is called.
    pub name: String,
    /// What its data are: `exact` or `intervals`.
    pub kind: String,
    /// How many components are fitted.
    pub k: usize,
    /// How often each datum was counted, or how much it matters.
    pub weights: Vec<f64>,
    /// Exact numbers; empty for intervals.
    #[serde(default)]
    pub x: Vec<f64>,
    /// The lower ends of intervals; empty for exact numbers.
    #[serde(default, deserialize_with = "ends")]
    pub lower: Vec<f64>,
    /// The upper ends of intervals; empty for exact numbers.
    #[serde(default, deserialize_with = "ends")]
    pub upper: Vec<f64>,
    /// The log-likelihoods of the tops that were seen on the way.
    pub tops_seen: Vec<f64>,
    /// The fit.
    pub best: BestFit,
}

/// The best fit of a sample, components by ascending mean.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct BestFit {
    /// The log-likelihood.
    pub log_likelihood: f64,
    /// The shares.
    pub probs: Vec<f64>,
    /// The means.
    pub loc: Vec<f64>,
    /// The standard deviations.
    pub scale: Vec<f64>,
    /// The standard errors of the shares.
    pub se_probs: Vec<f64>,
    /// The standard errors of the means.
    pub se_loc: Vec<f64>,
    /// The standard errors of the standard deviations.
    pub se_scale: Vec<f64>,
    /// How large the gradient is that remained.
    pub gradient: f64,
    /// Schwarz's criterion.
    pub bic: f64,
    /// Akaike's criterion.
    pub aic: f64,
}

/// An end of an interval: a number, or an infinity in words.
#[derive(Deserialize)]
#[serde(untagged)]
enum End {
    Number(f64),
    Words(String),
}

fn ends<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<f64>, D::Error> {
    let ends = Vec::<End>::deserialize(deserializer)?;
    let number = |end| match end {
        End::Number(number) => Ok(number),
        End::Words(words) => words.parse().map_err(serde::de::Error::custom),
    };
    ends.into_iter().map(number).collect()
}
