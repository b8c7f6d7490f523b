use chapter::Error;

use crate::Gaussian;

/// The kernel density estimate of `data`: over each value a bell that is `bandwidth` wide, all of
/// them added up and divided by their number, so that the area is one.
///
/// # Errors
///
/// [`Error::Empty`] without data. [`Error::Argument`] for a value that is not finite, and for a
/// bandwidth that is not positive.
///
/// # Examples
///
/// ```
/// let estimate = ch01::kernel_density(&[2.0, 5.0], 0.5)?;
/// assert!(estimate(2.0) > 0.39 && estimate(3.5) < 0.01);
/// # Ok::<(), chapter::Error>(())
/// ```
///
/// # References
///
/// Silverman, *Density Estimation for Statistics and Data Analysis* (1986), section 2.4.
pub fn kernel_density(
    data: &[f64],
    bandwidth: f64,
) -> Result<impl Fn(f64) -> f64 + use<>, Error> {
    if data.is_empty() {
        return Err(Error::Empty { argument: "data" });
    }
    let bells: Result<Vec<_>, Error> =
        data.iter().map(|&value| Gaussian::new(value, bandwidth)).collect();
    let bells = bells?;
    Ok(move |x| {
        let sum: f64 = bells.iter().map(|bell| bell.prob(x)).sum();
        sum / bells.len() as f64
    })
}
