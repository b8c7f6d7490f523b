//! Chapter 7: Learning.
//!
//! A lecturer has the grades and nothing else. The chapter finds the groups from them: label every student
//! softly, count softly, repeat. It says what is climbed, why it never falls, and when to stop.

mod bound;
mod facts;
mod figures;
mod known;
mod library;
mod patience;
mod peers;
mod quantile;
mod run;
mod starts;
mod steps;

pub use bound::bound;
pub use figures::{bars, bells, class_panel, height, students};
pub use known::{as_labels, known_groups};
pub use library::{as_groups, as_mixture, fitted};
pub use patience::{left_by_aitken, logs_of_what_is_left};
pub use peers::{STOPS, Stop, overlapping};
pub use quantile::{distribution, quantile};
pub use starts::{START, Start};
pub use steps::{Climb, Part, e_step, harden, m_step, round, update};

use chapter::Chapter;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    number: 7,
    slug: "learning",
    title: "Learning",
    run: run::run,
    figures: figures::FIGURES,
    facts: facts::facts,
};
