//! Many numbers into one.

/// Where the first of the largest numbers stands; `None` where one is NaN.
pub(crate) fn first_largest<'a>(
    numbers: impl IntoIterator<Item = &'a f64>,
) -> Option<usize> {
    let mut best = (0, f64::NEG_INFINITY);
    for (index, &number) in numbers.into_iter().enumerate() {
        if number.is_nan() {
            return None;
        }
        if number > best.1 {
            best = (index, number);
        }
    }
    Some(best.0)
}

/// log ∑ exp, without leaving the numbers on the way: the largest is taken out first.
pub(crate) fn log_sum_exp(logs: impl Iterator<Item = f64> + Clone) -> f64 {
    let largest = logs.clone().fold(f64::NEG_INFINITY, f64::max);
    if largest == f64::NEG_INFINITY {
        return logs.sum();
    }
    let sum: f64 = logs.map(|log| libm::exp(log - largest)).sum();
    largest + libm::log(sum)
}

/// Turns logarithms of weights into those of probabilities. The largest is taken out first, so
/// that those near zero keep their digits. NaN where all weights are zero.
pub(crate) fn normalize_logs(logs: &mut [f64]) {
    let largest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for log in &mut *logs {
        *log -= largest;
    }
    let total = log_sum_exp(logs.iter().copied());
    for log in logs {
        *log -= total;
    }
}
