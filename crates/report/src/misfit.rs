use fit::{Fit, with_error};
use mixture::Distribution as _;

use crate::percent;

/// Whether an interval begins before another one ends, by more than rounding: neighbours only touch.
fn overlap(one: [f64; 2], other: [f64; 2]) -> bool {
    one[1] - other[0] > 1e-6 * (one[1] - one[0]).min(other[1] - other[0])
}

/// Where the counted distribution is farthest from the predicted one; not asked of intervals that overlap, of which
/// nobody knows how many lie below a place.
pub(crate) fn sentences(fit: &Fit) -> Vec<String> {
    let sample = fit.sample();
    let mut rows: Vec<([f64; 2], f64)> = sample.folded().collect();
    rows.sort_by(|one, other| one.0[1].total_cmp(&other.0[1]));
    if rows.windows(2).any(|pair| overlap(pair[0].0, pair[1].0)) {
        return Vec::new();
    }
    let all = sample.total_weight();
    let mut places = sample.window().to_vec();
    places.extend(rows.iter().map(|row| row.0[1]));
    let Ok(below) = fit.mixture().cdf(&places) else { return Vec::new() };
    let mut below = below.into_iter();
    let (Some(from), Some(to)) = (below.next(), below.next()) else {
        return Vec::new();
    };
    let mut so_far = 0.0;
    let mut worst = (f64::NAN, 0.0, 0.0);
    for (([lower, upper], weight), below) in rows.into_iter().zip(below) {
        // Of equal numbers half are below their place.
        let half = if lower == upper { 0.5 * weight } else { weight };
        let counted = (so_far + half) / all;
        so_far += weight;
        let predicted = (below - from) / (to - from);
        let (_, was_counted, was_predicted): (f64, f64, f64) = worst;
        let gap = (counted - predicted).abs();
        if upper.is_finite() && gap > (was_counted - was_predicted).abs() {
            worst = (upper, counted, predicted);
        }
    }
    let (at, counted, predicted) = worst;
    if at.is_nan() {
        return Vec::new();
    }
    vec![format!(
        "Below {} the model has {} of the numbers, and {} were counted: nowhere is the gap wider.",
        with_error(at, None),
        percent(predicted),
        percent(counted),
    )]
}
