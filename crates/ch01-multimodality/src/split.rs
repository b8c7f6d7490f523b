use chapter::Error;
use datasets::{Group, Student};

use crate::{Histogram, peaks};

/// What a cut makes of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// How many students are left of the cut.
    pub left: usize,
    /// How many are right of it.
    pub right: usize,
    /// How many stand on the side of the group that is not theirs.
    pub misplaced: usize,
}

/// Cuts a class in two: whoever has a better (smaller) grade than `cut` is taken to be prepared.
///
/// # Errors
///
/// [`Error::Argument`] if `cut` is not finite.
pub fn split(class: &[Student], cut: f64) -> Result<Split, Error> {
    if !cut.is_finite() {
        return Err(Error::argument("cut", "finite", cut));
    }
    let label = |student: &Student| {
        if student.grade < cut { Group::Prepared } else { Group::Unprepared }
    };
    let left = class
        .iter()
        .filter(|student| label(student) == Group::Prepared)
        .count();
    Ok(Split {
        left,
        right: class.len() - left,
        misplaced: class
            .iter()
            .filter(|student| label(student) != student.group)
            .count(),
    })
}

/// The valley between the first peak and the last, from its left edge to its right: the lowest bin
/// between them, with those of the same height that follow it.
///
/// `None` if there are not two peaks that stand out by the share `prominence`.
///
/// # Errors
///
/// [`Error::Argument`] for a share outside 0 to 1.
pub fn valley(
    histogram: &Histogram,
    prominence: f64,
) -> Result<Option<[f64; 2]>, Error> {
    let heights = histogram.densities();
    let peaks = peaks(heights, prominence)?;
    let [first, .., last] = peaks.as_slice() else {
        return Ok(None);
    };
    let between = &heights[first.index..=last.index];
    let lowest = between.iter().copied().fold(first.height, f64::min);
    let is_lowest = |height: &&f64| **height == lowest;
    let before = between.iter().take_while(|height| !is_lowest(height)).count();
    let wide = between[before..].iter().take_while(is_lowest).count();
    let begin = first.index + before;
    Ok(Some([begin, begin + wide].map(|edge| histogram.edges()[edge])))
}
