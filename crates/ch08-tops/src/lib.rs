//! Chapter 8: Where it ends.
//!
//! The climb of chapter 7 ends at a top, and there are others. The chapter maps which start leads to which,
//! races starts against each other, and asks of the best what any other mixture could still gain. Then it
//! lets a bell collapse on one student, and finds the cure in what a grade is: an interval.

mod certificate;
mod clumps;
mod facts;
mod figures;
mod intervals;
mod run;
mod tops;

pub use certificate::{gain_of_a_bell, geyser};
pub use clumps::CLUMPS;
pub use intervals::{
    averages, borders, class_as_intervals, class_as_numbers,
    interval_log_likelihood, interval_round, narrowed, prior_takes,
};
pub use tops::{Top, climb_to_the_top, race, tops_of_the_clumps};

use chapter::Chapter;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    number: 8,
    slug: "tops",
    title: "Where it ends",
    run: run::run,
    figures: figures::FIGURES,
    facts: facts::facts,
};
