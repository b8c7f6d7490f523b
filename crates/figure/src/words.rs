use crate::{
    Ink,
    geometry::Rect,
    text::{ASCENT, DESCENT, text_width},
};

/// A line of words in a [`Diagram`](crate::Diagram), with an index below the line if it has one.
///
/// ```
/// use figure::{Ink, Words};
///
/// let words = Words::new("𝑍", (260.0, 40.0), Ink::Whole).index("𝑛").size(17.0);
/// assert!(words.width() > figure::text_width("𝑍", 17.0, false));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub(crate) text: String,
    pub(crate) index: String,
    pub(crate) at: (f64, f64),
    pub(crate) ink: Ink,
    pub(crate) size: f64,
    pub(crate) bold: bool,
    align: Align,
}

/// Which part of a line stands at its point.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Align {
    Left,
    Center,
    Right,
}

/// The size of an index, in sizes of its line.
const INDEX: f64 = 0.72;

/// How far an index stands below the middle of its line, in sizes of the line.
const SUNK: f64 = 0.28;

/// The gap between a line and its index.
const GAP: f64 = 0.6;

impl Words {
    /// Words whose middle stands at a point.
    #[must_use]
    pub fn new(text: impl Into<String>, at: (f64, f64), ink: Ink) -> Self {
        Self {
            text: text.into(),
            index: String::new(),
            at,
            ink,
            size: 15.0,
            bold: false,
            align: Align::Center,
        }
    }

    /// The words with an index: 𝑍 with the index 𝑛 is 𝑍ₙ.
    #[must_use]
    pub fn index(self, index: impl Into<String>) -> Self {
        Self { index: index.into(), ..self }
    }

    /// The words in a size other than 15.
    #[must_use]
    pub fn size(self, size: f64) -> Self {
        Self { size, ..self }
    }

    /// The words in bold letters.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The words with their left end at the point, and their middle at its height.
    #[must_use]
    pub fn left(self) -> Self {
        Self { align: Align::Left, ..self }
    }

    /// The words with their right end at the point, and their middle at its height.
    #[must_use]
    pub fn right(self) -> Self {
        Self { align: Align::Right, ..self }
    }

    /// How wide the words are, in user units.
    #[must_use]
    pub fn width(&self) -> f64 {
        let index = if self.index.is_empty() {
            0.0
        } else {
            GAP + text_width(&self.index, INDEX * self.size, self.bold)
        };
        text_width(&self.text, self.size, self.bold) + index
    }

    /// The words line by line as they are written: text, left end and middle, size.
    pub(crate) fn lines(&self) -> Vec<(&str, (f64, f64), f64)> {
        let left = self.rect().left;
        let mut lines =
            vec![(self.text.as_str(), (left, self.at.1), self.size)];
        if !self.index.is_empty() {
            let wide = text_width(&self.text, self.size, self.bold);
            let sunk = (left + wide + GAP, self.at.1 + SUNK * self.size);
            lines.push((&self.index, sunk, INDEX * self.size));
        }
        lines
    }

    /// The room that the words take.
    pub(crate) fn rect(&self) -> Rect {
        let ((x, middle), wide) = (self.at, self.width());
        let left = match self.align {
            Align::Left => x,
            Align::Center => x - wide / 2.0,
            Align::Right => x - wide,
        };
        let half = self.size * (ASCENT + DESCENT) / 2.0;
        let sunk = if self.index.is_empty() {
            0.0
        } else {
            SUNK * self.size + INDEX * half - half
        };
        Rect {
            left,
            top: middle - half,
            right: left + wide,
            bottom: middle + half + sunk.max(0.0),
        }
    }
}
