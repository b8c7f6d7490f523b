//! Prints chapter 4's run and draws its figures.

use std::process::ExitCode;

fn main() -> ExitCode {
    chapter::main(&ch04::CHAPTER)
}
