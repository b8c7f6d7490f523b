//! What the command line answers, above all when something is wrong: one clear line, and an exit
//! code that says so.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "common/copy.rs"]
mod copy;

use std::{
    fs,
    net::TcpListener,
    path::Path,
    process::{Command, Output},
};

use copy::copy_of_the_workspace;

/// The command line, started in `folder`.
fn book(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_book"));
    command.args(arguments).current_dir(folder);
    command.env_remove("CARGO");
    command
}

fn run(arguments: &[&str]) -> Output {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    book(folder, arguments).output().unwrap()
}

/// Asserts that a run failed with one line, and returns that line.
#[track_caller]
fn failure(output: &Output) -> String {
    let told = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(!output.status.success(), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
    told.trim_end().to_owned()
}

#[test]
fn without_a_task_the_tasks_are_listed() {
    let output = run(&[]);
    let told = String::from_utf8(output.stderr).unwrap();
    for task in ["serve", "build", "check", "chapter", "exercise"] {
        assert!(told.contains(&format!("\n  {task} ")), "{told}");
    }
    assert!(!output.status.success());
}

#[test]
fn a_chapter_that_does_not_exist_is_answered_with_those_that_do() {
    for asked in ["99", "0", "two", "-1", "256"] {
        let line = failure(&run(&["chapter", "--", asked]));
        let answer = format!(
            "error: there is no chapter {asked}; the book has 1 Multimodality, 2 "
        );
        assert!(line.starts_with(&answer), "{line}");
    }
}

#[test]
fn a_chapter_prints_its_run_and_where_its_figures_are() {
    let output = run(&["chapter", "1"]);
    assert!(output.status.success());
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(
        printed.contains("\nIts figures:\n  target/chapters/01/"),
        "{printed}"
    );
}

#[test]
fn a_port_that_is_taken_is_refused() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    assert_eq!(
        failure(&run(&["serve", "--port", &port])),
        format!("error: port {port} is taken; choose another with --port")
    );
}

#[test]
fn a_chapter_run_in_another_checkout_draws_its_figures_there() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("book")).unwrap();
    fs::write(root.path().join("book/book.toml"), "").unwrap();
    fs::write(root.path().join("Cargo.toml"), "").unwrap();
    let folder = root.path().join("book");
    let output = book(&folder, &["chapter", "1"]).output().unwrap();
    assert!(output.status.success());
    let figures = fs::read_dir(root.path().join("target/chapters/01")).unwrap();
    assert!(figures.count() > 0);
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_told_in_one_line() {
    let root = copy_of_the_workspace();
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output =
        book(root.path(), &["build", "--still"]).stdout(full).output().unwrap();
    assert_eq!(
        failure(&output),
        "error: cannot write to standard output: No space left on device (os error 28)"
    );
}

#[cfg(unix)]
#[test]
fn a_reader_who_closes_the_pipe_has_read_enough() {
    let root = copy_of_the_workspace();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = book(root.path(), &["build", "--still"])
        .stdout(writer)
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{told}");
    assert_eq!(told, "");
}

#[test]
fn a_broken_book_is_told_in_one_line() {
    let root = copy_of_the_workspace();
    fs::write(
        root.path().join("book/book.toml"),
        "[book]\ntitel = \"A book\"\n",
    )
    .unwrap();
    let output = book(root.path(), &["build", "--still"]).output().unwrap();
    failure(&output);
}
