//! Prints chapter 5's run and draws its figures.

use std::process::ExitCode;

fn main() -> ExitCode {
    chapter::main(&ch05::CHAPTER)
}
