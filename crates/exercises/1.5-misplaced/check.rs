//! 1.5: the students on the wrong side of a cut.

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether both kinds of mistake are counted, and a grade at the cut is on the right side of it.
pub fn check(misplaced: fn(&[(f64, bool)], f64) -> usize) -> Verdict {
    call!(misplaced(
        &[
            (1.7, false),
            (3.0, false),
            (3.3, false),
            (4.3, false),
            (4.0, true),
            (4.7, true),
            (5.0, true)
        ],
        4.15
    ))
    .slip(
        1,
        "a 4.3 in the prepared group and a 4.0 in the unprepared one are \
         misplaced, so two are",
    )
    .slip(3, "that is how many are right of the cut, whether wrongly or not")
    .slip(4, "that is how many are left of the cut, whether wrongly or not")
    .slip(5, "that is how many are on the right side")
    .gives(2)?;
    call!(misplaced(&[(2.0, true), (2.3, true), (5.0, false)], 4.15))
        .gives(3)?;
    call!(misplaced(&[(4.0, false), (4.0, true)], 4.0))
        .slip(
            2,
            "a grade at the cut is not below it: it is taken for unprepared, and \
             only one of the two is not",
        )
        .slip(
            0,
            "a grade at the cut is on one side of it, and one of the two is \
             misplaced",
        )
        .gives(1)?;
    call!(misplaced(&[(4.0, true)], 4.0))
        .slip(
            1,
            "a grade at the cut is not below it, so it is taken for unprepared",
        )
        .gives(0)?;
    call!(misplaced(&[], 4.15)).gives(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn one_kind_of_mistake_is_not_all() {
        let only_prepared = |students: &[(f64, bool)], cut| {
            let wrong = |student: &&(f64, bool)| student.0 > cut && !student.1;
            students.iter().filter(wrong).count()
        };
        assert_snapshot!(said(check(only_prepared)), @"`misplaced(&[(1.7, false), (3.0, false), (3.3, false), (4.3, false), (4.0, true), (4.7, true), (5.0, true)], 4.15)` should be 2, got 1: a 4.3 in the prepared group and a 4.0 in the unprepared one are misplaced, so two are");
    }

    #[test]
    fn the_students_on_the_right_side_are_the_others() {
        let placed = |students: &[(f64, bool)], cut| {
            let right = |student: &&(f64, bool)| (student.0 > cut) == student.1;
            students.iter().filter(right).count()
        };
        assert_snapshot!(said(check(placed)), @"`misplaced(&[(1.7, false), (3.0, false), (3.3, false), (4.3, false), (4.0, true), (4.7, true), (5.0, true)], 4.15)` should be 2, got 5: that is how many are on the right side");
    }

    #[test]
    fn a_grade_at_the_cut_is_not_below_it() {
        let above = |students: &[(f64, bool)], cut| {
            let wrong = |student: &&(f64, bool)| (student.0 > cut) != student.1;
            students.iter().filter(wrong).count()
        };
        assert_snapshot!(said(check(above)), @"`misplaced(&[(4.0, true)], 4.0)` should be 0, got 1: a grade at the cut is not below it, so it is taken for unprepared");
    }
}
