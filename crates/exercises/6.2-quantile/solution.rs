//! The solution of exercise 6.2.

/// The grade below which there is the share `p` of a distribution.
///
/// `cdf` is its cumulative distribution function, which rises. The grade is
/// between `low` and `high`, and wanted to nine decimals of the share.
pub fn quantile(cdf: fn(f64) -> f64, p: f64, low: f64, high: f64) -> f64 {
    let (mut low, mut high) = (low, high);
    for _ in 0..100 {
        let middle = low.midpoint(high);
        if cdf(middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}
