//! Chapter 6: TFP-style implementation.
//!
//! The lines of the video, in TensorFlow Probability and in Rust, side by side: the same names,
//! the same shapes, the same numbers. Then what TensorFlow Probability's mixture does not answer.

mod beyond;
mod facts;
mod figures;
mod listings;
mod recording;
mod run;

pub use beyond::{
    antimodes, decision_boundaries, entropy, log_survival, modes, quantile,
    refusals,
};
pub use listings::{
    Parameters, batched_normal, categorical, density, grid,
    log_prob_in_principle, mixture, parameters, sample_in_principle,
    students_in_principle,
};
pub use recording::{RECORDED_TAILS, Recorded, recorded};

use chapter::Chapter;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    number: 6,
    slug: "tfp-style",
    title: "TFP-style implementation",
    run: run::run,
    figures: figures::FIGURES,
    facts: facts::facts,
};
