use serde::Deserialize;

/// Tails and quantiles of the standard normal, computed by mpmath with 50 digits.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct StandardNormal {
    /// Distances above the mean: `[N]`.
    pub z: Vec<f64>,
    /// The probability beyond each distance: `[N]`.
    pub upper_tail: Vec<f64>,
    /// Its logarithm: `[N]`.
    pub log_upper_tail: Vec<f64>,
    /// The logarithm of one minus it: `[N]`.
    pub log_lower_tail: Vec<f64>,
    /// Probabilities: `[Q]`.
    pub p: Vec<f64>,
    /// The quantile at each probability: `[Q]`.
    pub quantile: Vec<f64>,
}
