//! Chapter 3: Mixture coefficients.
//!
//! Two bells, each multiplied by the share of its group, and added: a density again, whatever the
//! shares are, and the model of the book. The chapter asks which weights do, what the mean and the
//! variance of such a mixture consist of, and when it has two peaks at all. The components need
//! not be bells: the weather of four seasons is a mixture too.

mod controls;
mod facts;
mod figures;
mod model;
mod moments;
mod run;
mod two_peaks;
mod weather;
mod weights;

pub use controls::{BELLS, bell_handles, chosen_bells};
pub use model::{LOC, PROBS, SCALE, model};
pub use moments::Moments;
pub use two_peaks::{has_two_peaks, logit_border, pair, smallest_share};
pub use weather::{Day, GOOD, SEASON_PROBS, SEASONS, days, prob_good, weather};
pub use weights::{check_weights, weighted_area, weighted_sum};

use chapter::Chapter;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    number: 3,
    slug: "mixture-coefficients",
    title: "Mixture coefficients",
    run: run::run,
    figures: figures::FIGURES,
    facts: facts::facts,
};
