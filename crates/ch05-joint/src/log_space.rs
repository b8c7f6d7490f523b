use std::f64::consts::TAU;

use ch01::Gaussian;
use chapter::Error;
use libm::{exp, log};

use crate::Joint;

/// ln Σ exp(vᵢ), without ever leaving the range of numbers: the largest is taken out first, and
/// what is left in the sum lies between zero and one.
///
/// Of no values, or of values that are all −∞, it is −∞; of NaN it is NaN.
///
/// # Examples
///
/// ```
/// use ch05::log_sum_exp;
///
/// assert_eq!(log_sum_exp(&[-1000.0, -1000.0]), -1000.0 + libm::log(2.0));
/// ```
#[must_use]
pub fn log_sum_exp(values: &[f64]) -> f64 {
    let largest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if values.iter().any(|value| value.is_nan()) {
        return f64::NAN;
    }
    if largest.is_infinite() {
        return largest;
    }
    let sum: f64 = values.iter().map(|value| exp(value - largest)).sum();
    largest + log(sum)
}

/// The logarithm of a bell's density: −u²/2 − ln(σ√2π).
#[must_use]
pub fn log_bell(bell: &Gaussian, x: f64) -> f64 {
    let u = (x - bell.loc()) / bell.scale();
    -u * u / 2.0 - log(bell.scale()) - log(TAU) / 2.0
}

impl Joint {
    /// The logarithm of the joint for every group: `ln π_z + ln p_z(x)`.
    #[must_use]
    pub fn log_joint(&self, x: f64) -> Vec<f64> {
        let groups = self.probs.iter().zip(&self.bells);
        groups.map(|(&pi, bell)| log(pi) + log_bell(bell, x)).collect()
    }

    /// The logarithm of the mixture's density.
    #[must_use]
    pub fn log_marginal(&self, x: f64) -> f64 {
        log_sum_exp(&self.log_joint(x))
    }

    /// The logarithm of each group's probability once the grade is known: Bayes' rule, whose
    /// division has become a difference.
    #[must_use]
    pub fn log_posterior(&self, x: f64) -> Vec<f64> {
        let log_joint = self.log_joint(x);
        let log_marginal = log_sum_exp(&log_joint);
        log_joint.iter().map(|value| value - log_marginal).collect()
    }

    /// The probability of each group once the grade is known.
    #[must_use]
    pub fn posterior(&self, x: f64) -> Vec<f64> {
        self.log_posterior(x).into_iter().map(exp).collect()
    }

    /// How likely these grades are together: the sum of the logarithms of their densities.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a grade that is not finite.
    pub fn log_likelihood(&self, grades: &[f64]) -> Result<f64, Error> {
        if let Some(index) = grades.iter().position(|x| !x.is_finite()) {
            let argument = format!("grades[{index}]");
            return Err(Error::argument(argument, "finite", grades[index]));
        }
        Ok(grades.iter().map(|&x| self.log_marginal(x)).sum())
    }

    /// After how many of the grades, taken round and round, the product of their densities is
    /// zero, though no density is.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] without grades; [`Error::Argument`] for a grade whose density is zero, and if
    /// the product does not get there.
    pub fn product_dies_after(&self, grades: &[f64]) -> Result<usize, Error> {
        if grades.is_empty() {
            return Err(Error::Empty { argument: "grades" });
        }
        let mut product = 1.0;
        for (index, &grade) in grades.iter().cycle().take(100_000).enumerate() {
            let density = self.marginal(grade);
            if density == 0.0 {
                let argument = format!("grades[{}]", index % grades.len());
                let requirement = "near enough to have a density";
                return Err(Error::argument(argument, requirement, grade));
            }
            product *= density;
            if product == 0.0 {
                return Ok(index + 1);
            }
        }
        Err(Error::argument("the product", "zero in the end", product))
    }
}
