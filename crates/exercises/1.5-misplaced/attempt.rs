//! Exercise 1.5. Replace the `todo!()`, then run `cargo book exercise 1.5`.

/// How many students a cut puts on the wrong side.
///
/// Of each student there is the grade, and whether they are of the unprepared
/// group. Whoever has a grade below the cut, which is a better one, is taken for
/// one of the prepared group.
pub fn misplaced(students: &[(f64, bool)], cut: f64) -> usize {
    todo!()
}
