use serde::Deserialize;

/// A mixture of normals of K components, at N points.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name: `grades`.
    pub name: String,
    /// The weights of the components: `[K]`.
    pub probs: Vec<f64>,
    /// The means of the components: `[K]`.
    pub loc: Vec<f64>,
    /// The standard deviations of the components: `[K]`.
    pub scale: Vec<f64>,
    /// The points: `[N]`.
    pub x: Vec<f64>,
    /// The probabilities at which [`Exact::quantile`] is given: `[Q]`.
    pub q: Vec<f64>,
    /// What TensorFlow Probability computes in float64.
    pub tfp: Tfp,
    /// What mpmath computes with 50 digits, rounded to float64.
    pub exact: Exact,
}

/// What TensorFlow Probability's `MixtureSameFamily`, `Categorical` and `Normal` say of a [`Case`].
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Tfp {
    /// The logarithm of the density at each point: `[N]`.
    pub log_prob: Vec<f64>,
    /// The density at each point: `[N]`.
    pub prob: Vec<f64>,
    /// The distribution function at each point: `[N]`.
    pub cdf: Vec<f64>,
    /// The mean.
    pub mean: f64,
    /// The variance.
    pub variance: f64,
    /// The standard deviation.
    pub stddev: f64,
    /// The probability of each component, given each point: `[N, K]`.
    pub posterior_marginal: Vec<Vec<f64>>,
    /// The component most probable, given each point: `[N]`.
    pub posterior_mode: Vec<usize>,
    /// The logarithm of each component's density at each point, unweighted: `[N, K]`.
    pub components_log_prob: Vec<Vec<f64>>,
    /// The logarithms of the weights: `[K]`.
    pub categorical_log_prob: Vec<f64>,
    /// The entropy of the weights, in nats.
    pub categorical_entropy: f64,
    /// The differential entropy of each component, in nats: `[K]`.
    pub normal_entropy: Vec<f64>,
}

/// What holds exactly of a [`Case`], to the last digit of a float64.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Exact {
    /// The logarithm of the density at each point: `[N]`.
    pub log_prob: Vec<f64>,
    /// The distribution function at each point: `[N]`.
    pub cdf: Vec<f64>,
    /// Its logarithm at each point: `[N]`.
    pub log_cdf: Vec<f64>,
    /// The logarithm of one minus the distribution function at each point: `[N]`.
    pub log_survival: Vec<f64>,
    /// The probability of each component, given each point: `[N, K]`.
    pub posterior: Vec<Vec<f64>>,
    /// The quantile at each `q`: `[Q]`.
    ///
    /// Ill-conditioned where the distribution function is flat: there compare the distribution
    /// function at the quantile with `q`.
    pub quantile: Vec<f64>,
    /// Where the density has its local maxima, ascending.
    pub modes: Vec<f64>,
    /// The differential entropy, in nats.
    pub entropy: f64,
}
