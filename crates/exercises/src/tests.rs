//! What every exercise has.

use std::{collections::BTreeMap, env, fs, path::Path};

use crate::SOLUTIONS;

const FILES: [&str; 6] = [
    "attempt.rs",
    "check.rs",
    "hint.md",
    "main.rs",
    "solution.rs",
    "statement.md",
];

/// The folders of the exercises, in their order.
fn folders() -> Vec<String> {
    let entries = fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    let is_exercise =
        |name: &String| name.starts_with(|c: char| c.is_ascii_digit());
    let mut folders: Vec<_> = names.filter(is_exercise).collect();
    folders.sort();
    folders
}

fn read(folder: &str, file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    fs::read_to_string(folder.join(file)).unwrap()
}

/// Chapter and number of an exercise: 3 and 1 of `3.1-weights`.
fn number(folder: &str) -> (u8, u8) {
    let (number, _) = folder.split_once('-').unwrap();
    let (chapter, number) = number.split_once('.').unwrap();
    (chapter.parse().unwrap(), number.parse().unwrap())
}

/// Whether an attempt is as it was handed in.
fn is_untouched(folder: &str) -> bool {
    crate::is_untouched(
        &read(folder, "attempt.rs"),
        &read(folder, "solution.rs"),
    )
}

#[test]
fn every_exercise_has_statement_hint_attempt_and_solution() {
    for folder in folders() {
        for file in FILES {
            assert!(!read(&folder, file).trim().is_empty(), "{folder}/{file}");
        }
    }
}

#[test]
fn every_exercise_is_a_program_and_has_a_solution_to_check() {
    let manifest = read("", "Cargo.toml");
    let checks = folders().into_iter();
    let checks: Vec<_> =
        checks.map(|folder| format!("../{folder}/check.rs")).collect();
    let solved: Vec<_> = SOLUTIONS.iter().map(|(path, _)| *path).collect();
    assert_eq!(solved, checks);
    for folder in folders() {
        let (chapter, number) = number(&folder);
        let program = format!(
            "name = \"exercise-{chapter}-{number}\", path = \"{folder}/main.rs\","
        );
        assert!(manifest.contains(&program), "{program}");
    }
}

#[test]
fn every_chapter_has_two_or_three_and_they_are_numbered_in_a_row() {
    let mut chapters = BTreeMap::<u8, Vec<u8>>::new();
    for folder in folders() {
        let (chapter, number) = number(&folder);
        chapters.entry(chapter).or_default().push(number);
    }
    assert!(chapters.keys().copied().eq(1..=9), "{chapters:?}");
    for (chapter, numbers) in chapters {
        assert!((2..=3).contains(&numbers.len()), "{chapter}: {numbers:?}");
        let row = numbers[0]..=numbers[0] + numbers.len() as u8 - 1;
        assert!(numbers.iter().copied().eq(row), "{chapter}: {numbers:?}");
    }
}

#[test]
fn every_solution_passes() {
    for (path, check) in SOLUTIONS {
        assert_eq!(check(), Ok(()), "{path}");
    }
}

#[test]
fn no_solution_has_a_hole() {
    for folder in folders() {
        assert!(!read(&folder, "solution.rs").contains("todo!"), "{folder}");
    }
}

/// A reader's attempts are theirs. What is handed in has holes, and nothing else is different.
#[test]
fn every_attempt_that_is_handed_in_is_the_solution_with_a_hole() {
    let is_handed_in = env::var_os("CI").is_some_and(|ci| !ci.is_empty());
    for folder in folders() {
        assert!(!is_handed_in || is_untouched(&folder), "{folder}");
    }
}
