/// The grades of the German scale, the best first: 4.0 is the last that passes.
///
/// # Examples
///
/// ```
/// use datasets::GRADE_SCALE;
///
/// assert_eq!(GRADE_SCALE.iter().filter(|&&grade| grade <= 4.0).count(), 10);
/// ```
pub const GRADE_SCALE: [f64; 13] =
    [1.0, 1.3, 1.7, 2.0, 2.3, 2.7, 3.0, 3.3, 3.7, 4.0, 4.3, 4.7, 5.0];

/// One student of the class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Student {
    /// The grade, one of [`GRADE_SCALE`].
    pub grade: f64,
    /// The group from which the grade was drawn.
    pub group: Group,
}

/// The latent class from which a student's grade was drawn.
///
/// Not the rule of the examination, by which a grade passes when it is 4.0 or better: a student of
/// the prepared group can be marked 4.3, and one of the other 4.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Class z = 0: the broad hill around 2.5.
    Prepared,
    /// Class z = 1: the narrow peak around 4.8.
    Unprepared,
}

impl Group {
    /// Both groups, in the order of their classes.
    pub const ALL: [Self; 2] = [Self::Prepared, Self::Unprepared];

    /// Those of these students who are of the group.
    ///
    /// # Examples
    ///
    /// ```
    /// use datasets::{CLASS, Group};
    ///
    /// let [prepared, unprepared] = Group::ALL.map(|group| group.among(&CLASS).count());
    /// assert_eq!(prepared + unprepared, CLASS.len());
    /// ```
    pub fn among(
        self,
        students: &[Student],
    ) -> impl Iterator<Item = &Student> + Clone {
        students.iter().filter(move |student| student.group == self)
    }
}

/// The class: 200 students and their grades in Thermodynamics, on the German scale.
///
/// # Source
///
/// Nobody sat this exam. `tests/the_class.rs` draws each student from the model of the book,
/// π = (0.6, 0.4), μ = (2.5, 4.8), σ = (0.6, 0.3), and rounds to the nearest grade of the scale.
/// Its seed was chosen: 58 is the first, counted from 0, whose class has the two peaks and
/// the shares of the model. The test says exactly what was asked of it.
///
/// # Examples
///
/// ```
/// use datasets::{CLASS, Group};
///
/// let share = Group::Unprepared.among(&CLASS).count() as f64 / CLASS.len() as f64;
/// assert!((share - 0.4).abs() <= 0.01);
/// ```
pub static CLASS: [Student; 200] =
    include!(concat!(env!("OUT_DIR"), "/class.rs"));

/// The grades of the [`CLASS`], in its order, without the groups: what an examiner sees.
///
/// # Examples
///
/// ```
/// assert!(datasets::grades().iter().all(|grade| datasets::GRADE_SCALE.contains(grade)));
/// ```
#[must_use]
pub fn grades() -> Vec<f64> {
    CLASS.iter().map(|student| student.grade).collect()
}
