use ch05::Joint;

/// How probable it is under the groups to be below `x`.
#[must_use]
pub fn distribution(groups: &Joint, x: f64) -> f64 {
    let parts = groups.probs().iter().zip(groups.bells());
    let below = parts.map(|(pi, bell)| {
        let z = (x - bell.loc()) / bell.scale();
        pi * 0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
    });
    below.sum()
}

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

/// Where the groups have this part of all below: by halving the stretch from eight deviations below the lowest
/// bell to eight above the highest.
#[must_use]
pub fn quantile(groups: &Joint, part: f64) -> f64 {
    let ends = |sign: f64| {
        groups.bells().iter().map(move |it| it.loc() + sign * 8.0 * it.scale())
    };
    let (mut low, mut high) = (
        ends(-1.0).fold(f64::INFINITY, f64::min),
        ends(1.0).fold(f64::NEG_INFINITY, f64::max),
    );
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if distribution(groups, middle) < part {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}
