use chapter::Error;

use crate::Histogram;

/// The share of the highest bar by which a peak of this chapter has to stand out.
pub const PROMINENCE: f64 = 0.15;

/// The bin width at which the chapter looks at the class. The scale has three steps from grade to
/// grade, more or less even, so that a third of a grade holds one step.
pub const BIN_WIDTH: f64 = 1.0 / 3.0;

/// Where the chapter cuts the class: halfway between the last grade that passes and the first
/// that fails.
pub const CUT: f64 = 4.15;

/// The class as a histogram; the first bin has the best grade, 1.0, in its middle.
///
/// # Errors
///
/// As [`Histogram::of`].
///
/// # Examples
///
/// ```
/// let class = ch01::class_histogram(ch01::BIN_WIDTH)?;
/// assert_eq!(class.counts().len(), datasets::GRADE_SCALE.len());
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn class_histogram(bin_width: f64) -> Result<Histogram, Error> {
    Histogram::of(&datasets::grades(), 1.0 - bin_width / 2.0, bin_width)
}
