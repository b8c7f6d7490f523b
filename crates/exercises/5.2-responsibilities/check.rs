//! 5.2: Bayes' rule, far out.

use crate::{Call, Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

const UNDERFLOW: &str = "out there every bell is zero in floating point, and 0/0 is NaN: take \
    logarithms, and subtract the greatest before you exponentiate";

/// Bayes' rule by definition, for a class of two where no bell underflows.
fn by_definition(
    weights: [f64; 2],
    means: [f64; 2],
    deviations: [f64; 2],
    x: f64,
) -> [Vec<f64>; 3] {
    let bell = |class: usize| {
        let u = (x - means[class]) / deviations[class];
        libm::exp(-0.5 * u * u) / deviations[class]
    };
    let shares = |parts: [f64; 2]| {
        parts.iter().map(|part| part / (parts[0] + parts[1])).collect()
    };
    let bells = [bell(0), bell(1)];
    let joint = [weights[0] * bells[0], weights[1] * bells[1]];
    let root = std::f64::consts::TAU.sqrt();
    [shares(joint), shares(bells), joint.map(|part| part / root).to_vec()]
}

/// Whether Bayes' rule holds near the peaks, and still far from them.
pub fn check(
    responsibilities: fn(&[f64], &[f64], &[f64], f64) -> Vec<f64>,
) -> Verdict {
    for x in [4.0, 2.5, 4.8, 3.9] {
        let [expected, unweighted, joint] =
            by_definition([0.6, 0.4], [2.5, 4.8], [0.6, 0.3], x);
        let words = format!(
            "responsibilities(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], {x:?})"
        );
        let answer =
            || responsibilities(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], x);
        Call::new(words, answer)
            .slip(
                unweighted,
                "the weights are missing: before the grade is seen, the \
                 classes are not equally probable",
            )
            .slip(
                joint,
                "that is the joint; divide by the sum over the classes",
            )
            .gives(expected)?;
    }
    call!(responsibilities(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], 60.0))
        .slip(vec![f64::NAN, f64::NAN], UNDERFLOW)
        .slip(vec![0.0, 1.0], "far out on either side the wider bell wins")
        .gives(vec![1.0, 0.0])?;
    call!(responsibilities(&[0.6, 0.4], &[0.0, 0.0], &[1.0, 1.0], -60.0))
        .slip(vec![f64::NAN, f64::NAN], UNDERFLOW)
        .gives(vec![0.6, 0.4])?;
    call!(responsibilities(&[0.0, 1.0], &[2.5, 4.8], &[0.6, 0.3], 2.5))
        .slip(vec![1.0, 0.0], "a class of weight zero is never the one")
        .gives(vec![0.0, 1.0])?;
    call!(responsibilities(&[0.2, 0.3, 0.5], &[1.0; 3], &[2.0; 3], 1.0))
        .gives(vec![0.2, 0.3, 0.5])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    fn shares(parts: &[f64]) -> Vec<f64> {
        let sum: f64 = parts.iter().sum();
        parts.iter().map(|part| part / sum).collect()
    }

    fn bell(loc: f64, scale: f64, x: f64) -> f64 {
        let u = (x - loc) / scale;
        libm::exp(-0.5 * u * u) / scale
    }

    #[test]
    fn the_obvious_way_dies_in_the_tails() {
        let naive = |weights: &[f64], loc: &[f64], scale: &[f64], x: f64| {
            let part = |d: usize| weights[d] * bell(loc[d], scale[d], x);
            shares(&(0..weights.len()).map(part).collect::<Vec<_>>())
        };
        assert_snapshot!(said(check(naive)), @"`responsibilities(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], 60.0)` should be [1, 0], got [NaN, NaN]: out there every bell is zero in floating point, and 0/0 is NaN: take logarithms, and subtract the greatest before you exponentiate");
    }

    #[test]
    fn the_weights_belong_to_it() {
        let unweighted =
            |weights: &[f64], loc: &[f64], scale: &[f64], x: f64| {
                let part = |d: usize| bell(loc[d], scale[d], x);
                shares(&(0..weights.len()).map(part).collect::<Vec<_>>())
            };
        assert_snapshot!(said(check(unweighted)), @"`responsibilities(&[0.6, 0.4], &[2.5, 4.8], &[0.6, 0.3], 4.0)` should be [0.535658, 0.464342], got [0.434727, 0.565273]: the weights are missing: before the grade is seen, the classes are not equally probable");
    }
}
