use serde::Deserialize;

/// Four seasons, and in each the weather is good with another probability: a mixture of Bernoulli
/// components.
///
/// TensorFlow Probability computed it in float32: its values are good to about seven digits.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Weather {
    /// The probability of each season: `[4]`.
    pub probs: Vec<f64>,
    /// The probability of good weather in each season: `[4]`.
    pub component_probs: Vec<f64>,
    /// The probability of good weather.
    pub prob_good: f64,
    /// The probability of bad weather.
    pub prob_bad: f64,
    /// The probability of each season, given good weather: `[4]`.
    pub posterior_given_good: Vec<f64>,
    /// The mean, with good weather counted as one and bad as zero.
    pub mean: f64,
    /// The variance, counted in the same way.
    pub variance: f64,
}
