//! What TensorFlow Probability's mixture does not answer.

use ch03::{LOC, SCALE};
use chapter::Error;
use mixture::{Categorical, Distribution, Normal};

use crate::{batched_normal, density, mixture};

/// The grade that a share `q` of the students is at or below.
///
/// # Errors
///
/// [`Error::Distribution`] for a `q` outside [0, 1].
///
/// # Examples
///
/// ```
/// let median = ch06::quantile(0.5)?;
/// assert!((3.0..3.1).contains(&median));
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn quantile(q: f64) -> Result<f64, Error> {
    Ok(mixture()?.quantile(q)?[[]])
}

/// The peaks of the density, ascending: where they are, and how high.
///
/// # Errors
///
/// None: there is a single mixture.
pub fn modes() -> Result<Vec<(f64, f64)>, Error> {
    density(&mixture()?.modes()?)
}

/// The valleys of the density, ascending: where they are, and how high.
///
/// # Errors
///
/// None: there is a single mixture.
pub fn antimodes() -> Result<Vec<(f64, f64)>, Error> {
    density(&mixture()?.antimodes()?)
}

/// How uncertain a grade is, in nats.
///
/// # Errors
///
/// None: the mixture exists.
pub fn entropy() -> Result<f64, Error> {
    Ok(mixture()?.entropy()[[]])
}

/// The grades at which the more probable class changes, ascending.
///
/// # Errors
///
/// None: there is a single mixture.
pub fn decision_boundaries() -> Result<Vec<f64>, Error> {
    Ok(mixture()?.decision_boundaries()?)
}

/// The logarithm of the probability of more than `x`.
///
/// # Errors
///
/// None: it is NaN at NaN.
///
/// # Examples
///
/// ```
/// assert!((ch06::log_survival(6.0)? + 11.276).abs() < 1e-3);
/// assert!((ch06::log_survival(20.0)? + 430.151).abs() < 1e-3);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn log_survival(x: f64) -> Result<f64, Error> {
    Ok(mixture()?.log_survival_function(x)?[[]])
}

/// What is answered to three mistakes that TensorFlow Probability computes with: weights that do not
/// sum to one, a negative standard deviation, and a probability above one.
///
/// # Errors
///
/// None: the mistakes are answered, not made.
///
/// # Examples
///
/// ```
/// let refusals = ch06::refusals()?;
/// assert_eq!(refusals[1], "scale[1] must be finite and positive, got -0.3");
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn refusals() -> Result<Vec<String>, Error> {
    let answers = [
        Categorical::from_probs([3.0, 7.0]).err(),
        Normal::new(LOC, [SCALE[0], -SCALE[1]]).err(),
        batched_normal()?.quantile(1.5).err(),
    ];
    Ok(answers.iter().flatten().map(ToString::to_string).collect())
}
