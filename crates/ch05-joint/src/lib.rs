//! Chapter 5: The joint.
//!
//! The group and the grade together: one function, written in three ways, from which everything
//! else follows. Summed over the groups it is the mixture; with the group fixed, the group's bell;
//! with the grade fixed, the probability of each group. Far out the numbers are too small for a
//! computer, and the chapter moves to their logarithms.

mod boundaries;
mod controls;
mod doubt;
mod facts;
mod figures;
mod graph;
mod joint;
mod log_space;
mod run;

pub use doubt::DOUBT;
pub use joint::Joint;
pub use log_space::{log_bell, log_sum_exp};

use chapter::Chapter;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    number: 5,
    slug: "joint",
    title: "The joint",
    run: run::run,
    figures: figures::FIGURES,
    facts: facts::facts,
};
