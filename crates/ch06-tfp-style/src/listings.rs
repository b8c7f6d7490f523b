//! The lines of the video, in its order and by its names.

use ch03::{LOC, PROBS, SCALE};
use ch05::log_sum_exp;
use chapter::Error;
use mixture::{Categorical, Distribution, MixtureSameFamily, Normal};
use rand::Rng;

/// The parameters of the mixture: the first number of each is of the prepared, the second of
/// the unprepared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// The probabilities of the classes.
    pub probs: [f64; 2],
    /// The mean grade of each class.
    pub loc: [f64; 2],
    /// The standard deviation of the grades of each class.
    pub scale: [f64; 2],
}

/// The parameters of the book's model.
#[must_use]
pub fn parameters() -> Parameters {
    Parameters { probs: PROBS, loc: LOC, scale: SCALE }
}

/// The distribution of the class.
///
/// # Errors
///
/// None: the probabilities sum to one.
///
/// # Examples
///
/// ```
/// use mixture::Distribution;
///
/// let cat = ch06::categorical()?;
/// assert_eq!(cat.prob([0, 1])?, cat.probs());
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn categorical() -> Result<Categorical, Error> {
    let Parameters { probs, .. } = parameters();
    Ok(Categorical::from_probs(probs)?)
}

/// The distributions of the grade, one for each class: a batch of two.
///
/// # Errors
///
/// None: the standard deviations are positive.
///
/// # Examples
///
/// ```
/// use mixture::Distribution;
///
/// let normal = ch06::batched_normal()?;
/// assert_eq!(normal.batch_shape(), [2]);
/// assert_eq!(normal.log_prob([[1.0], [2.5], [3.6], [4.8]])?.shape(), [4, 2]);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn batched_normal() -> Result<Normal, Error> {
    let Parameters { loc, scale, .. } = parameters();
    Ok(Normal::new(loc, scale)?)
}

/// One student: the class, its member of the batch, the grade.
///
/// # Errors
///
/// None: every class has its member.
pub fn sample_in_principle<R: Rng + ?Sized>(
    rng: &mut R,
) -> Result<(usize, f64), Error> {
    let z = categorical()?.sample((), rng)[[]];
    let x = batched_normal()?.gather(z)?.sample((), rng)[[]];
    Ok((z, x))
}

/// The classes of `n` students and their grades, each drawn from the distribution of their class.
///
/// # Errors
///
/// None: every class has its member.
///
/// # Panics
///
/// If there is no memory for so many students.
pub fn students_in_principle<R: Rng + ?Sized>(
    n: usize,
    rng: &mut R,
) -> Result<(Vec<usize>, Vec<f64>), Error> {
    let z = categorical()?.sample(n, rng);
    let students = batched_normal()?.gather(&z)?;
    let x = students.sample((), rng);
    Ok((z.into_iter().collect(), x.into_iter().collect()))
}

/// The mixture: the distribution of the grade when nobody tells the class.
///
/// # Errors
///
/// None: there are as many components as classes.
///
/// # Examples
///
/// ```
/// use mixture::Distribution;
///
/// let gmm = ch06::mixture()?;
/// assert_eq!(gmm.prob([2.5, 3.6, 4.8])?.shape(), [3]);
/// assert_eq!(gmm.posterior_mode([2.5, 3.6, 4.8])?.as_slice(), Some(&[0, 0, 1][..]));
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn mixture() -> Result<MixtureSameFamily<Normal>, Error> {
    Ok(MixtureSameFamily::new(categorical()?, batched_normal()?)?)
}

/// The logarithm of the mixture's density at `x`, from its two parts.
///
/// # Errors
///
/// None: every class has its member.
///
/// # Examples
///
/// ```
/// use mixture::Distribution;
///
/// let by_the_object = ch06::mixture()?.log_prob(3.6)?[[]];
/// assert!((ch06::log_prob_in_principle(3.6)? - by_the_object).abs() < 1e-15);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn log_prob_in_principle(x: f64) -> Result<f64, Error> {
    let (cat, normal) = (categorical()?, batched_normal()?);
    let log_joint = cat.log_probs() + &normal.log_prob(x)?;
    let log_joint: Vec<f64> = log_joint.into_iter().collect();
    Ok(log_sum_exp(&log_joint))
}

/// A point at every thirty-second of a grade from 0 to 7.
#[must_use]
pub fn grid() -> Vec<f64> {
    (0..=224).map(|point| f64::from(point) / 32.0).collect()
}

/// The points of the density's curve over a grid.
///
/// # Errors
///
/// None: the mixture has a density at every number, and NaN at what is none.
///
/// # Examples
///
/// ```
/// let curve = ch06::density(&ch06::grid())?;
/// assert_eq!(curve.len(), 225);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn density(grid: &[f64]) -> Result<Vec<(f64, f64)>, Error> {
    let heights = mixture()?.prob(grid)?;
    Ok(grid.iter().copied().zip(heights).collect())
}
