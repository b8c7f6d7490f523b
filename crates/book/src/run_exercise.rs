//! `cargo book exercise 3.1` and `cargo book exercises`: what the reader has solved.

mod program;

use std::{fmt::Write as _, path::Path};

use anyhow::{Context as _, bail};
use bookbinder::exercises::{self, Exercise};

use self::program::{Diagnostics, Outcome};

/// What there is to say about an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// It, in words.
    pub text: String,
    /// Whether the exercise is solved.
    pub is_solved: bool,
}

/// Checks the reader's attempt at one exercise. What is wrong with it is printed as the check
/// finds it, or as the compiler does; the report comes last.
///
/// # Errors
///
/// When there is no such exercise, with all that there are; when the attempt does not compile.
pub fn one(root: &Path, name: &str) -> anyhow::Result<Report> {
    let exercises = read(root)?;
    let position = exercises.iter().position(|known| known.name() == name);
    let Some(position) = position else {
        let known: Vec<_> = exercises.iter().map(in_words).collect();
        bail!("there is no exercise {name}; the book has {}", known.join(", "))
    };
    let exercise = &exercises[position];
    let attempt = exercise.file("attempt.rs");
    let built = program::build(root, Some(exercise), Diagnostics::AreTold)?;
    let Some(program) = built.get(&exercise.program()) else {
        bail!("{attempt} does not compile")
    };
    let outcome = program::run(program, root, Diagnostics::AreTold)?;
    let words = in_words(exercise);
    let text = match &outcome {
        Outcome::Solved => match exercises.get(position + 1) {
            Some(next) => format!(
                "{words} is solved. Next: {}, in {}",
                in_words(next),
                next.file("attempt.rs")
            ),
            None => format!("{words} is solved. It is the last one."),
        },
        Outcome::Wrong => format!(
            "{words} is not solved yet. A hint: {}",
            exercise.file("hint.md")
        ),
        Outcome::Endless => format!(
            "{words} is not solved yet: after {} seconds {attempt} has given no answer",
            program::PATIENCE.as_secs()
        ),
        Outcome::Crashed(status) => {
            format!("{words} is not solved yet: {attempt} ended with {status}")
        }
    };
    Ok(Report { text, is_solved: outcome == Outcome::Solved })
}

/// The list of all exercises, with what the reader has solved.
///
/// # Errors
///
/// When the exercises cannot be found, built or run. An attempt that does not compile is no error.
pub fn list(root: &Path) -> anyhow::Result<String> {
    let exercises = read(root)?;
    let built = program::build(root, None, Diagnostics::AreHidden)?;
    let mut solved = 0;
    let mut next = None;
    let mut text = String::new();
    let width = exercises.iter().map(|e| e.slug.len()).max().unwrap_or(0);
    for exercise in &exercises {
        let outcome = built
            .get(&exercise.program())
            .map(|program| program::run(program, root, Diagnostics::AreHidden));
        let mark = match outcome.transpose()? {
            None => "does not compile",
            Some(Outcome::Solved) => "solved",
            Some(Outcome::Endless) => "not yet: gives no answer",
            Some(Outcome::Wrong | Outcome::Crashed(_)) => "not yet",
        };
        if mark == "solved" {
            solved += 1;
        } else {
            next = next.or(Some(exercise));
        }
        let (name, title) = (exercise.name(), exercise.title());
        writeln!(text, "{name:<4} {title:<width$}  {mark}")?;
    }
    write!(text, "\n{solved} of {} solved.", exercises.len())?;
    if let Some(next) = next {
        write!(text, " Next: cargo book exercise {}", next.name())?;
    }
    Ok(text)
}

fn read(root: &Path) -> anyhow::Result<Vec<Exercise>> {
    let exercises =
        exercises::all(root).context("cannot read the exercises")?;
    if exercises.is_empty() {
        bail!("there are no exercises in {}", root.display());
    }
    Ok(exercises)
}

/// Number and title: `3.1 weights`.
fn in_words(exercise: &Exercise) -> String {
    format!("{} {}", exercise.name(), exercise.title())
}
