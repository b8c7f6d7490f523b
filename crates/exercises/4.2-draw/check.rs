//! 4.2: ancestral sampling, with the chance handed in.

use crate::{Call, Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// The last number below one.
const ALMOST_ONE: f64 = 1.0 - f64::EPSILON / 2.0;

/// Whether the class is the stretch of its weight and the grade comes from its bell.
pub fn check(
    draw: fn(&[f64], &[f64], &[f64], f64, f64) -> (usize, f64),
) -> Verdict {
    call!(draw(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], 0.3, 1.0))
        .slip(
            (0, 2.86),
            "stretch `normal` by the standard deviation, not by the variance",
        )
        .slip((0, 3.5), "stretch `normal` by the standard deviation")
        .slip(
            (0, 4.02),
            "the grade comes from the bell of the class, not from the mean of \
             the mixture",
        )
        .gives((0, 3.1))?;
    call!(draw(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], 0.7, -1.0))
        .slip((0, 1.9), "0.7 is past the stretch of class 0, which ends at 0.6")
        .gives((1, 4.5))?;
    call!(draw(&[0.2, 0.3, 0.5], &[1.0, 2.0, 3.0], &[1.0, 1.0, 1.0], 0.4, 0.0))
        .slip(
            (2, 3.0),
            "compare u with the sum of the weights so far, not with each \
             weight",
        )
        .gives((1, 2.0))?;
    call!(draw(&[0.0, 1.0], &[1.0, 2.0], &[1.0, 1.0], 0.0, 0.0))
        .slip(
            (0, 1.0),
            "a group of weight zero has no stretch, so u < sum and not u <= \
             sum",
        )
        .gives((1, 2.0))?;
    let words = "draw(&[0.1; 10], &[7.0; 10], &[1.0; 10], 1.0 - f64::EPSILON / 2.0, 0.0)";
    Call::new(words, || {
        draw(&[0.1; 10], &[7.0; 10], &[1.0; 10], ALMOST_ONE, 0.0)
    })
    .slip(
        (0, 7.0),
        "ten times 0.1 is rounded to just below one, and past it the class is \
         the last",
    )
    .gives((9, 7.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn weights_are_laid_end_to_end() {
        let each =
            |weights: &[f64], means: &[f64], _: &[f64], u: f64, z: f64| {
                let class = weights.iter().position(|weight| u < *weight);
                let class = class.unwrap_or(weights.len() - 1);
                (class, means[class] + [0.6, 0.3, 1.0][class] * z)
            };
        assert_snapshot!(said(check(each)), @"`draw(&[0.2, 0.3, 0.5], &[1.0, 2.0, 3.0], &[1.0, 1.0, 1.0], 0.4, 0.0)` should be (1, 2), got (2, 3): compare u with the sum of the weights so far, not with each weight");
    }

    #[test]
    fn a_grade_is_stretched_by_its_deviation() {
        let variance =
            |_: &[f64], means: &[f64], deviations: &[f64], _: f64, z: f64| {
                (0, means[0] + deviations[0] * deviations[0] * z)
            };
        assert_snapshot!(said(check(variance)), @"`draw(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], 0.3, 1.0)` should be (0, 3.1), got (0, 2.86): stretch `normal` by the standard deviation, not by the variance");
    }

    #[test]
    fn rounding_leaves_nobody_without_a_class() {
        let strict = |weights: &[f64],
                      means: &[f64],
                      deviations: &[f64],
                      u: f64,
                      z: f64| {
            let mut sum = 0.0;
            let mut class = 0;
            while sum + weights[class] <= u {
                sum += weights[class];
                class += 1;
            }
            (class, means[class] + deviations[class] * z)
        };
        let said = said(check(strict));
        let (call, message) = said.split_once(" panicked at ").unwrap();
        assert_snapshot!(call, @"`draw(&[0.1; 10], &[7.0; 10], &[1.0; 10], 1.0 - f64::EPSILON / 2.0, 0.0)`");
        assert!(message.ends_with("the len is 10 but the index is 10"));
    }
}
