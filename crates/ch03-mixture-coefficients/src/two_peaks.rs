use chapter::Error;
use libm::{exp, log, sqrt};
use mixture::{Categorical, MixtureSameFamily, Normal};

/// How far a weight can be from one half, as its logit ln(w/(1−w)), before the smaller of two
/// equally wide bells stops being a peak.
///
/// `separation` is the distance of their means in standard deviations. With δ half of it the
/// border is 2δ√(δ²−1) − 2 ln(δ + √(δ²−1)), and zero where δ ≤ 1: there no weight gives two peaks.
///
/// The chapter derives it.
///
/// # References
///
/// For δ ≤ 1: Behboodian, *On the modes of a mixture of two normal distributions*, Technometrics 12
/// (1970), 131–139.
#[must_use]
pub fn logit_border(separation: f64) -> f64 {
    let delta = separation.abs() / 2.0;
    if delta <= 1.0 {
        return 0.0;
    }
    let root = sqrt(delta - 1.0) * sqrt(delta + 1.0);
    2.0 * delta * root - 2.0 * log(delta + root)
}

/// Whether two equally wide bells make two peaks, by the formula.
///
/// # Examples
///
/// ```
/// assert!(!ch03::has_two_peaks(0.5, 2.0));
/// assert!(ch03::has_two_peaks(0.5, 2.1));
/// assert!(!ch03::has_two_peaks(0.9, 2.1));
/// ```
#[must_use]
pub fn has_two_peaks(weight: f64, separation: f64) -> bool {
    log(weight / (1.0 - weight)).abs() < logit_border(separation)
}

/// The smallest share that the smaller group may have and still be a peak, if there is one.
#[must_use]
pub fn smallest_share(separation: f64) -> Option<f64> {
    let border = logit_border(separation);
    (border > 0.0).then(|| 1.0 / (1.0 + exp(border)))
}

/// Two bells `separation` apart, the first of standard deviation one and with this weight, the
/// second `ratio` times as wide.
///
/// # Errors
///
/// What [`mixture`] refuses: a weight outside 0 to 1, a ratio that is not positive.
pub fn pair(
    weight: f64,
    separation: f64,
    ratio: f64,
) -> Result<MixtureSameFamily<Normal>, Error> {
    let weights = Categorical::from_probs([weight, 1.0 - weight])?;
    let bells = Normal::new([0.0, separation], [1.0, ratio])?;
    Ok(MixtureSameFamily::new(weights, bells)?)
}
