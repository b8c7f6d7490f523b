//! The exercises of *Two Peaks*, each with a check that says in words what is still wrong.
//!
//! An exercise is a folder, `3.1-weights`:
//!
//! | file | what it is |
//! | --- | --- |
//! | `statement.md`, `hint.md` | what the book shows |
//! | `attempt.rs` | the reader's file, with a hole: `todo!()` |
//! | `solution.rs` | the same file with the hole filled |
//! | `check.rs` | the check, a module of this library: it is given the functions of either file |
//! | `main.rs` | the program that gives the attempt to the check |
//!
//! `cargo book exercise 3.1` builds that one program and runs it. The solution is compiled in
//! tests only, and the attempt nowhere else, so no attempt can break another.
#![allow(
    clippy::missing_errors_doc,
    reason = "the error of a check is what is wrong with the answer"
)]
#![allow(
    clippy::type_complexity,
    reason = "what a check takes has the signature that the reader sees"
)]

mod answer;
mod call;
mod hole;
mod quiet;
mod wrong;

#[cfg(test)]
mod tests;

#[path = "../2.4-bell/check.rs"]
pub mod bell;
#[path = "../5.3-boundary/check.rs"]
pub mod boundary;
#[path = "../1.4-density-heights/check.rs"]
pub mod density_heights;
#[path = "../4.2-draw/check.rs"]
pub mod draw;
#[path = "../3.3-good-days/check.rs"]
pub mod good_days;
#[path = "../5.1-indicators/check.rs"]
pub mod indicators;
#[path = "../3.2-mean-and-variance/check.rs"]
pub mod mean_and_variance;
#[path = "../2.5-midpoint-rule/check.rs"]
pub mod midpoint_rule;
#[path = "../1.5-misplaced/check.rs"]
pub mod misplaced;
#[path = "../4.1-order/check.rs"]
pub mod order;
#[path = "../6.2-quantile/check.rs"]
pub mod quantile;
#[path = "../5.2-responsibilities/check.rs"]
pub mod responsibilities;
#[path = "../6.1-shapes/check.rs"]
pub mod shapes;
#[path = "../3.1-weights/check.rs"]
pub mod weights;

pub use answer::Answer;
pub use call::Call;
pub use hole::is_untouched;
pub use wrong::{Verdict, Wrong};

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

/// Ends the program of an exercise: with success, or after saying what is wrong.
#[must_use]
pub fn tell(verdict: Verdict) -> ExitCode {
    match verdict {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            // Whoever closed the output still has the exit code.
            let _ = writeln!(io::stdout(), "{wrong}");
            ExitCode::FAILURE
        }
    }
}

/// What is wrong with an answer, in words.
#[cfg(test)]
fn said(verdict: Verdict) -> String {
    verdict.unwrap_err().to_string()
}
