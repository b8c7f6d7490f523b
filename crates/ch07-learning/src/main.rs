//! Prints chapter 7's run and draws its figures.

use std::process::ExitCode;

fn main() -> ExitCode {
    chapter::main(&ch07::CHAPTER)
}
