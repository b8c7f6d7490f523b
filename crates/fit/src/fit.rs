use mixture::{MixtureSameFamily, Normal};
use ndarray::{ArrayD, IxDyn};

use crate::{
    Error, Sample, Warning,
    em::{Parameters, Scaled},
    gaussian_mixture::{Climbed, Top},
    information::Information,
    warning,
};

/// A mixture that was fitted, and what is known of the fit.
#[derive(Clone, Debug)]
pub struct Fit {
    mixture: MixtureSameFamily<Normal>,
    log_likelihood: f64,
    next_log_likelihood: Option<f64>,
    entropy: f64,
    total: f64,
    starts: usize,
    agreeing: usize,
    converged: bool,
    steps: usize,
    floor: f64,
    warnings: Vec<Warning>,
    /// The row of each datum.
    places: Vec<usize>,
    scaled: Scaled,
    /// The parameters in the units of `scaled`, means ascending.
    parameters: Parameters,
}

/// The standard errors of shares, means and deviations.
#[derive(Clone, Debug, PartialEq)]
pub struct StandardErrors {
    probs: Vec<f64>,
    loc: Vec<f64>,
    scale: Vec<f64>,
}

impl StandardErrors {
    /// Of the shares.
    #[must_use]
    pub fn probs(&self) -> &[f64] {
        &self.probs
    }

    /// Of the means.
    #[must_use]
    pub fn loc(&self) -> &[f64] {
        &self.loc
    }

    /// Of the deviations.
    #[must_use]
    pub fn scale(&self) -> &[f64] {
        &self.scale
    }
}

impl Fit {
    pub(crate) fn of(
        sample: &Sample,
        scaled: Scaled,
        climbed: Option<Climbed>,
        floor: f64,
    ) -> Result<Self, Error> {
        let climbed = climbed.ok_or(Error::Impossible { index: 0 })?;
        let Climbed { best, starts, agreeing, next } = climbed;
        let Top { parameters, sums, converged, steps, .. } = best;
        let order = by_mean(&parameters);
        let counts: Vec<f64> = order.iter().map(|&k| sums.counts[k]).collect();
        let parameters = sorted(&parameters, &order);
        let shift = scaled.log_likelihood(&sums) - sums.log_likelihood;
        let rows = scaled.responsibilities(&parameters);
        let entropy = rows.iter().zip(scaled.rows()).map(|(shares, row)| {
            let terms = shares.iter().filter(|share| **share > 0.0);
            -row.weight
                * terms.map(|share| share * libm::log(*share)).sum::<f64>()
        });
        let mut fit = Self {
            mixture: scaled.mixture(&parameters)?,
            log_likelihood: sums.log_likelihood + shift,
            next_log_likelihood: next.map(|next| next + shift),
            entropy: entropy.sum(),
            total: sample.total_weight(),
            starts,
            agreeing,
            converged,
            steps,
            floor,
            warnings: Vec::new(),
            places: sample.places().to_vec(),
            scaled,
            parameters,
        };
        fit.warnings = warning::of(&fit, sample, &counts);
        Ok(fit)
    }

    /// The mixture, its means ascending.
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

    /// How many numbers were free: 3K − 1.
    #[must_use]
    pub fn parameters(&self) -> usize {
        3 * self.num_components() - 1
    }

    /// Akaike's criterion, 2p − 2ℓ (Akaike 1974): smaller is better.
    #[must_use]
    pub fn aic(&self) -> f64 {
        2.0 * self.parameters() as f64 - 2.0 * self.log_likelihood
    }

    /// Schwarz's criterion, p ln N − 2ℓ (Schwarz 1978), N being the sum of the weights: smaller is better.
    #[must_use]
    pub fn bic(&self) -> f64 {
        self.parameters() as f64 * libm::log(self.total)
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

    /// How many of those starts that were followed to the end ended at this top.
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

    /// In how many accelerated steps.
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
        is_on_floor(self.parameters.scale[component], self.floor)
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
        let flat = self.places.iter().flat_map(|&place| rows[place].clone());
        let shape = [self.places.len(), self.num_components()];
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
        self.places.iter().map(|&place| labels[place]).collect()
    }

    /// The standard errors of shares, means and deviations, from the inverse of the observed information
    /// (Efron & Hinkley 1978).
    ///
    /// # Errors
    ///
    /// [`Error::Singular`] if the sample does not determine the parameters.
    pub fn standard_errors(&self) -> Result<StandardErrors, Error> {
        let k = self.num_components();
        let covariance =
            Information::of(&self.scaled, &self.parameters)?.inverse()?;
        let root = |index: usize| covariance[index][index].max(0.0).sqrt();
        let mut probs: Vec<f64> = (0..k - 1).map(root).collect();
        // The last share is one less the others.
        let all: f64 = covariance[..k - 1]
            .iter()
            .map(|row| row[..k - 1].iter().sum::<f64>())
            .sum();
        probs.push(all.max(0.0).sqrt());
        let unit = self.scaled.unit();
        let part = |from: usize| {
            (from..from + k).map(|index| unit * root(index)).collect()
        };
        Ok(StandardErrors { probs, loc: part(k - 1), scale: part(2 * k - 1) })
    }
}

/// Whether a deviation is as small as the floor lets it be.
pub(crate) fn is_on_floor(scale: f64, floor: f64) -> bool {
    scale <= floor * 1.000_001
}

/// The components by ascending mean.
fn by_mean(parameters: &Parameters) -> Vec<usize> {
    let mut order: Vec<usize> = (0..parameters.len()).collect();
    order.sort_by(|one, other| {
        parameters.loc[*one].total_cmp(&parameters.loc[*other])
    });
    order
}

/// The components in an order.
fn sorted(parameters: &Parameters, order: &[usize]) -> Parameters {
    let pick = |of: &[f64]| order.iter().map(|&k| of[k]).collect();
    Parameters {
        probs: pick(&parameters.probs),
        loc: pick(&parameters.loc),
        scale: pick(&parameters.scale),
    }
}
