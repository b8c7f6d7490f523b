use ch01::Gaussian;
use ch05::Joint;
use ch07::quantile;
use chapter::Error;

use crate::recorded;

/// Data, and what the crate `fit` makes of them with one bell to six.
///
/// Its searches, folds and simulations take minutes, so they are recorded; `tests/recorded.rs` writes the
/// record and holds it against `fit`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Data {
    /// What they are.
    pub name: &'static str,
    /// How many there are.
    pub count: f64,
    /// The best fit with one bell, two, and so on.
    pub fits: [RecordedFit; 6],
    /// How many peaks they support; not asked of data in bins without an end.
    pub peaks: Option<Peaks>,
}

/// A fit of [`Data`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RecordedFit {
    /// The log-likelihood.
    pub log_likelihood: f64,
    /// The criterion that also asks for bells that can be told apart.
    pub icl: f64,
    /// The log-likelihood of each tenth under the fit to the others, summed.
    pub held_out: f64,
    /// The shares of the bells.
    pub probs: &'static [f64],
    /// Their means.
    pub loc: &'static [f64],
    /// Their deviations.
    pub scale: &'static [f64],
}

/// What is found about peaks without a model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peaks {
    /// Hartigan's dip.
    pub dip: f64,
    /// How often luck dips as deep.
    pub dip_p: f64,
    /// The least bandwidths that leave one peak, two, three.
    pub bandwidths: [f64; 3],
    /// How often luck needs as much.
    pub bandwidth_ps: [f64; 3],
}

/// What twice the gain of one bell more is for data that were drawn without it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Null {
    /// What it is for the data themselves.
    pub statistic: f64,
    /// How many samples were drawn.
    pub samples: usize,
    /// How many of them had as much.
    pub as_much: usize,
    /// How many had 0 to 1, 1 to 2, and so on; the last has all that had more.
    pub bins: [u32; 30],
}

/// The data of which the chapter asks how many.
pub const DATA: [Data; 7] = recorded::DATA;

/// How long two hundred calls take, in minutes: made up, and lopsided. Their logarithms are a bell.
///
/// # Examples
///
/// ```
/// let calls = ch09::calls();
/// assert_eq!(calls.len(), 200);
/// assert!((calls[99] * calls[100] - 25.0).abs() < 1e-9);
/// ```
#[must_use]
pub fn calls() -> Vec<f64> {
    let Ok(standard) = Gaussian::new(0.0, 1.0) else { return Vec::new() };
    let Ok(logs) = Joint::new([1.0], [standard]) else { return Vec::new() };
    let part = |nth: i32| (f64::from(nth) + 0.5) / 200.0;
    let log = |nth| 0.6 * quantile(&logs, part(nth));
    (0..200).map(|nth| 5.0 * libm::exp(log(nth))).collect()
}

impl RecordedFit {
    /// The groups of the fit.
    ///
    /// # Errors
    ///
    /// None: what is recorded is a mixture.
    pub fn groups(&self) -> Result<Joint, Error> {
        Joint::of_numbers(self.probs, self.loc, self.scale)
    }
}

impl Peaks {
    /// How many peaks they support: the first number that luck does not refuse once in twenty.
    #[must_use]
    pub fn supported(&self) -> usize {
        let refused = self.bandwidth_ps.iter().take_while(|p| **p < 0.05);
        refused.count() + 1
    }
}

impl Data {
    /// The fit with so many bells.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] unless they are one to six.
    pub fn with(&self, bells: usize) -> Result<&RecordedFit, Error> {
        with(&self.fits, bells)
    }
}

/// The one of six fits that has so many bells.
pub(crate) fn with(
    fits: &[RecordedFit; 6],
    bells: usize,
) -> Result<&RecordedFit, Error> {
    let fit = bells.checked_sub(1).and_then(|at| fits.get(at));
    fit.ok_or_else(|| Error::argument("bells", "one to six", bells as f64))
}
