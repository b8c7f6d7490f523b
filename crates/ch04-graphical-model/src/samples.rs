use chapter::Error;
use rand_pcg::{Pcg64, rand_core::SeedableRng as _};

use crate::{Assignment, gmm_model};

/// The seed of the samples of which the chapter prints numbers.
///
/// It was chosen among the first: its first student is unprepared, and its shares and means come nearer to
/// the model's whenever there are ten times as many. Other seeds come nearer too, but not in step.
pub const SAMPLE_SEED: u64 = 14;

/// Independent draws from the model of the book, each by walking down the arrows.
///
/// # Errors
///
/// None: the model is one.
///
/// # Examples
///
/// ```
/// let students = ch04::samples(3, ch04::SAMPLE_SEED)?;
/// assert_eq!(students[..2], ch04::samples(2, ch04::SAMPLE_SEED)?);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn samples(count: usize, seed: u64) -> Result<Vec<Assignment>, Error> {
    let model = gmm_model()?;
    let mut rng = Pcg64::seed_from_u64(seed);
    (0..count).map(|_| model.sample_ancestral(&mut rng)).collect()
}

/// What a sample has in common with the model, and where it differs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// The share of the prepared: z = 0.
    pub prepared: f64,
    /// The mean of the grades before rounding.
    pub mean: f64,
    /// Their standard deviation: the root of the mean squared distance from the mean.
    pub stddev: f64,
}

impl Summary {
    /// The summary of draws from the model of the book.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] without draws; if one of them has no value for `Z` or for `X`.
    ///
    /// # Examples
    ///
    /// ```
    /// use ch04::{Assignment, Summary};
    ///
    /// let two = [("Z", 0.0), ("X", 2.0)];
    /// let five = [("Z", 1.0), ("X", 5.0)];
    /// let summary = Summary::of(&[two, five].map(Assignment::from))?;
    /// assert_eq!(summary, Summary { prepared: 0.5, mean: 3.5, stddev: 1.5 });
    /// # Ok::<(), chapter::Error>(())
    /// ```
    pub fn of(draws: &[Assignment]) -> Result<Self, Error> {
        if draws.is_empty() {
            return Err(Error::Empty { argument: "draws" });
        }
        let count = draws.len() as f64;
        let xs = values(draws, "X")?;
        let mean = xs.iter().sum::<f64>() / count;
        let squares = xs.iter().map(|x| (x - mean) * (x - mean));
        let stddev = (squares.sum::<f64>() / count).sqrt();
        let prepared =
            values(draws, "Z")?.iter().filter(|&&z| z == 0.0).count();
        Ok(Self { prepared: prepared as f64 / count, mean, stddev })
    }
}

/// The values of one node in all draws.
pub(crate) fn values(
    draws: &[Assignment],
    node: &str,
) -> Result<Vec<f64>, Error> {
    draws.iter().map(|draw| draw.get(node)).collect()
}
