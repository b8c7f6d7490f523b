use ch05::Joint;
use ch07::distribution;

/// How many of `count` the groups predict between each edge and the next.
///
/// # Examples
///
/// ```
/// use ch05::Joint;
///
/// let groups = Joint::of_the_model()?;
/// let expected = ch09::expected(&groups, &[f64::NEG_INFINITY, 4.0, f64::INFINITY], 200.0);
/// assert!((expected[0] + expected[1] - 200.0).abs() < 1e-9);
/// # Ok::<(), chapter::Error>(())
/// ```
#[must_use]
pub fn expected(groups: &Joint, edges: &[f64], count: f64) -> Vec<f64> {
    let between = edges.windows(2).map(|edge| {
        distribution(groups, edge[1]) - distribution(groups, edge[0])
    });
    between.map(|prob| count * prob).collect()
}
