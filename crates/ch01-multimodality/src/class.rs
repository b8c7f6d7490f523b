use chapter::Error;

use crate::Histogram;

/// By this share of the highest bar a peak of this chapter has to stand out.
pub const PROMINENCE: f64 = 0.15;

/// The bin width at which the chapter looks at the class.
pub(crate) const BIN_WIDTH: f64 = 0.5;

/// Where the chapter cuts the class: halfway between the last grade that passes and the first
/// that fails.
pub(crate) const CUT: f64 = 4.15;

/// An edge of the class's bins. Grades are tenths; edges that lie between tenths leave no doubt
/// into which bin a grade falls.
pub(crate) const ORIGIN: f64 = 0.75;

/// The class as a histogram.
///
/// # Errors
///
/// As [`Histogram::of`].
pub fn class_histogram(bin_width: f64) -> Result<Histogram, Error> {
    Histogram::of(&datasets::grades(), ORIGIN, bin_width)
}
