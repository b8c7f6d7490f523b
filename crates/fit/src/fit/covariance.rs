//! How far the estimates can be trusted: the inverse of the observed information, and what it means for
//! whatever is computed from them.

use mixture::{MixtureSameFamily, Normal};
use ndarray::{ArrayD, IxDyn};

use super::Fit;
use crate::{
    Error,
    em::Parameters,
    information::{Information, cholesky, dot},
};

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

/// How far a function is looked at from the fit, in standard errors.
const AWAY: f64 = 1e-2;

impl Fit {
    /// The standard errors of shares, means and deviations, from the inverse of the observed information
    /// (Efron & Hinkley 1978, *Biometrika* 65, 457–482). What was given has none: zero.
    ///
    /// # Errors
    ///
    /// [`Error::Singular`] if the sample does not determine the parameters.
    pub fn standard_errors(&self) -> Result<StandardErrors, Error> {
        let covariance = self.covariance()?;
        let k = self.num_components();
        let part = |from: usize| {
            let root = |index| covariance[[index, index]].max(0.0).sqrt();
            (from..from + k).map(root).collect()
        };
        Ok(StandardErrors { probs: part(0), loc: part(k), scale: part(2 * k) })
    }

    /// The covariance of the shares, the means and the deviations, in this order: shape `[3K, 3K]`.
    ///
    /// # Errors
    ///
    /// [`Error::Singular`] if the sample does not determine the parameters.
    ///
    /// # Examples
    ///
    /// ```
    /// use fit::{GaussianMixture, Sample};
    ///
    /// let sample = Sample::new([1.0, 1.2, 0.9, 1.1, 5.0, 5.3, 4.8, 5.1])?;
    /// let covariance = GaussianMixture::new(2).fit(&sample)?.covariance()?;
    /// // Shares of one half, from eight data; what the one gains the other loses.
    /// assert!((covariance[[0, 0]] - 0.25 / 8.0).abs() < 1e-6);
    /// assert!((covariance[[0, 1]] + covariance[[0, 0]]).abs() < 1e-12);
    /// # Ok::<(), fit::Error>(())
    /// ```
    pub fn covariance(&self) -> Result<ArrayD<f64>, Error> {
        let rows = self.information().covariance()?;
        let size = rows.len();
        let unit = self.scaled.unit();
        let unit = |index| if 3 * index < size { 1.0 } else { unit };
        Ok(ArrayD::from_shape_fn(IxDyn(&[size, size]), |at| {
            rows[at[0]][at[1]] * unit(at[0]) * unit(at[1])
        }))
    }

    /// The standard error of whatever is computed from the mixture by a smooth function, to the first order
    /// (the delta method: Lehmann & Casella 1998, *Theory of Point Estimation*, section 1.8).
    ///
    /// # Errors
    ///
    /// [`Error::Singular`] if the sample does not determine the parameters.
    ///
    /// # Examples
    ///
    /// ```
    /// use fit::{GaussianMixture, Sample};
    /// use mixture::Distribution;
    ///
    /// let sample = Sample::new([1.0, 2.0, 3.0, 4.0])?;
    /// let fit = GaussianMixture::new(1).fit(&sample)?;
    /// // The mean has the standard error σ/√N.
    /// let error = fit.standard_error_of(|mixture| mixture.mean()[[]])?;
    /// assert!((error - (1.25_f64 / 4.0).sqrt()).abs() < 1e-9);
    /// # Ok::<(), fit::Error>(())
    /// ```
    pub fn standard_error_of(
        &self,
        f: impl Fn(&MixtureSameFamily<Normal>) -> f64,
    ) -> Result<f64, Error> {
        let directions = self.restriction.directions();
        let free = self.information().inverse()?;
        let size = free.len();
        let root = |j: usize| free[j][j].sqrt();
        let correlation = |row: usize, column: usize| {
            free[row][column] / (root(row) * root(column))
        };
        let lower = cholesky(size, correlation).ok_or(Error::Singular)?;
        // Along each column of the root of the covariance the estimates vary on their own.
        let mut variance = 0.0;
        for column in 0..size {
            let column = lower.iter().map(|row| row[column]).enumerate();
            let along: Vec<f64> =
                column.map(|(j, part)| root(j) * part).collect();
            let change: Vec<f64> = (0..3 * self.num_components())
                .map(|index| {
                    let parts: Vec<f64> = directions
                        .iter()
                        .map(|direction| direction[index])
                        .collect();
                    dot(&parts, &along)
                })
                .collect();
            let slope = self.slope(&change, &f)?;
            variance += slope * slope;
        }
        Ok(variance.sqrt())
    }

    /// The places at which another component becomes the likeliest, as
    /// [`decision_boundaries`](MixtureSameFamily::decision_boundaries), each with its standard error.
    ///
    /// # Errors
    ///
    /// [`Error::Singular`] if the sample does not determine the parameters.
    ///
    /// # Examples
    ///
    /// ```
    /// use fit::{GaussianMixture, Sample};
    ///
    /// let waiting = datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min);
    /// let fit = GaussianMixture::new(2).fit(&Sample::new(waiting)?)?;
    /// let (border, error) = fit.decision_boundaries()?[0];
    /// assert_eq!(format!("{border:.1} ± {error:.1}"), "66.6 ± 1.0");
    /// # Ok::<(), fit::Error>(())
    /// ```
    pub fn decision_boundaries(&self) -> Result<Vec<(f64, f64)>, Error> {
        let borders = self.mixture.decision_boundaries()?;
        let with_error = |&border: &f64| {
            let error = self.standard_error_of(|mixture| {
                let moved = mixture.decision_boundaries().unwrap_or_default();
                let away = |x: &f64| (x - border).abs();
                moved
                    .into_iter()
                    .min_by(|one, other| away(one).total_cmp(&away(other)))
                    .unwrap_or(f64::NAN)
            })?;
            Ok((border, error))
        };
        borders.iter().map(with_error).collect()
    }

    fn information(&self) -> Information {
        Information::of(&self.scaled, &self.parameters, &self.restriction)
    }

    /// The derivative of a function along a change of shares, means and deviations.
    fn slope(
        &self,
        change: &[f64],
        f: &impl Fn(&MixtureSameFamily<Normal>) -> f64,
    ) -> Result<f64, Error> {
        let at = |times: f64| -> Result<f64, Error> {
            let k = self.num_components();
            let moved = |of: &[f64], from: usize| -> Vec<f64> {
                let pairs = of.iter().zip(&change[from..from + k]);
                pairs.map(|(value, change)| value + times * change).collect()
            };
            let Parameters { probs, loc, scale } = &self.parameters;
            let moved = Parameters {
                probs: moved(probs, 0),
                loc: moved(loc, k),
                scale: moved(scale, 2 * k),
            };
            Ok(f(&self.scaled.mixture(&moved)?))
        };
        // No further than half of the way to where there is no mixture.
        let Parameters { probs, loc: _, scale } = &self.parameters;
        let positive = probs.iter().chain(scale);
        let k = self.num_components();
        let changes = change[..k].iter().chain(&change[2 * k..]);
        let most = positive
            .zip(changes)
            .map(|(value, change)| 0.5 * value / change.abs())
            .fold(AWAY, f64::min);
        let across = |away: f64| -> Result<f64, Error> {
            Ok((at(away)? - at(-away)?) / (2.0 * away))
        };
        // Richardson: the error of a chord falls with the square of its length.
        let (long, short) = (across(most)?, across(most / 2.0)?);
        Ok((4.0 * short - long) / 3.0)
    }
}
