//! mdBook's preprocessor `bookbinder`: binds the pages that plain `mdbook serve book` gives it, or
//! `cargo book serve` once a chapter has changed.
//!
//! A program beside `book`, which runs meanwhile and so could not be written anew everywhere.

use std::{env, process::ExitCode};

use book::LIBRARY;
use bookbinder::preprocess;

fn main() -> ExitCode {
    let question: Vec<String> = env::args().skip(1).collect();
    preprocess::run(LIBRARY, &question)
}
