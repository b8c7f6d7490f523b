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

mod answer;
mod call;
mod quiet;
mod wrong;

#[cfg(test)]
mod tests;

#[path = "../1.4-density-heights/check.rs"]
pub mod density_heights;

pub use answer::Answer;
pub use call::Call;
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
