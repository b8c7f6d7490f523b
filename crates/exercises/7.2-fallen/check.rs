//! 7.2: the slip that makes a log-likelihood fall.

use crate::{Call, Verdict};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Share, mean and variance by definition.
fn counted(grades: &[f64], labels: &[f64]) -> [f64; 3] {
    let count: f64 = labels.iter().sum();
    let average = |f: &dyn Fn(f64) -> f64| {
        let terms = grades.iter().zip(labels).map(|(x, r)| r * f(*x));
        terms.sum::<f64>() / count
    };
    let mean = average(&|x| x);
    let variance = average(&|x| (x - mean) * (x - mean));
    [count / grades.len() as f64, mean, variance]
}

/// Whether share, mean and deviation are those of soft labels.
pub fn check(m_step: fn(&[f64], &[f64]) -> Vec<f64>) -> Verdict {
    for (grades, labels) in [
        (&[1.0, 2.0, 4.0][..], &[1.0, 1.0, 0.0][..]),
        (&[2.3, 2.7, 3.3, 5.0], &[0.9, 0.8, 0.5, 0.1]),
        (&[230.0, 270.0, 330.0, 500.0], &[0.9, 0.8, 0.5, 0.1]),
    ] {
        let [share, mean, variance] = counted(grades, labels);
        let all = grades.len() as f64;
        let words = format!("m_step(&{grades:?}, &{labels:?})");
        Call::new(words, || m_step(grades, labels))
            .slip(
                vec![share, mean, variance],
                "the last number is the average square, in squared grades: \
                 the deviation is its root",
            )
            .slip(
                vec![share * all, mean, variance.sqrt()],
                "that is the soft count; the share is a part of all students",
            )
            .slip(
                vec![share, mean * share, (variance * share).sqrt()],
                "divide by the soft count and not by all students: the \
                 others do not belong to this group",
            )
            .gives(vec![share, mean, variance.sqrt()])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn a_variance_is_no_deviation() {
        let fallen =
            |grades: &[f64], labels: &[f64]| counted(grades, labels).to_vec();
        assert_snapshot!(said(check(fallen)), @"`m_step(&[1.0, 2.0, 4.0], &[1.0, 1.0, 0.0])` should be [0.666667, 1.5, 0.5], got [0.666667, 1.5, 0.25]: the last number is the average square, in squared grades: the deviation is its root");
    }

    #[test]
    fn a_group_is_counted_and_not_the_class() {
        let of_all = |grades: &[f64], labels: &[f64]| {
            let [share, mean, variance] = counted(grades, labels);
            vec![share, mean * share, (variance * share).sqrt()]
        };
        assert_snapshot!(said(check(of_all)), @"`m_step(&[1.0, 2.0, 4.0], &[1.0, 1.0, 0.0])` should be [0.666667, 1.5, 0.5], got [0.666667, 1, 0.408248]: divide by the soft count and not by all students: the others do not belong to this group");
    }
}
