//! What a reader is told about an exercise, on a copy of this workspace.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "common/copy.rs"]
#[expect(dead_code, reason = "other tests copy into a temporary folder")]
mod copy;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::{LazyLock, Mutex, MutexGuard},
};

use bookbinder::exercises::{self, Exercise};

/// A workspace whose attempts may be overwritten. It is always in the same place, so that what was
/// built in it is there the next time.
struct Copy {
    root: PathBuf,
}

static COPY: LazyLock<Mutex<Copy>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exercises");
    if root.exists() {
        fs::remove_dir_all(&root).unwrap();
    }
    copy::copy_the_workspace(&root);
    Mutex::new(Copy { root })
});

impl Copy {
    /// The copy, which one test has at a time.
    fn take() -> MutexGuard<'static, Self> {
        COPY.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn exercises(&self) -> Vec<Exercise> {
        exercises::all(&self.root).unwrap()
    }

    fn read(&self, exercise: &Exercise, file: &str) -> String {
        fs::read_to_string(self.root.join(exercise.file(file))).unwrap()
    }

    fn write_attempt(&self, exercise: &Exercise, text: &str) {
        fs::write(self.root.join(exercise.file("attempt.rs")), text).unwrap();
    }

    /// Writes the solution where the attempt is, changed.
    fn solve(&self, exercise: &Exercise, change: fn(&str) -> String) {
        let solution = self.read(exercise, "solution.rs");
        self.write_attempt(exercise, &change(&solution));
    }

    /// `cargo book exercise …`, run in the copy.
    fn book(&self, arguments: &[&str]) -> (bool, String, String) {
        let target = self.root.with_file_name("exercises-target");
        let output: Output = Command::new(env!("CARGO_BIN_EXE_book"))
            .args(arguments)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", target)
            .env("CARGO_TERM_COLOR", "never")
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.success(), text(output.stdout), text(output.stderr))
    }

    fn list(&self) -> Vec<String> {
        let (is_success, printed, told) = self.book(&["exercises"]);
        assert!(is_success, "{told}");
        printed.lines().map(str::to_owned).collect()
    }
}

/// The attempts of this checkout, as far as nobody has worked on them.
fn untouched() -> Vec<(Exercise, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = |exercise: &Exercise, file: &str| {
        fs::read_to_string(root.join(exercise.file(file))).unwrap()
    };
    let attempts = exercises::all(&root).unwrap().into_iter().map(|exercise| {
        let attempt = read(&exercise, "attempt.rs");
        let solution = read(&exercise, "solution.rs");
        (attempt, solution, exercise)
    });
    attempts
        .filter(|(attempt, solution, _)| {
            ::exercises::is_untouched(attempt, solution)
        })
        .map(|(attempt, _, exercise)| (exercise, attempt))
        .collect()
}

#[test]
fn every_attempt_with_a_hole_fails_without_a_warning_and_is_told_of_the_hole() {
    let copy = Copy::take();
    for (exercise, attempt) in untouched() {
        copy.write_attempt(&exercise, &attempt);
        let line = attempt.lines().position(|line| line.trim() == "todo!()");
        let line = line.unwrap() + 1;
        let name = exercise.name();
        let (is_success, printed, told) = copy.book(&["exercise", &name]);
        assert!(!is_success, "{name}");
        let expected = format!(
            "the hole is still there: {}:{line}\n{name} {} is not solved yet. A hint: {}\n",
            exercise.file("attempt.rs"),
            exercise.title(),
            exercise.file("hint.md")
        );
        assert_eq!(printed, expected);
        assert_eq!(told, "", "{name}");
    }
}

