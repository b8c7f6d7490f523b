//! Chapter 9: How many?
//!
//! One bell more never makes the likelihood smaller. The chapter asks what else can be asked: for a price a
//! parameter, for luck, for peaks without a model, and for whether the bells fit at all. Bells, groups and peaks
//! turn out to be three questions.

mod criteria;
mod data;
mod facts;
mod figures;
mod luck;
mod predicted;
#[rustfmt::skip]
#[allow(
    clippy::unreadable_literal,
    clippy::excessive_precision,
    reason = "a program writes it"
)]
mod recorded;
mod run;

pub use criteria::{aic, bic, parameters};
pub use data::{DATA, Data, Null, Peaks, RecordedFit, calls};
pub use luck::{chi_squared_tail, luck};
pub use predicted::expected;
pub use recorded::NULLS;

use chapter::Chapter;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    number: 9,
    slug: "how-many",
    title: "How many?",
    run: run::run,
    figures: figures::FIGURES,
    facts: facts::facts,
};
