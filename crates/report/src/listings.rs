use mixture::{MixtureSameFamily, Normal};

/// A mixture written down, so that it is there again elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// In what.
    pub language: &'static str,
    /// The name of a file for it.
    pub file: &'static str,
    /// The text of the file; numbers have all their digits.
    pub text: String,
}

/// The mixture as JSON, which `mixture` reads, and as the lines of Rust, Python and R that build it.
///
/// # Examples
///
/// ```
/// use mixture::{Categorical, MixtureSameFamily, Normal};
///
/// let mixture = MixtureSameFamily::new(
///     Categorical::from_probs([0.25, 0.75])?,
///     Normal::new([2.5, 3.5], [0.3, 0.4])?,
/// )?;
/// let [json, rust, ..] = report::listings(&mixture);
/// assert_eq!(serde_json::from_str::<MixtureSameFamily<Normal>>(&json.text)?, mixture);
/// assert!(rust.text.contains("Normal::new([2.5, 3.5], [0.3, 0.4])?"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn listings(mixture: &MixtureSameFamily<Normal>) -> [Listing; 5] {
    let bells = mixture.components_distribution();
    let probs = row(mixture.mixture_distribution().probs().iter().copied());
    let loc = row(bells.loc());
    let scale = row(bells.scale());
    let count = bells.loc().len();
    let listing = |language, file, text| Listing { language, file, text };
    [
        listing(
            "JSON",
            "two-peaks.json",
            format!(
                r#"{{
  "mixture_distribution": {{ "probs": [{probs}] }},
  "components_distribution": {{ "loc": [{loc}], "scale": [{scale}] }}
}}
"#
            ),
        ),
        listing(
            "Rust",
            "two-peaks.rs",
            format!(
                "use mixture::{{Categorical, Error, MixtureSameFamily, Normal}};

/// The bells that were fitted.
pub fn fitted() -> Result<MixtureSameFamily<Normal>, Error> {{
    MixtureSameFamily::new(
        Categorical::from_probs([{probs}])?,
        Normal::new([{loc}], [{scale}])?,
    )
}}
"
            ),
        ),
        listing(
            "Python, scikit-learn",
            "two_peaks_sklearn.py",
            format!(
                r#"import numpy as np
from sklearn.mixture import GaussianMixture

scale = np.array([[{scale}]]).T
mixture = GaussianMixture(n_components={count}, covariance_type="diag")
mixture.weights_ = np.array([{probs}])
mixture.means_ = np.array([[{loc}]]).T
mixture.covariances_ = scale**2
mixture.precisions_cholesky_ = 1 / scale
"#
            ),
        ),
        listing(
            "Python, TensorFlow Probability",
            "two_peaks_tfp.py",
            format!(
                "import numpy as np
import tensorflow_probability as tfp

mixture = tfp.distributions.MixtureSameFamily(
    tfp.distributions.Categorical(probs=np.array([{probs}])),
    tfp.distributions.Normal(
        loc=np.array([{loc}]),
        scale=np.array([{scale}]),
    ),
)
"
            ),
        ),
        listing(
            "R",
            "two-peaks.R",
            format!(
                "probs <- c({probs})
loc <- c({loc})
scale <- c({scale})

# The density of the mixture at each x.
dmixture <- function(x) {{
  bell <- function(x, k) probs[k] * dnorm(x, loc[k], scale[k])
  rowSums(outer(x, seq_along(probs), bell))
}}
"
            ),
        ),
    ]
}

/// Numbers with all their digits, as each of the languages reads them.
fn row(numbers: impl IntoIterator<Item = f64>) -> String {
    let numbers = numbers.into_iter().map(|number| format!("{number:?}"));
    numbers.collect::<Vec<_>>().join(", ")
}
