use chapter::Error;

/// A place that is higher than what is on both of its sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peak {
    /// The bar at which it stands, the first of several of the same height.
    pub index: usize,
    /// The height of that bar.
    pub height: f64,
    /// How far one has to come down from it before one can climb to a higher one; for the highest
    /// peak of all, its height.
    pub prominence: f64,
}

/// The peaks of a row of bars, from left to right.
///
/// A bar, or several of the same height side by side, is a peak if it is higher than its
/// neighbours and stands out: its prominence is at least the share `prominence` of the highest
/// bar. Beyond both ends the ground is at zero.
///
/// # Errors
///
/// [`Error::Argument`] for a height that is negative or not finite, and for a share outside 0 to 1.
///
/// # Examples
///
/// ```
/// let heights = [1.0, 6.0, 5.5, 5.7, 1.0, 4.0];
/// let peaks = ch01::peaks(&heights, 0.2)?;
/// assert_eq!(peaks.iter().map(|peak| peak.index).collect::<Vec<_>>(), [1, 5]);
/// assert_eq!(peaks[1].prominence, 3.0);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn peaks(heights: &[f64], prominence: f64) -> Result<Vec<Peak>, Error> {
    if !(0.0..=1.0).contains(&prominence) {
        return Err(Error::argument(
            "prominence",
            "between 0 and 1",
            prominence,
        ));
    }
    if let Some(index) =
        heights.iter().position(|h| !(*h >= 0.0 && h.is_finite()))
    {
        let element = format!("heights[{index}]");
        return Err(Error::argument(
            element,
            "finite and not negative",
            heights[index],
        ));
    }
    let highest = heights.iter().copied().fold(0.0, f64::max);
    let peaks = (0..heights.len()).filter_map(|index| {
        let height = heights[index];
        let rises = index == 0 || heights[index - 1] < height;
        let after = heights[index..].iter().find(|&&other| other != height);
        let falls = after.is_none_or(|&other| other < height);
        (height > 0.0 && rises && falls).then(|| Peak {
            index,
            height,
            prominence: height - saddle(heights, index),
        })
    });
    Ok(peaks.filter(|peak| peak.prominence >= prominence * highest).collect())
}

/// The highest ground from which one still has to climb to something above `heights[index]`.
fn saddle(heights: &[f64], index: usize) -> f64 {
    let height = heights[index];
    let left = lowest_before_higher(heights[..index].iter().rev(), height);
    let right = lowest_before_higher(heights[index..].iter(), height);
    left.max(right)
}

/// The lowest bar on the way to the first that is above `height`; zero if there is none.
fn lowest_before_higher<'a>(
    way: impl Iterator<Item = &'a f64>,
    height: f64,
) -> f64 {
    let mut lowest = height;
    for &bar in way {
        if bar > height {
            return lowest;
        }
        lowest = lowest.min(bar);
    }
    0.0
}
