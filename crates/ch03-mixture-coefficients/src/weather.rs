use chapter::Error;
use mixture::{Bernoulli, Categorical, MixtureSameFamily};

/// The seasons of the example.
pub const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

/// The probability of each season: a day is drawn from the year.
pub const SEASON_PROBS: [f64; 4] = [0.25; 4];

/// The probability of good weather in each season.
pub const GOOD: [f64; 4] = [0.4, 0.9, 0.5, 0.3];

/// One way in which a day can turn out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Day {
    /// The index of its season.
    pub season: usize,
    /// Whether its weather is good.
    pub good: bool,
    /// The probability of this season with this weather.
    pub prob: f64,
}

/// Every way in which a day can turn out: each season with good weather and with bad. The numbers
/// are multiplied as they are; [`weather`] is what refuses them.
#[must_use]
pub fn days(season_probs: &[f64; 4], good: &[f64; 4]) -> Vec<Day> {
    let mut days = Vec::new();
    for (season, (&share, &prob)) in season_probs.iter().zip(good).enumerate() {
        days.push(Day { season, good: true, prob: share * prob });
        days.push(Day { season, good: false, prob: share * (1.0 - prob) });
    }
    days
}

/// The probability of good weather: that of all the days that have it, whatever their season.
#[must_use]
pub fn prob_good(days: &[Day]) -> f64 {
    days.iter().filter(|day| day.good).map(|day| day.prob).sum()
}

/// The weather as a mixture: a season is drawn, and then the season's weather.
///
/// # Errors
///
/// What [`mixture`] refuses: probabilities outside 0 to 1, shares that do not sum to one.
///
/// # Examples
///
/// ```
/// use ch03::{GOOD, SEASON_PROBS};
/// use mixture::Distribution;
///
/// let weather = ch03::weather(&SEASON_PROBS, &GOOD)?;
/// assert!((weather.prob(1.0)?[[]] - 0.525).abs() < 1e-12);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn weather(
    season_probs: &[f64; 4],
    good: &[f64; 4],
) -> Result<MixtureSameFamily<Bernoulli>, Error> {
    let season = Categorical::from_probs(season_probs)?;
    Ok(MixtureSameFamily::new(season, Bernoulli::from_probs(good)?)?)
}
