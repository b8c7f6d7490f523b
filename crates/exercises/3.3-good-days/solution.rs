//! The solution of exercise 3.3.

/// The probability that so many days of one season are all good.
///
/// `seasons` has the probability of each season, and `thetas` the probability
/// that a day in it is good. Given the season, the days know nothing of each
/// other.
pub fn all_good(seasons: &[f64], thetas: &[f64], days: u32) -> f64 {
    let given_season = |theta: f64| libm::pow(theta, f64::from(days));
    seasons
        .iter()
        .zip(thetas)
        .map(|(season, theta)| season * given_season(*theta))
        .sum()
}
