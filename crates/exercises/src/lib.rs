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

/// The exercises: each a module of its checks, by the path of its file, and the functions that the
/// reader writes.
macro_rules! exercises {
    ($($path:literal => $check:ident($($function:ident),+)),+ $(,)?) => {
        $(#[path = $path] pub mod $check;)+

        /// The check of every solution, by the path of its file.
        #[cfg(test)]
        const SOLUTIONS: &[(&str, fn() -> Verdict)] =
            &[$(($path, || $check::check($($check::solution::$function),+))),+];
    };
}

/// The program of an exercise: gives the reader's functions, of the file `attempt.rs` beside it, to
/// the check.
#[macro_export]
macro_rules! program {
    ($check:ident($($function:ident),+)) => {
        #[allow(
            clippy::todo,
            unreachable_pub,
            unused_variables,
            reason = "the hole is for the reader to fill"
        )]
        mod attempt;

        fn main() -> std::process::ExitCode {
            $crate::tell($crate::$check::check($(attempt::$function),+))
        }
    };
}

exercises! {
    "../1.4-density-heights/check.rs" => density_heights(heights),
    "../1.5-misplaced/check.rs" => misplaced(misplaced),
    "../2.4-bell/check.rs" => bell(bell),
    "../2.5-midpoint-rule/check.rs" => midpoint_rule(midpoint),
    "../3.1-weights/check.rs" => weights(weights, density),
    "../3.2-mean-and-variance/check.rs" => mean_and_variance(mean_and_variance),
    "../3.3-good-days/check.rs" => good_days(all_good),
    "../4.1-order/check.rs" => order(order),
    "../4.2-draw/check.rs" => draw(draw),
    "../5.1-indicators/check.rs" => indicators(joint),
    "../5.2-responsibilities/check.rs" => responsibilities(responsibilities),
    "../5.3-boundary/check.rs" => boundary(boundary),
    "../6.1-shapes/check.rs" => shapes(shape),
    "../6.2-quantile/check.rs" => quantile(quantile),
    "../7.1-log-likelihood/check.rs" => log_likelihood(log_likelihood),
    "../7.2-fallen/check.rs" => fallen(m_step),
    "../7.3-what-is-left/check.rs" => what_is_left(left),
    "../8.1-survivors/check.rs" => survivors(survivors),
    "../8.2-interval/check.rs" => interval(log_prob_between),
    "../9.1-bic/check.rs" => bic(bic),
    "../9.2-peaks/check.rs" => peaks(peaks),
    "../9.3-luck/check.rs" => luck(luck),
}

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
