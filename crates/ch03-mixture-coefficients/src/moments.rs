use ch01::Gaussian;
use chapter::Error;

use crate::check_weights;

/// The mean of a mixture, and its variance in the two parts of which it consists.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// The mean of all: Σ πₖ μₖ.
    pub mean: f64,
    /// How much the members of a group differ from their group's mean: Σ πₖ σₖ².
    pub within: f64,
    /// How much the groups' means differ from the mean of all: Σ πₖ (μₖ − μ)².
    pub between: f64,
}

impl Moments {
    /// The mean and the two parts of the variance of the bells in these shares.
    ///
    /// # Errors
    ///
    /// As [`check_weights`]; [`Error::Argument`] if there are not as many weights as bells.
    ///
    /// # Examples
    ///
    /// ```
    /// let bells = [ch01::Gaussian::new(2.5, 0.6)?, ch01::Gaussian::new(4.8, 0.3)?];
    /// let moments = ch03::Moments::of(&[0.6, 0.4], &bells)?;
    /// assert!((moments.mean - 3.42).abs() < 1e-12);
    /// assert!((moments.variance() - 1.5216).abs() < 1e-12);
    /// # Ok::<(), chapter::Error>(())
    /// ```
    pub fn of(weights: &[f64], bells: &[Gaussian]) -> Result<Self, Error> {
        check_weights(weights)?;
        if weights.len() != bells.len() {
            let (argument, count) =
                ("the number of weights", weights.len() as f64);
            return Err(Error::argument(argument, "that of the bells", count));
        }
        let square = |x: f64| x * x;
        let mean = average(weights, bells, Gaussian::loc);
        let within = average(weights, bells, |bell| square(bell.scale()));
        let between = average(weights, bells, |bell| square(bell.loc() - mean));
        Ok(Self { mean, within, between })
    }

    /// The variance of all: within the groups plus between them.
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.within + self.between
    }
}

/// The average of something that each bell has, by the weights.
fn average(
    weights: &[f64],
    bells: &[Gaussian],
    value: impl Fn(&Gaussian) -> f64,
) -> f64 {
    weights.iter().zip(bells).map(|(weight, bell)| weight * value(bell)).sum()
}
