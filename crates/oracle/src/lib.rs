//! Reference values that other programs computed: what the tests of *Two Peaks* compare with.
//!
//! The values come from TensorFlow Probability 0.25.0 and from mpmath with 50 digits;
//! `data/README.md` says which come from where. No program of this project made any of them.

mod case;
mod fits;
mod shapes;
mod standard_normal;
mod weather;

pub use case::{Case, Exact, Tfp};
pub use fits::{BestFit, FitCase, Fits};
pub use shapes::{BatchedNormal, CategoricalFromLogits, Shapes};
pub use standard_normal::StandardNormal;
pub use weather::Weather;

use std::sync::LazyLock;

use serde::Deserialize;

/// All reference values.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Mixtures {
    /// Where the values come from, in a sentence.
    pub about: String,
    /// The seed of the random cases.
    pub seed: u64,
    /// Mixtures of normals, each at a few points.
    pub cases: Vec<Case>,
    /// Batches and broadcasting.
    pub shapes: Shapes,
    /// The seasons and the weather.
    pub weather: Weather,
}

impl Mixtures {
    /// The case of this name.
    ///
    /// # Examples
    ///
    /// ```
    /// let grades = oracle::mixtures().case("grades").ok_or("no such case")?;
    /// assert_eq!(grades.probs, [0.6, 0.4]);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn case(&self, name: &str) -> Option<&Case> {
        self.cases.iter().find(|case| case.name == name)
    }
}

/// The reference values for mixtures, read once.
///
/// # Examples
///
/// ```
/// for case in &oracle::mixtures().cases {
///     assert_eq!(case.tfp.log_prob.len(), case.x.len());
/// }
/// ```
#[must_use]
#[allow(
    clippy::expect_used,
    reason = "the file is compiled in, and a test reads it: no caller can make this fail"
)]
pub fn mixtures() -> &'static Mixtures {
    static MIXTURES: LazyLock<Mixtures> = LazyLock::new(|| {
        serde_json::from_str(include_str!("../data/mixtures.json"))
            .expect("mixtures.json has the shape of `Mixtures`")
    });
    &MIXTURES
}

/// The reference values for fits, read once.
///
/// # Examples
///
/// ```
/// for case in &oracle::fits().cases {
///     assert_eq!(case.best.probs.len(), case.k);
/// }
/// ```
#[must_use]
#[allow(
    clippy::expect_used,
    reason = "the file is compiled in, and a test reads it: no caller can make this fail"
)]
pub fn fits() -> &'static Fits {
    static FITS: LazyLock<Fits> = LazyLock::new(|| {
        serde_json::from_str(include_str!("../data/fits.json"))
            .expect("fits.json has the shape of `Fits`")
    });
    &FITS
}

/// The reference values for the standard normal, read once.
///
/// # Examples
///
/// ```
/// let standard = oracle::standard_normal();
/// assert_eq!(standard.upper_tail.first(), Some(&0.5));
/// ```
#[must_use]
#[allow(
    clippy::expect_used,
    reason = "the file is compiled in, and a test reads it: no caller can make this fail"
)]
pub fn standard_normal() -> &'static StandardNormal {
    static STANDARD_NORMAL: LazyLock<StandardNormal> = LazyLock::new(|| {
        serde_json::from_str(include_str!("../data/standard_normal.json"))
            .expect("standard_normal.json has the shape of `StandardNormal`")
    });
    &STANDARD_NORMAL
}
