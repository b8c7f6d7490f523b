//! Expectation maximization, a step at a time.

mod parameters;
mod pass;
mod scaled;

use mixture::{Categorical, Distribution as _, MixtureSameFamily, Normal};
use ndarray::{ArrayD, IxDyn};

pub(crate) use parameters::Parameters;
pub(crate) use scaled::{Scaled, Sums};

use crate::{Error, Sample};

/// Expectation maximization (Dempster, Laird & Rubin 1977) from a start, step by step.
///
/// What it knows is always after an E-step: the log-likelihood and the responsibilities are those of
/// [`mixture`](Self::mixture). An M-step, or a part of one, is followed by the next E-step at once.
/// Intervals enter by the moments of the bells within them, truncation by the draws that were not
/// recorded (McLachlan & Jones 1988, *Biometrics* 44, 571–578).
///
/// # Examples
///
/// Seven numbers under three bells (Deisenroth, Faisal & Ong, *Mathematics for Machine Learning*, 2020,
/// section 11.2):
///
/// ```
/// use fit::{Em, Sample};
/// use mixture::{Categorical, MixtureSameFamily, Normal};
///
/// let sample = Sample::new([-3.0, -2.5, -1.0, 0.0, 2.0, 4.0, 5.0])?;
/// let start = MixtureSameFamily::new(
///     Categorical::from_weights([1.0, 1.0, 1.0])?,
///     Normal::new([-4.0, 0.0, 8.0], [1.0, 0.2_f64.sqrt(), 3.0_f64.sqrt()])?,
/// )?;
/// let mut em = Em::new(&sample, start)?;
/// assert_eq!(format!("{:.5}", em.log_likelihood()), "-28.32554");
/// em.step()?;
/// assert_eq!(format!("{:.5}", em.log_likelihood()), "-14.41049");
/// # Ok::<(), fit::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Em {
    scaled: Scaled,
    places: Vec<usize>,
    parameters: Parameters,
    sums: Sums,
    history: Vec<f64>,
}

