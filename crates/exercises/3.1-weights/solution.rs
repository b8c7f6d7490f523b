//! The solution of exercise 3.1.

/// The weights of groups of these sizes: the share that each has of the whole.
///
/// `None` where there are no such shares: a size is negative or not finite, or
/// all of them are zero.
pub fn weights(sizes: &[f64]) -> Option<Vec<f64>> {
    let whole: f64 = sizes.iter().sum();
    let are_sizes = sizes.iter().all(|&size| size >= 0.0);
    let have_shares = are_sizes && whole > 0.0 && whole.is_finite();
    have_shares.then(|| sizes.iter().map(|size| size / whole).collect())
}

/// The density of a mixture at a place where its components are as high as
/// `heights` says.
pub fn density(weights: &[f64], heights: &[f64]) -> f64 {
    weights.iter().zip(heights).map(|(weight, height)| weight * height).sum()
}
