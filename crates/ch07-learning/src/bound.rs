use ch05::Joint;

/// What the log-likelihood of some groups is at least, for any labels at all: Σ r (ln p(z, x) − ln r) over
/// students and groups, by Jensen's inequality (Jensen 1906). With the labels of an E-step it is the
/// log-likelihood.
///
/// # Examples
///
/// ```
/// use ch05::Joint;
/// use ch07::{bound, e_step};
///
/// let grades = datasets::grades();
/// let groups = Joint::of_the_model()?;
/// let touching = bound(&groups, &grades, &e_step(&groups, &grades));
/// assert!((touching - groups.log_likelihood(&grades)?).abs() < 1e-9);
/// # Ok::<(), chapter::Error>(())
/// ```
#[must_use]
pub fn bound(groups: &Joint, grades: &[f64], labels: &[Vec<f64>]) -> f64 {
    let of_student = |(x, label): (&f64, &Vec<f64>)| -> f64 {
        let joint = groups.log_joint(*x);
        let terms = joint.iter().zip(label).filter(|(_, r)| **r > 0.0);
        terms.map(|(log_joint, r)| r * (log_joint - libm::log(*r))).sum()
    };
    grades.iter().zip(labels).map(of_student).sum()
}