#[test]
fn every_solution_is_solved_by_the_program_that_checks_the_attempt() {
    let copy = Copy::take();
    let exercises = copy.exercises();
    for exercise in &exercises {
        copy.solve(exercise, str::to_owned);
    }
    let list = copy.list();
    let count = exercises.len();
    assert_eq!(list.len(), count + 2, "{list:#?}");
    for (line, exercise) in list.iter().zip(&exercises) {
        assert!(line.starts_with(&exercise.name()), "{line}");
        assert!(line.ends_with("  solved"), "{line}");
    }
    assert_eq!(list[count + 1], format!("{count} of {count} solved."));
}

#[test]
fn a_broken_attempt_takes_none_of_the_others_down() {
    let copy = Copy::take();
    let exercises = copy.exercises();
    for exercise in &exercises {
        copy.solve(exercise, str::to_owned);
    }
    copy.solve(&exercises[0], |text| {
        text.replace("students as f64", "students")
    });
    copy.solve(&exercises[1], |text| text.replace(">=", ">"));
    let list = copy.list();
    assert!(list[0].ends_with("  does not compile"), "{list:#?}");
    assert!(list[1].ends_with("  not yet"), "{list:#?}");
    let count = exercises.len();
    let others = list[2..count].iter();
    assert!(others.into_iter().all(|line| line.ends_with("  solved")));
    assert_eq!(
        list[count + 1],
        format!(
            "{} of {count} solved. Next: cargo book exercise {}",
            count - 2,
            exercises[0].name()
        )
    );
}

#[test]
fn a_solved_exercise_names_the_next_one() {
    let copy = Copy::take();
    let exercises = copy.exercises();
    let [first, second, .., last] = &exercises[..] else {
        panic!("there are not three exercises")
    };
    for exercise in [first, last] {
        copy.solve(exercise, str::to_owned);
    }
    let (is_success, printed, _) = copy.book(&["exercise", &first.name()]);
    assert!(is_success);
    assert_eq!(
        printed,
        format!(
            "{} {} is solved. Next: {} {}, in {}\n",
            first.name(),
            first.title(),
            second.name(),
            second.title(),
            second.file("attempt.rs")
        )
    );
    let (is_success, printed, _) = copy.book(&["exercise", &last.name()]);
    assert!(is_success);
    assert!(
        printed.ends_with(" is solved. It is the last one.\n"),
        "{printed}"
    );
}

#[test]
fn a_wrong_answer_is_told_in_words() {
    let copy = Copy::take();
    let exercise = &copy.exercises()[0];
    copy.solve(exercise, |text| text.replace(" * width", ""));
    let (is_success, printed, _) = copy.book(&["exercise", &exercise.name()]);
    assert!(!is_success);
    let told = "`heights(&[2, 6, 2], 0.5)` should be [0.4, 1.2, 0.4], got [0.2, 0.6, 0.2]: ";
    assert!(printed.starts_with(told), "{printed}");
}

#[test]
fn an_attempt_that_does_not_compile_is_told_by_the_compiler_and_then_by_its_file()
 {
    let copy = Copy::take();
    let exercise = &copy.exercises()[0];
    copy.solve(exercise, |text| text.replace("students as f64", "students"));
    let (is_success, printed, told) =
        copy.book(&["exercise", &exercise.name()]);
    assert!(!is_success);
    assert_eq!(printed, "");
    let file = exercise.file("attempt.rs");
    assert!(told.contains("error[E0277]: cannot multiply"), "{told}");
    assert!(told.contains(&format!("--> {file}:")), "{told}");
    assert!(
        told.ends_with(&format!("\nerror: {file} does not compile\n")),
        "{told}"
    );
}

#[test]
fn an_exercise_that_does_not_exist_is_answered_with_those_that_do() {
    let copy = Copy::take();
    for asked in ["9.9", "1", "one", "-1"] {
        let (is_success, _, told) = copy.book(&["exercise", "--", asked]);
        assert!(!is_success);
        assert_eq!(told.lines().count(), 1, "{told}");
        let answer = format!(
            "error: there is no exercise {asked}; the book has 1.4 density heights, 1.5 "
        );
        assert!(told.starts_with(&answer), "{told}");
    }
}
