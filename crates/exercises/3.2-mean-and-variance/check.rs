//! 3.2: within plus between.

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether the mean is weighted and the variance has both of its parts.
pub fn check(
    mean_and_variance: fn(&[f64], &[f64], &[f64]) -> (f64, f64),
) -> Verdict {
    call!(mean_and_variance(&[1.0], &[2.5], &[0.6]))
        .slip((2.5, 0.6), "the variance is the standard deviation squared")
        .gives((2.5, 0.36))?;
    call!(mean_and_variance(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3]))
        .slip(
            (3.42, 0.252),
            "that is the variance within the components; the part between \
             their means is missing",
        )
        .slip(
            (3.42, 1.2696),
            "that is the variance between the means; the part within the \
             components is missing",
        )
        .slip(
            (3.42, 0.144),
            "that is the variance of a weighted sum of two grades; a mixture \
             is one grade, from one component or the other",
        )
        .slip((3.42, 1.7496), "square the standard deviations")
        .slip(
            (3.42, 13.218),
            "that is the mean of the squares; the square of the mean has to \
             come off",
        )
        .slip(
            (3.42, 1.233_531),
            "that is the standard deviation of the mixture",
        )
        .gives((3.42, 1.5216))?;
    call!(mean_and_variance(&[0.5, 0.5], &[1.0, 1.0], &[1.0, 3.0]))
        .slip(
            (1.0, 4.0),
            "it is the variances that are averaged, not the standard \
             deviations",
        )
        .gives((1.0, 5.0))?;
    call!(mean_and_variance(
        &[0.25, 0.25, 0.5],
        &[0.0, 4.0, 2.0],
        &[0.0, 0.0, 1.0]
    ))
    .gives((2.0, 2.5))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    fn mean(weights: &[f64], means: &[f64]) -> f64 {
        weights.iter().zip(means).map(|(weight, mean)| weight * mean).sum()
    }

    #[test]
    fn the_spread_of_the_bells_is_not_all() {
        let within = |weights: &[f64], means: &[f64], deviations: &[f64]| {
            let squares: Vec<_> = deviations.iter().map(|d| d * d).collect();
            (mean(weights, means), mean(weights, &squares))
        };
        assert_snapshot!(said(check(within)), @"`mean_and_variance(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3])` should be (3.42, 1.5216), got (3.42, 0.252): that is the variance within the components; the part between their means is missing");
    }

    #[test]
    fn a_mixture_is_no_weighted_sum() {
        let of_a_sum = |weights: &[f64], means: &[f64], deviations: &[f64]| {
            let parts = weights.iter().zip(deviations);
            (mean(weights, means), parts.map(|(w, d)| w * w * d * d).sum())
        };
        assert_snapshot!(said(check(of_a_sum)), @"`mean_and_variance(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3])` should be (3.42, 1.5216), got (3.42, 0.144): that is the variance of a weighted sum of two grades; a mixture is one grade, from one component or the other");
    }
}
