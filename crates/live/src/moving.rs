//! Only the figures that the reader can move, picked when the crate is compiled: what a still one
//! needs is not loaded.

use chapter::Figure;

/// How many of these figures have a control.
#[must_use]
pub const fn count(figures: &[Figure]) -> usize {
    let (mut count, mut index) = (0, 0);
    while index < figures.len() {
        count += !figures[index].controls.is_empty() as usize;
        index += 1;
    }
    count
}

/// Those that have a control, of which there have to be `N`.
#[must_use]
pub const fn pick<const N: usize>(figures: &[Figure]) -> [Figure; N] {
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
