//! Builds the programs of the exercises, and runs them.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};
use bookbinder::exercises::Exercise;

use crate::cargo;

/// How long an attempt may take.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// How often a running attempt is looked at.
const TICK: Duration = Duration::from_millis(5);

/// Whether the reader sees what the compiler and the check say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Diagnostics {
    AreTold,
    AreHidden,
}

/// What came of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Solved,
    Wrong,
    /// It took too long.
    Endless,
    /// It ended otherwise than by an answer: its stack overflowed.
    Crashed(ExitStatus),
}

/// Builds one exercise, or all of them, and returns the programs by their names. An attempt that
/// does not compile has none.
pub(super) fn build(
    root: &Path,
    exercise: Option<&Exercise>,
    diagnostics: Diagnostics,
) -> anyhow::Result<BTreeMap<String, PathBuf>> {
    let mut command = cargo::command(root);
    command.args([
        "build",
        "--quiet",
        "--keep-going",
        "--package",
        "exercises",
    ]);
    match exercise {
        Some(exercise) => command.args(["--bin", &exercise.program()]),
        None => command.arg("--bins"),
    };
    match diagnostics {
        Diagnostics::AreTold => command
            .arg("--message-format=json-render-diagnostics")
            .stderr(Stdio::inherit()),
        Diagnostics::AreHidden => {
            command.arg("--message-format=json").stderr(Stdio::piped())
        }
    };
    let output = command
        .stdout(Stdio::piped())
        .spawn()
        .and_then(Child::wait_with_output)
        .context("cannot start cargo")?;
    programs(&output)
}

/// The programs that cargo says it has built.
fn programs(output: &Output) -> anyhow::Result<BTreeMap<String, PathBuf>> {
    let mut has_library = false;
    let mut programs = BTreeMap::new();
    for artifact in cargo::artifacts(&output.stdout[..]) {
        let artifact = artifact.context("cargo was cut off")?;
        has_library |= artifact.name == "exercises";
        programs.extend(artifact.program.map(|path| (artifact.name, path)));
    }
    if !has_library {
        let told = String::from_utf8_lossy(&output.stderr);
        bail!("cannot build what checks the exercises\n{told}");
    }
    Ok(programs)
}

/// Runs the program of an exercise.
pub(super) fn run(
    program: &Path,
    root: &Path,
    diagnostics: Diagnostics,
) -> anyhow::Result<Outcome> {
    run_for(PATIENCE, program, root, diagnostics)
}

/// [`run`], with another patience.
fn run_for(
    patience: Duration,
    program: &Path,
    root: &Path,
    diagnostics: Diagnostics,
) -> anyhow::Result<Outcome> {
    let mut command = Command::new(program);
    command.current_dir(root).stdin(Stdio::null());
    if diagnostics == Diagnostics::AreHidden {
        command.stdout(Stdio::null()).stderr(Stdio::null());
    }
    let mut attempt = command
        .spawn()
        .with_context(|| format!("cannot start {}", program.display()))?;
    let began = Instant::now();
    loop {
        if let Some(status) = attempt.try_wait()? {
            return Ok(match status.code() {
                Some(0) => Outcome::Solved,
                Some(1) => Outcome::Wrong,
                _ => Outcome::Crashed(status),
            });
        }
        if began.elapsed() > patience {
            attempt.kill().context("cannot stop the attempt")?;
            attempt.wait()?;
            return Ok(Outcome::Endless);
        }
        thread::sleep(TICK);
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    fn outcome(program: &str) -> Outcome {
        let patience = Duration::from_millis(200);
        let here = Path::new(".");
        run_for(patience, Path::new(program), here, Diagnostics::AreHidden)
            .unwrap()
    }

    #[test]
    fn the_exit_code_says_what_came_of_an_attempt() {
        assert_eq!(outcome("true"), Outcome::Solved);
        assert_eq!(outcome("false"), Outcome::Wrong);
    }

    #[test]
    fn an_attempt_without_end_is_ended() {
        assert_eq!(outcome("yes"), Outcome::Endless);
    }
}
