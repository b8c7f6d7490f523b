//! The solution of exercise 1.5.

/// How many students a cut puts on the wrong side.
///
/// Of each student there is the grade, and whether the failing group is theirs.
/// Whoever has a grade below the cut, which is a better one, is taken for one
/// of the passing group.
pub fn misplaced(students: &[(f64, bool)], cut: f64) -> usize {
    let is_misplaced = |&&(grade, failing): &&(f64, bool)| {
        let taken_for_failing = grade >= cut;
        taken_for_failing != failing
    };
    students.iter().filter(is_misplaced).count()
}
