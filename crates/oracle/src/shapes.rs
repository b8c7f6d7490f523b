use serde::Deserialize;

/// A batch of two mixtures of three normals each, as TensorFlow Probability broadcasts it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Shapes {
    /// The weights: `[2, 3]`.
    pub probs: Vec<Vec<f64>>,
    /// The means: `[2, 3]`.
    pub loc: Vec<Vec<f64>>,
    /// The standard deviations: `[2, 3]`.
    pub scale: Vec<Vec<f64>>,
    /// The shape of the batch: `[2]`.
    pub batch_shape: Vec<usize>,
    /// The shape of an event: `[]`.
    pub event_shape: Vec<usize>,
    /// Points, the same for both mixtures: `[4, 1]`.
    pub x_4x1: Vec<Vec<f64>>,
    /// The logarithm of each mixture's density at `x_4x1`: `[4, 2]`.
    pub log_prob_4x1: Vec<Vec<f64>>,
    /// Points, others for each mixture: `[4, 2]`.
    pub x_4x2: Vec<Vec<f64>>,
    /// The logarithm of each mixture's density at `x_4x2`: `[4, 2]`.
    pub log_prob_4x2: Vec<Vec<f64>>,
    /// A single point.
    pub x_scalar: f64,
    /// The logarithm of each mixture's density at `x_scalar`: `[2]`.
    pub log_prob_scalar: Vec<f64>,
    /// The probability of each component, given `x_4x2`: `[4, 2, 3]`.
    pub posterior_marginal_4x2: Vec<Vec<Vec<f64>>>,
    /// The means of the mixtures: `[2]`.
    pub mean: Vec<f64>,
    /// The variances of the mixtures: `[2]`.
    pub variance: Vec<f64>,
    /// The shape of what `sample([5, 7])` returns: `[5, 7, 2]`.
    pub sample_shape_of_5_7: Vec<usize>,
    /// A batched normal.
    pub normal: BatchedNormal,
    /// A categorical distribution given by logits.
    pub categorical_logits: CategoricalFromLogits,
}

/// A batch of three normals.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct BatchedNormal {
    /// The means: `[3]`.
    pub loc: Vec<f64>,
    /// The standard deviations: `[3]`.
    pub scale: Vec<f64>,
    /// The shape of the batch: `[3]`.
    pub batch_shape: Vec<usize>,
    /// Points, the same for all three: `[4, 1]`.
    pub x_4x1: Vec<Vec<f64>>,
    /// The logarithm of each density at `x_4x1`: `[4, 3]`.
    pub log_prob_4x1: Vec<Vec<f64>>,
    /// Each distribution function at `x_4x1`: `[4, 3]`.
    pub cdf_4x1: Vec<Vec<f64>>,
    /// The quantiles at 0.3: `[3]`.
    pub quantile_0_3: Vec<f64>,
    /// The shape of what `sample(5)` returns: `[5, 3]`.
    pub sample_shape_of_5: Vec<usize>,
}

/// A categorical distribution over four classes, given by logits.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct CategoricalFromLogits {
    /// The logits: logarithms of the probabilities, up to a common summand: `[4]`.
    pub logits: Vec<f64>,
    /// The probabilities: `[4]`.
    pub probs: Vec<f64>,
    /// The logarithms of the probabilities: `[4]`.
    pub log_prob: Vec<f64>,
    /// The most probable class.
    pub mode: usize,
    /// The entropy, in nats.
    pub entropy: f64,
}
