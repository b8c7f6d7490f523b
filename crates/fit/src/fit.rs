use mixture::{MixtureSameFamily, Normal};

use crate::{
    Error, Sample,
    em::{Parameters, Scaled},
    gaussian_mixture::{Climbed, Top},
    information::Information,
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
    leans: bool,
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
    ) -> Result<Self, Error> {
        let climbed = climbed.ok_or(Error::Impossible { index: 0 })?;
        let Climbed { best, starts, agreeing, next } = climbed;
        let Top { parameters, sums, converged, steps, leans } = best;
        let parameters = sorted(&parameters);
        let shift = scaled.log_likelihood(&sums) - sums.log_likelihood;
        let rows = scaled.responsibilities(&parameters);
        let entropy = rows.iter().zip(scaled.rows()).map(|(shares, row)| {
            let terms = shares.iter().filter(|share| **share > 0.0);
            -row.weight
                * terms.map(|share| share * libm::log(*share)).sum::<f64>()
        });
        Ok(Self {
            mixture: scaled.mixture(&parameters)?,
            log_likelihood: sums.log_likelihood + shift,
            next_log_likelihood: next.map(|next| next + shift),
            entropy: entropy.sum(),
            total: sample.total_weight(),
            starts,
            agreeing,
            converged,
            steps,
            leans,
            scaled,
            parameters,
        })
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
        self.leans
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

/// The same components, means ascending.
fn sorted(parameters: &Parameters) -> Parameters {
    let mut order: Vec<usize> = (0..parameters.len()).collect();
    order.sort_by(|one, other| {
        parameters.loc[*one].total_cmp(&parameters.loc[*other])
    });
    let pick = |of: &[f64]| order.iter().map(|&k| of[k]).collect();
    Parameters {
        probs: pick(&parameters.probs),
        loc: pick(&parameters.loc),
        scale: pick(&parameters.scale),
    }
}
