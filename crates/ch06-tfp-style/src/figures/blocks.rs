//! Arrays as blocks: a box with rounded corners is a distribution, a cell holds numbers.

use ch03::{LOC, SCALE};
use chapter::Error;
use figure::{Diagram, Ink, Outline, WIDE, Words};
use mixture::Normal;

/// The batch at its largest: the two of the book, and two more.
const LOCS: [f64; 4] = [LOC[0], LOC[1], 3.5, 1.3];
const SCALES: [f64; 4] = [SCALE[0], SCALE[1], 0.5, 0.2];

/// The height of a distribution, and of a cell with one number.
pub(super) const HEIGHT: f64 = 30.0;

/// The width of a block in a picture of this width: in a narrow one four stand beside each other.
pub(super) fn width_in(width: f64) -> f64 {
    if width < WIDE { 66.0 } else { 80.0 }
}

/// The first `k` distributions, each of them `times` times.
pub(super) fn batch(k: usize, times: usize) -> Result<Normal, Error> {
    let [loc, scale] = [&LOCS, &SCALES].map(|parameters| {
        let each = parameters.iter().take(k);
        let each = each.flat_map(|x| std::iter::repeat_n(*x, times));
        each.collect::<Vec<f64>>()
    });
    Ok(Normal::new(loc, scale)?)
}

/// What the first `k` distributions are called.
pub(super) fn names(k: usize) -> Vec<String> {
    let members = LOCS.iter().zip(SCALES).take(k);
    members.map(|(loc, scale)| format!("𝒩({loc}, {scale})")).collect()
}

/// A number in a cell.
pub(super) fn number(x: f64) -> String {
    figure::number(x, 2)
}

/// A shape as both languages write it: `[3, 2]`.
pub(super) fn shape(axes: &[usize]) -> String {
    let axes: Vec<String> = axes.iter().map(usize::to_string).collect();
    format!("[{}]", axes.join(", "))
}

/// A distribution around a place, as wide as a cell or a little less.
pub(super) fn with_distribution(
    diagram: Diagram,
    at: (f64, f64),
    wide: f64,
    name: &str,
) -> Diagram {
    let size = (wide.clamp(0.0, 74.0), HEIGHT);
    let outline = Outline::rectangle_around(at, size, Ink::Whole);
    let name = Words::new(name, at, Ink::Whole);
    let name = if size.0 < 74.0 { name.size(12.5) } else { name.size(14.0) };
    diagram.words(name).outline(outline.rounded(8.0))
}

/// A cell around a place, with its numbers one below the other.
pub(super) fn with_cell(
    diagram: Diagram,
    at: (f64, f64),
    wide: f64,
    numbers: &[String],
) -> Diagram {
    let lines = numbers.len() as f64;
    let size = (wide, height_of(numbers.len()));
    let outline = Outline::rectangle_around(at, size, Ink::Muted).tinted();
    let line =
        |index: usize| at.1 + (index as f64 - (lines - 1.0) / 2.0) * 19.0;
    let words = |index: usize, number: &String| {
        Words::new(number, (at.0, line(index)), Ink::Whole)
    };
    let numbers = numbers.iter().enumerate();
    numbers.fold(diagram.outline(outline), |diagram, (index, number)| {
        diagram.words(words(index, number))
    })
}

/// How high a cell with so many numbers is.
pub(super) fn height_of(lines: usize) -> f64 {
    HEIGHT + 19.0 * (lines as f64 - 1.0)
}
