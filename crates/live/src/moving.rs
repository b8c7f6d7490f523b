//! Only the figures that the reader can move, picked when the crate is compiled: what a still one
//! needs is not loaded.

use chapter::Figure;

/// The moving figures of a chapter, as a slice of their own. What else the chapter has, such as the
/// facts of its prose, is left behind.
macro_rules! moving {
    ($chapter:ident) => {{
        const ALL: &[Figure] = $chapter::CHAPTER.figures;
        const MOVING: [Figure; $crate::moving::count(ALL)] =
            $crate::moving::pick(ALL);
        &MOVING
    }};
}

pub(crate) use moving;

pub(crate) const fn count(figures: &[Figure]) -> usize {
    let (mut count, mut index) = (0, 0);
    while index < figures.len() {
        count += !figures[index].controls.is_empty() as usize;
        index += 1;
    }
    count
}

/// The moving ones, which have to be `N`.
pub(crate) const fn pick<const N: usize>(figures: &[Figure]) -> [Figure; N] {
    let mut picked = [figures[0]; N];
    let (mut count, mut index) = (0, 0);
    while index < figures.len() {
        if !figures[index].controls.is_empty() {
            picked[count] = figures[index];
            count += 1;
        }
        index += 1;
    }
    picked
}