impl Em {
    /// From a mixture, whose log-likelihood and responsibilities are there at once.
    ///
    /// # Errors
    ///
    /// [`Error::Batch`] for a batch of mixtures, [`Error::Impossible`] if it gives a datum no
    /// probability.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a start is made to be started from"
    )]
    pub fn new(
        sample: &Sample,
        start: MixtureSameFamily<Normal>,
    ) -> Result<Self, Error> {
        if !start.batch_shape().is_empty() {
            return Err(Error::Batch(start.batch_shape().to_vec()));
        }
        let scaled = Scaled::of(sample)?;
        let parameters = scaled.parameters(&start);
        let places = sample.places().to_vec();
        let sums = sums_of(&scaled, &places, &parameters)?;
        let history = vec![scaled.log_likelihood(&sums)];
        Ok(Self { scaled, places, parameters, sums, history })
    }

    /// The mixture as it is now; its components are in the order of the start.
    ///
    /// # Errors
    ///
    /// What a mixture refuses: none that a start could have led to.
    pub fn mixture(&self) -> Result<MixtureSameFamily<Normal>, Error> {
        self.scaled.mixture(&self.parameters)
    }

    /// The logarithm of the density of the sample, each datum as often as it weighs: of an interval that
    /// of its probability, under truncation relative to what is recorded.
    #[must_use]
    pub fn log_likelihood(&self) -> f64 {
        self.scaled.log_likelihood(&self.sums)
    }

    /// The bound that touches: for the responsibilities of now, what the log-likelihood of another mixture is
    /// at least. At the mixture of now it is the log-likelihood; its top is where the next step leads, and so
    /// that step cannot fall (Dempster, Laird & Rubin 1977, theorem 1; Minka 1998).
    ///
    /// # Errors
    ///
    /// [`Error::Batch`] for a batch of mixtures, [`Error::Length`] for another number of components.
    ///
    /// # Examples
    ///
    /// ```
    /// use fit::{Em, Sample};
    /// use mixture::{Categorical, MixtureSameFamily, Normal};
    ///
    /// let bells = |first: f64| -> Result<_, mixture::Error> {
    ///     MixtureSameFamily::new(Categorical::from_probs([0.5, 0.5])?, Normal::new([first, 5.0], [1.0, 1.0])?)
    /// };
    /// let sample = Sample::new([0.5, 1.5, 2.0, 4.0, 5.5, 6.0])?;
    /// let mut em = Em::new(&sample, bells(0.0)?)?;
    /// assert!((em.bound(&bells(0.0)?)? - em.log_likelihood()).abs() < 1e-12);
    /// let there = Em::new(&sample, bells(1.0)?)?;
    /// assert!(em.bound(&bells(1.0)?)? < there.log_likelihood());
    /// # Ok::<(), fit::Error>(())
    /// ```
    pub fn bound(
        &self,
        mixture: &MixtureSameFamily<Normal>,
    ) -> Result<f64, Error> {
        if !mixture.batch_shape().is_empty() {
            return Err(Error::Batch(mixture.batch_shape().to_vec()));
        }
        let (expected, actual) =
            (self.parameters.len(), mixture.num_components());
        if expected != actual {
            let argument = "mixture";
            return Err(Error::Length { argument, expected, actual });
        }
        let other = self.scaled.parameters(mixture);
        let gain = self.expected(&other) - self.expected(&self.parameters);
        Ok(self.log_likelihood() + gain)
    }

    /// The expected log-likelihood if the components of the data were known, but for what is the same for all
    /// mixtures.
    fn expected(&self, parameters: &Parameters) -> f64 {
        let squares =
            self.parameters.squares_around(&parameters.loc, &self.sums);
        let term = |k: usize| {
            let count = self.sums.counts[k];
            let scale = parameters.scale[k];
            let square = squares[k] / (scale * scale);
            // What nobody belongs to needs no share.
            if count > 0.0 {
                count * (parameters.log_peak(k) - 0.5 * square)
            } else {
                0.0
            }
        };
        (0..parameters.len()).map(term).sum()
    }

    /// The log-likelihood after the start and after each update.
    #[must_use]
    pub fn history(&self) -> &[f64] {
        &self.history
    }

    /// How probable each component is for each datum: shape `[N, K]`, rows in the order of the data.
    #[must_use]
    pub fn responsibilities(&self) -> ArrayD<f64> {
        let rows = self.scaled.responsibilities(&self.parameters);
        let k = self.parameters.len();
        let flat = self.places.iter().flat_map(|&place| rows[place].clone());
        let shape = IxDyn(&[self.places.len(), k]);
        ArrayD::from_shape_vec(shape, flat.collect()).unwrap_or_default()
    }

    /// An M-step of shares, means and deviations, and the E-step after it.
    ///
    /// # Errors
    ///
    /// [`Error::Impossible`] if a component has become so narrow that data are lost; the state stays.
    pub fn step(&mut self) -> Result<(), Error> {
        let next = self.parameters.maximized(&self.sums);
        self.go_to(next)
    }

    /// The part of an M-step that moves the shares, and the E-step after it.
    ///
    /// # Errors
    ///
    /// As [`step`](Self::step).
    pub fn update_probs(&mut self) -> Result<(), Error> {
        let full = self.parameters.maximized(&self.sums);
        let next = Parameters { probs: full.probs, ..self.parameters.clone() };
        self.go_to(next)
    }

    /// The part of an M-step that moves the means, and the E-step after it.
    ///
    /// # Errors
    ///
    /// As [`step`](Self::step).
    pub fn update_loc(&mut self) -> Result<(), Error> {
        let full = self.parameters.maximized(&self.sums);
        let next = Parameters { loc: full.loc, ..self.parameters.clone() };
        self.go_to(next)
    }

    /// The part of an M-step that moves the deviations, around the means as they are, and the E-step
    /// after it.
    ///
    /// # Errors
    ///
    /// As [`step`](Self::step).
    pub fn update_scale(&mut self) -> Result<(), Error> {
        let loc = &self.parameters.loc;
        let squares = self.parameters.squares_around(loc, &self.sums);
        let scale = squares.iter().map(|square| square.sqrt()).collect();
        let next = Parameters { scale, ..self.parameters.clone() };
        self.go_to(next)
    }

    fn go_to(&mut self, next: Parameters) -> Result<(), Error> {
        let sums = sums_of(&self.scaled, &self.places, &next)?;
        self.history.push(self.scaled.log_likelihood(&sums));
        (self.parameters, self.sums) = (next, sums);
        Ok(())
    }
}

/// The E-step, or which datum has no probability.
fn sums_of(
    scaled: &Scaled,
    places: &[usize],
    parameters: &Parameters,
) -> Result<Sums, Error> {
    scaled.sums(parameters).ok_or_else(|| {
        let lost = scaled.lost(parameters);
        let index = places.iter().position(|place| *place == lost);
        Error::Impossible { index: index.unwrap_or(0) }
    })
}

/// A mixture of these parameters.
pub(crate) fn mixture_of(
    probs: &[f64],
    loc: &[f64],
    scale: &[f64],
) -> Result<MixtureSameFamily<Normal>, Error> {
    let cat = Categorical::from_weights(probs)?;
    Ok(MixtureSameFamily::new(cat, Normal::new(loc, scale)?)?)
}
