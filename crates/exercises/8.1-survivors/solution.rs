//! The solution of exercise 8.1.

/// The places of the `keep` largest log-likelihoods, the largest first.
///
/// A runner that broke down has NaN, and comes last.
pub fn survivors(log_likelihoods: &[f64], keep: usize) -> Vec<usize> {
    let height = |place: &usize| {
        let value = log_likelihoods[*place];
        if value.is_nan() { f64::NEG_INFINITY } else { value }
    };
    let mut places: Vec<usize> = (0..log_likelihoods.len()).collect();
    places.sort_by(|one, other| height(other).total_cmp(&height(one)));
    places.truncate(keep);
    places
}
