use std::f64::consts::PI;

use chapter::Error;

use crate::histogram::check_finite;

/// A normal distribution: one bell, with one peak at `loc` and the width `scale`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gaussian {
    loc: f64,
    scale: f64,
}

impl Gaussian {
    /// The bell whose mean is `loc` (μ) and whose standard deviation is `scale` (σ).
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] unless `loc` is finite and `scale` finite and positive.
    pub fn new(loc: f64, scale: f64) -> Result<Self, Error> {
        if !loc.is_finite() {
            return Err(Error::argument("loc", "finite", loc));
        }
        if !(scale > 0.0 && scale.is_finite()) {
            return Err(Error::argument("scale", "finite and positive", scale));
        }
        Ok(Self { loc, scale })
    }

    /// The bell with the mean and the standard deviation of `data`: of all bells the one under
    /// which the data are most likely.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] without data; [`Error::Argument`] for a value that is not finite, and
    /// for data that are all equal, since a bell has a width.
    ///
    /// # References
    ///
    /// Bishop, *Pattern Recognition and Machine Learning* (2006), section 2.3.4.
    pub fn fit(data: &[f64]) -> Result<Self, Error> {
        check_finite("data", data)?;
        let count = data.len() as f64;
        let mean = data.iter().sum::<f64>() / count;
        if !mean.is_finite() {
            return Err(Error::argument(
                "data",
                "of a size that has a mean",
                mean,
            ));
        }
        let squares = data.iter().map(|x| (x - mean) * (x - mean));
        Self::new(mean, (squares.sum::<f64>() / count).sqrt())
    }

    /// The mean μ, where the peak is.
    #[must_use]
    pub fn loc(&self) -> f64 {
        self.loc
    }

    /// The standard deviation σ.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// The density at `x`; NaN where `x` is NaN.
    ///
    /// # References
    ///
    /// Bishop, *Pattern Recognition and Machine Learning* (2006), equation 1.46.
    #[must_use]
    pub fn prob(&self, x: f64) -> f64 {
        let u = (x - self.loc) / self.scale;
        libm::exp(-0.5 * u * u) / (self.scale * (2.0 * PI).sqrt())
    }
}
