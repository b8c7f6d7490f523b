use mixture::{Categorical, Error, MixtureSameFamily, Normal};

/// The shares π of the two groups: the prepared and the unprepared.
pub const PROBS: [f64; 2] = [0.6, 0.4];

/// The means μ of the two groups.
pub const LOC: [f64; 2] = [2.5, 4.8];

/// The standard deviations σ of the two groups.
pub const SCALE: [f64; 2] = [0.6, 0.3];

/// The model of the book: [`PROBS`], [`LOC`] and [`SCALE`] as a mixture of two Gaussians.
///
/// # Errors
///
/// None: the numbers are a mixture's.
///
/// # Examples
///
/// ```
/// let model = ch03::model()?;
/// assert_eq!(model.num_components(), 2);
/// # Ok::<(), mixture::Error>(())
/// ```
pub fn model() -> Result<MixtureSameFamily<Normal>, Error> {
    let components = Normal::new(LOC, SCALE)?;
    MixtureSameFamily::new(Categorical::from_probs(PROBS)?, components)
}
