mod climb;
mod starts;

use crate::{Error, Fit, Sample, em::Scaled};

/// What is to be fitted: a mixture of so many Gaussians, by maximum likelihood.
///
/// # Examples
///
/// ```
/// use fit::{GaussianMixture, Sample};
///
/// let sample = Sample::new([1.0, 1.2, 0.9, 1.1, 5.0, 5.3, 4.8, 5.1])?;
/// let fit = GaussianMixture::new(2).fit(&sample)?;
/// assert!((fit.mixture().mixture_distribution().probs()[0] - 0.5).abs() < 1e-6);
/// # Ok::<(), fit::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GaussianMixture {
    components: usize,
    starts: usize,
    seed: u64,
    floor: f64,
}

impl GaussianMixture {
    /// A mixture of so many components, their deviations free.
    #[must_use]
    pub const fn new(components: usize) -> Self {
        Self { components, starts: 20, seed: 1, floor: 1e-3 }
    }

    /// With so many random starts, beside the two that need no chance.
    #[must_use]
    pub const fn starts(self, starts: usize) -> Self {
        Self { starts, ..self }
    }

    /// With another seed of the random starts.
    #[must_use]
    pub const fn seed(self, seed: u64) -> Self {
        Self { seed, ..self }
    }

    /// With another least deviation, as a share of the standard deviation of the sample.
    #[must_use]
    pub const fn floor(self, floor: f64) -> Self {
        Self { floor, ..self }
    }

    /// The best mixture that is found.
    ///
    /// A mixture that leans on the floor, or that has a component of fewer than two data, is taken only
    /// if no other is found: its likelihood says nothing.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for no component or a floor outside 0 to 1, [`Error::Components`] for more
    /// components than distinct data.
    pub fn fit(&self, sample: &Sample) -> Result<Fit, Error> {
        if self.components == 0 {
            return Err(Error::argument("components", "at least one", 0.0));
        }
        if !(self.floor > 0.0 && self.floor < 1.0) {
            return Err(Error::argument(
                "floor",
                "above 0 and below 1",
                self.floor,
            ));
        }
        let distinct = sample.distinct();
        if distinct < self.components {
            let components = self.components;
            return Err(Error::Components { components, distinct });
        }
        let scaled = Scaled::of(sample)?;
        let floor = self.floor * scaled.spread();
        let starts = starts::all(
            &scaled,
            self.components,
            self.starts,
            self.seed,
            floor,
        );
        let climbed = climb::from_all(&scaled, starts, floor);
        Fit::of(sample, scaled, climbed, floor)
    }
}

pub(crate) use climb::{Climbed, Top};
