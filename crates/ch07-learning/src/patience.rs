/// What is left to gain, by Aitken's estimate: gains that shrink by the same factor sum to this (McLachlan &
/// Krishnan 2008, *The EM Algorithm and Extensions*, section 4.9). None before there are two gains, or while
/// they do not shrink.
///
/// # Examples
///
/// ```
/// // Gains of 8, 4 and 2 leave 2.
/// assert_eq!(ch07::left_by_aitken(&[0.0, 8.0, 12.0, 14.0]), Some(2.0));
/// ```
#[must_use]
pub fn left_by_aitken(history: &[f64]) -> Option<f64> {
    let [.., first, second, third] = history else { return None };
    let factor = (third - second) / (second - first);
    (0.0..1.0)
        .contains(&factor)
        .then(|| (third - second) * factor / (1.0 - factor))
}

/// The decimal logarithm of how far each value lies below the top, where it does.
#[must_use]
pub fn logs_of_what_is_left(history: &[f64], top: f64) -> Vec<(f64, f64)> {
    let left = history.iter().map(|value| top - value).enumerate();
    left.filter(|(_, left)| *left > 0.0)
        .map(|(round, left)| (round as f64, libm::log10(left)))
        .collect()
}
