//! Prints chapter 2's run and draws its figures.

use std::process::ExitCode;

fn main() -> ExitCode {
    chapter::main(&ch02::CHAPTER)
}
