//! Prints chapter 6's run and draws its figures.

use std::process::ExitCode;

fn main() -> ExitCode {
    chapter::main(&ch06::CHAPTER)
}
