use ch05::Joint;

/// How probable it is under the groups to be below `x`.
///
/// # Examples
///
/// ```
/// let groups = ch05::Joint::of_the_model()?;
/// let middle = ch07::quantile(&groups, 0.5);
/// assert!((ch07::distribution(&groups, middle) - 0.5).abs() < 1e-12);
/// # Ok::<(), chapter::Error>(())
/// ```
#[must_use]
pub fn distribution(groups: &Joint, x: f64) -> f64 {
    let parts = groups.probs().iter().zip(groups.bells());
    let below = parts.map(|(pi, bell)| {
        let z = (x - bell.loc()) / bell.scale();
        pi * 0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
    });
    below.sum()
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
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if distribution(groups, middle) < part {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}
