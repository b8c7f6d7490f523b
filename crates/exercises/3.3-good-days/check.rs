//! 3.3: seasons and weather.

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether the seasons are enumerated, and all days share one.
pub fn check(all_good: fn(&[f64], &[f64], u32) -> f64) -> Verdict {
    call!(all_good(&[0.5, 0.25, 0.25], &[0.4, 0.8, 0.2], 1))
        .slip(1.4, "that is the sum without weights")
        .slip(1.4 / 3.0, "the seasons are not equally probable")
        .gives(0.45)?;
    call!(all_good(&[0.25; 4], &[0.4, 0.9, 0.5, 0.3], 2))
        .slip(
            0.525 * 0.525,
            "that gives each day a season of its own, but all days share one",
        )
        .slip(0.525, "that is one day; there are two")
        .slip(1.05, "independent days are multiplied, not added")
        .slip(
            0.081_875,
            "the season is drawn once, so its probability counts once",
        )
        .gives(0.3275)?;
    call!(all_good(&[0.5, 0.5], &[1.0, 0.0], 30))
        .slip(0.0, "in a season that has good days only, all thirty are good")
        .gives(0.5)?;
    call!(all_good(&[0.5, 0.5], &[0.3, 0.6], 0)).gives(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    fn one_day(seasons: &[f64], thetas: &[f64]) -> f64 {
        seasons.iter().zip(thetas).map(|(season, theta)| season * theta).sum()
    }

    #[test]
    fn the_days_share_their_season() {
        let apart = |seasons: &[f64], thetas: &[f64], days: u32| {
            libm::pow(one_day(seasons, thetas), f64::from(days))
        };
        assert_snapshot!(said(check(apart)), @"`all_good(&[0.25; 4], &[0.4, 0.9, 0.5, 0.3], 2)` should be 0.3275, got 0.275625: that gives each day a season of its own, but all days share one");
    }

    #[test]
    fn the_seasons_have_probabilities() {
        let mean = |seasons: &[f64], thetas: &[f64], _: u32| {
            thetas.iter().sum::<f64>() / seasons.len() as f64
        };
        assert_snapshot!(said(check(mean)), @"`all_good(&[0.5, 0.25, 0.25], &[0.4, 0.8, 0.2], 1)` should be 0.45, got 0.466667: the seasons are not equally probable");
    }
}
