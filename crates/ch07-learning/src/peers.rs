use ch01::Gaussian;
use ch05::Joint;
use chapter::Error;

use crate::quantile;

/// Where another library stops unless told otherwise, when `just peers` last ran.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// Which library.
    pub by: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The log-likelihood of its fit.
    pub log_likelihood: f64,
    /// The share of the smaller component.
    pub first: f64,
    /// How many rounds it went; none if it does not say.
    pub rounds: usize,
}

/// scikit-learn on the [overlapping] numbers; mclust and mixtools on Old Faithful.
#[allow(clippy::unreadable_literal, reason = "as Python writes numbers")]
pub const STOPS: [Stop; 3] = include!("../peers/recorded.rs");

/// A thousand numbers that lie as a quarter of a standard bell and three quarters of one two to the right do:
/// they cut the area below the sum evenly.
///
/// # Errors
///
/// None: there is such a mixture.
pub fn overlapping() -> Result<Vec<f64>, Error> {
    let bells = [Gaussian::new(0.0, 1.0)?, Gaussian::new(2.0, 1.0)?];
    let groups = Joint::new([0.25, 0.75], bells)?;
    let part = |nth: i32| (f64::from(nth) + 0.5) / 1000.0;
    Ok((0..1000).map(|nth| quantile(&groups, part(nth))).collect())
}
