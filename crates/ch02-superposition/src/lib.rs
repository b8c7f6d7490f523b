//! skeleton
use chapter::{Chapter, Fact, Figure};
use figure::{Axis, Ink, Panel, Plot};
/// The chapter.
pub const CHAPTER: Chapter = Chapter { number: 2, slug: "superposition", title: "Title 2",
 run: |out| Ok(writeln!(out, "run")?),
 figures: &[Figure { name: "sum-of-two", caption: "A line, {area}.", controls: &[], plot: |_| Ok(Plot::new("A line").panel(Panel::new(Axis::new("x", 0.0, 1.0), Axis::new("y", 0.0, 1.0)).line("y", [(0.0, 0.0)], Ink::First))), facts: |_| Ok(vec![Fact::number("area", 2.0, 3)]) }],
 facts: || Ok(vec![Fact::number("naive-area", 2.0, 3)]) };
/// Adds.
pub fn superpose(a: f64, b: f64) -> f64 { a + b }
