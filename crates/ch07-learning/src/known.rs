use ch05::Joint;
use chapter::Error;
use datasets::{Group, Student};

use crate::m_step;

/// Labels of students whose groups are known: all of the one, nothing of the other.
#[must_use]
pub fn as_labels(students: &[Student]) -> Vec<Vec<f64>> {
    let label = |student: &Student| {
        let is = |group| f64::from(u8::from(student.group == group));
        Group::ALL.map(is).to_vec()
    };
    students.iter().map(label).collect()
}

/// The groups of students, each of whom is known to belong to one: the shares, means and deviations under
/// which grades and groups together are most probable.
///
/// # Errors
///
/// As [`m_step`].
///
/// # Examples
///
/// ```
/// let groups = ch07::known_groups(&datasets::CLASS)?;
/// let prepared = datasets::Group::Prepared.among(&datasets::CLASS).count();
/// assert_eq!(groups.probs()[0], prepared as f64 / 200.0);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn known_groups(students: &[Student]) -> Result<Joint, Error> {
    let grades: Vec<f64> =
        students.iter().map(|student| student.grade).collect();
    m_step(&grades, &as_labels(students))
}
