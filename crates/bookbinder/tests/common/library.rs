//! A small library: a chapter that works and one that does not.

use bookbinder::library::Library;
use chapter::{Chapter, Error, Fact, Figure, Shown};
use figure::{Axis, Ink, Panel, Plot};

/// A chapter whose number no timestamp of the video has.
pub(crate) const CHAPTER: Chapter = Chapter {
    number: 42,
    slug: "example",
    title: "Example",
    run: |out| Ok(writeln!(out, "six by nine\n  is {}", 42)?),
    figures: &[
        Figure {
            name: "line",
            caption: "The *line* $y = {end}'$ ends at {end}, $f_1'$ & <b>so</b> on.",
            controls: &[],
            guess: None,
            show: |_| Ok(Shown::new(plot(), [Fact::number("end", -1.5, 1)])),
        },
        Figure {
            name: "point",
            caption: "A point.",
            controls: &[],
            guess: None,
            show: |_| Ok(plot().into()),
        },
    ],
    facts: || {
        Ok(vec![
            Fact::number("area", -2.0, 3),
            Fact::count("count", 113_804),
            Fact::percent("share", 0.605, 1),
        ])
    },
};

/// A chapter of which nothing works.
pub(crate) const BROKEN: Chapter = Chapter {
    number: 43,
    slug: "broken",
    title: "Broken",
    run: |_| Err(refusal()),
    figures: &[
        Figure {
            name: "no-plot",
            caption: "No plot.",
            controls: &[],
            guess: None,
            show: |_| Err(refusal()),
        },
        Figure {
            name: "no-fact",
            caption: "It is {nothing}.",
            controls: &[],
            guess: None,
            show: |_| Ok(plot().into()),
        },
        Figure {
            name: "no-formula",
            caption: r"It is $\nothing$.",
            controls: &[],
            guess: None,
            show: |_| Ok(plot().into()),
        },
    ],
    facts: || Ok(Vec::new()),
};

fn refusal() -> Error {
    Error::argument("scale", "positive", -0.3)
}

fn plot() -> Plot {
    let panel = Panel::new(Axis::new("x", 0.0, 1.0), Axis::new("y", 0.0, 1.0));
    Plot::new("A line").panel(panel.line(
        "y",
        [(0.0, 0.0), (1.0, 1.0)],
        Ink::First,
    ))
}

/// Both.
pub(crate) const LIBRARY: Library = Library { chapters: &[&CHAPTER, &BROKEN] };
