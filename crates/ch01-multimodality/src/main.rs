//! Prints chapter 1's run and draws its figures.

use std::process::ExitCode;

fn main() -> ExitCode {
    chapter::main(&ch01::CHAPTER)
}
