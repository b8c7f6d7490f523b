mod certificate;
mod covariance;
mod display;

use std::sync::Arc;

pub use covariance::StandardErrors;
pub use display::with_error;
use mixture::{MixtureSameFamily, Normal};
use ndarray::{ArrayD, IxDyn};

use crate::{
    Error, GaussianMixture, Sample, Warning,
    em::{Parameters, Scaled},
    gaussian_mixture::{Found, Top},
    restriction::Restriction,
    warning,
};

/// A mixture that was fitted, and what is known of the fit.
///
/// Written out it is a table of shares, means and deviations, each with its standard error:
///
/// ```
/// use fit::{GaussianMixture, Sample};
///
/// let waiting = datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min);
/// let fit = GaussianMixture::new(2).fit(&Sample::new(waiting)?)?;
/// let lines = [
///     "component          share          mean    deviation",
///     "0          0.361 ± 0.031  54.61 ± 0.70  5.87 ± 0.54",
///     "1          0.639 ± 0.031  80.09 ± 0.50  5.87 ± 0.40",
///     "log-likelihood -1034.0017, AIC 2078.00, BIC 2096.03, ICL 2118.37",
///     "the data look rounded to 1 and were taken as exact: Sample::rounded takes them as they are",
/// ];
/// assert_eq!(fit.to_string(), format!("{}\n", lines.join("\n")));
/// # Ok::<(), fit::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Fit {
    model: GaussianMixture,
    sample: Sample,
    scaled: Arc<Scaled>,
    restriction: Restriction,
    /// The parameters in the units of `scaled`.
    parameters: Parameters,
    mixture: MixtureSameFamily<Normal>,
    log_likelihood: f64,
    next_log_likelihood: Option<f64>,
    entropy: f64,
    starts: usize,
    agreeing: usize,
    converged: bool,
    steps: usize,
    warnings: Vec<Warning>,
}

impl Fit {
    pub(crate) fn of(
        sample: &Sample,
        scaled: &Arc<Scaled>,
        model: &GaussianMixture,
        restriction: Restriction,
        found: Found,
    ) -> Result<Self, Error> {
        let Found { best, starts, agreeing, next } = found;
        let Top { parameters, sums, converged, steps, .. } = best;
        let order = if restriction.names_components() {
            (0..parameters.len()).collect()
        } else {
            parameters.by_mean()
        };
        let counts: Vec<f64> = order.iter().map(|&k| sums.counts[k]).collect();
        let parameters = parameters.sorted(&order);
        let shift = scaled.log_likelihood(&sums) - sums.log_likelihood;
        let mut fit = Self {
            model: model.clone(),
            sample: sample.clone(),
            scaled: Arc::clone(scaled),
            restriction,
            mixture: scaled.mixture(&parameters)?,
            log_likelihood: sums.log_likelihood + shift,
            next_log_likelihood: next.map(|next| next + shift),
            entropy: scaled.entropy(&parameters),
            starts,
            agreeing,
            converged,
            steps,
            warnings: Vec::new(),
            parameters,
        };
        fit.warnings = warning::of(&fit, &counts);
        Ok(fit)
    }

    /// The sample that was fitted.
    #[must_use]
    pub fn sample(&self) -> &Sample {
        &self.sample
    }

    /// What was asked for.
    #[must_use]
    pub fn model(&self) -> &GaussianMixture {
        &self.model
    }

    pub(crate) fn scaled(&self) -> &Arc<Scaled> {
        &self.scaled
    }

    /// Whether a parameter was given, so that the components are those and no others.
    pub(crate) fn names_components(&self) -> bool {
        self.restriction.names_components()
    }

    /// The parameters in the units of the scaled sample.
    pub(crate) fn scaled_parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// The mixture, its means ascending; if parameters were given, in their order.
    #[must_use]
    pub fn mixture(&self) -> &MixtureSameFamily<Normal> {
        &self.mixture
    }

    /// How many components it has.
    #[must_use]
    pub fn num_components(&self) -> usize {
        self.parameters.len()
    }

    /// The log-likelihood, as [`Em::log_likelihood`](crate::Em::log_likelihood).
    #[must_use]
    pub fn log_likelihood(&self) -> f64 {
        self.log_likelihood
    }

    /// How many numbers were free: 3K − 1, if nothing was given or to be equal.
    #[must_use]
    pub fn parameters(&self) -> usize {
        self.restriction.directions().len()
    }

    /// Akaike's criterion, 2p − 2ℓ (Akaike 1974): smaller is better.
    #[must_use]
    pub fn aic(&self) -> f64 {
        2.0 * self.parameters() as f64 - 2.0 * self.log_likelihood
    }

    /// Schwarz's criterion, p ln N − 2ℓ (Schwarz 1978), N being the sum of the weights: smaller is better.
    #[must_use]
    pub fn bic(&self) -> f64 {
        self.parameters() as f64 * libm::log(self.sample.total_weight())
            - 2.0 * self.log_likelihood
    }

    /// The BIC and twice the entropy of the responsibilities (Biernacki, Celeux & Govaert 2000): smaller
    /// is better.
    #[must_use]
    pub fn icl(&self) -> f64 {
        self.bic() + 2.0 * self.entropy
    }

    /// From how many starts it was sought.
    #[must_use]
    pub fn starts(&self) -> usize {
        self.starts
    }

    /// How many of those starts that were followed to the end ended at this top; of those that had come
    /// together after their first steps one was followed, and all are counted.
    #[must_use]
    pub fn agreeing_starts(&self) -> usize {
        self.agreeing
    }

    /// The log-likelihood of the next top below, if another one was found.
    #[must_use]
    pub fn next_log_likelihood(&self) -> Option<f64> {
        self.next_log_likelihood
    }

    /// Whether it arrived: nothing is left to gain by Newton's method, and no parameter moves any more.
    #[must_use]
    pub fn converged(&self) -> bool {
        self.converged
    }

    /// In how many steps, accelerated ones and those of Newton's method, after those of the sieve.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// Whether a deviation is as small as the floor lets it be: then the likelihood says nothing.
    #[must_use]
    pub fn leans_on_floor(&self) -> bool {
        (0..self.num_components()).any(|component| self.is_on_floor(component))
    }

    pub(crate) fn is_on_floor(&self, component: usize) -> bool {
        self.restriction.is_on_floor(&self.parameters, component)
    }

    /// What should be known before the fit is believed.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// How probable each component is for each datum: shape `[N, K]`, rows in the order of the data.
    #[must_use]
    pub fn responsibilities(&self) -> ArrayD<f64> {
        let rows = self.scaled.responsibilities(&self.parameters);
        let places = self.sample.places();
        let flat = places.iter().flat_map(|&place| rows[place].clone());
        let shape = [places.len(), self.num_components()];
        ArrayD::from_shape_vec(IxDyn(&shape), flat.collect())
            .unwrap_or_default()
    }

    /// The most probable component of each datum, in the order of the data; of equally probable ones the
    /// first.
    #[must_use]
    pub fn labels(&self) -> Vec<usize> {
        let rows = self.scaled.responsibilities(&self.parameters);
        let most = |shares: &Vec<f64>| {
            let better = |best: usize, k: usize| {
                if shares[k] > shares[best] { k } else { best }
            };
            (0..shares.len()).fold(0, better)
        };
        let labels: Vec<usize> = rows.iter().map(most).collect();
        self.sample.places().iter().map(|&place| labels[place]).collect()
    }
}
