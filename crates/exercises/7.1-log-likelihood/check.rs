//! 7.1: the log-likelihood, far out too.

use crate::{Call, Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// The density of the mixture that the check uses, by definition.
fn density(x: f64, weights: [f64; 2]) -> f64 {
    let bell = |loc: f64, scale: f64| {
        let u = (x - loc) / scale;
        libm::exp(-0.5 * u * u) / (scale * std::f64::consts::TAU.sqrt())
    };
    weights[0] * bell(2.5, 0.6) + weights[1] * bell(4.8, 0.3)
}

/// Whether it is the sum of the logarithms of sums.
pub fn check(
    log_likelihood: fn(&[f64], &[f64], &[f64], &[f64]) -> f64,
) -> Verdict {
    let answer = |grades: &[f64]| {
        log_likelihood(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], grades)
    };
    let sum = |grades: &[f64], weights: [f64; 2]| -> f64 {
        grades.iter().map(|&x| libm::log(density(x, weights))).sum()
    };
    for grades in [&[2.3][..], &[2.3, 4.0, 5.0], &[]] {
        let words = format!(
            "log_likelihood(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], &{grades:?})"
        );
        let together: f64 =
            grades.iter().map(|&x| density(x, [0.6, 0.4])).sum();
        Call::new(words, || answer(grades))
            .slip(
                sum(grades, [1.0, 1.0]),
                "the weights are missing, so that the density has the area two",
            )
            .slip(
                libm::log(together),
                "the densities of the students are multiplied, and their \
                 logarithms added; only those of the groups are added first",
            )
            .gives(sum(grades, [0.6, 0.4]))?;
    }
    // Only the wider bell counts there: its weight and its deviation cancel.
    let u = (60.0 - 2.5) / 0.6;
    let far_out = -0.5 * u * u - 0.5 * libm::log(std::f64::consts::TAU);
    call!(log_likelihood(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], &[60.0]))
        .slip(
            f64::NEG_INFINITY,
            "out there every bell is zero in floating point: stay among the \
             logarithms, and take out the largest before you exponentiate",
        )
        .gives(far_out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    fn by_density(
        _: &[f64],
        _: &[f64],
        _: &[f64],
        grades: &[f64],
    ) -> f64 {
        grades.iter().map(|&x| libm::log(density(x, [0.6, 0.4]))).sum()
    }

    #[test]
    fn the_obvious_way_dies_in_the_tails() {
        assert_snapshot!(said(check(by_density)), @"`log_likelihood(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], &[60.0])` should be -4592.932827, got -infinity: out there every bell is zero in floating point: stay among the logarithms, and take out the largest before you exponentiate");
    }

    #[test]
    fn the_sum_over_the_students_stands_outside() {
        let inside = |_: &[f64], _: &[f64], _: &[f64], grades: &[f64]| {
            let sum: f64 = grades.iter().map(|&x| density(x, [0.6, 0.4])).sum();
            libm::log(sum)
        };
        assert_snapshot!(said(check(inside)), @"`log_likelihood(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], &[2.3, 4.0, 5.0])` should be -5.247492, got -0.179002: the densities of the students are multiplied, and their logarithms added; only those of the groups are added first");
    }
}
