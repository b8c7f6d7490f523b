//! The one list of the chapters of *Two Peaks*.

use chapter::Chapter;

/// Every chapter of the book, in order: a new one is written down here.
pub const CHAPTERS: &[&Chapter] = &[
    &ch01::CHAPTER,
    &ch02::CHAPTER,
    &ch03::CHAPTER,
    &ch04::CHAPTER,
    &ch05::CHAPTER,
    &ch06::CHAPTER,
    &ch07::CHAPTER,
    &ch08::CHAPTER,
    &ch09::CHAPTER,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chapters_are_numbered_in_order() {
        for (index, chapter) in CHAPTERS.iter().enumerate() {
            assert_eq!(usize::from(chapter.number), index + 1);
        }
    }
}
