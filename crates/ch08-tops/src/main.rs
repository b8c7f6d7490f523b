//! Prints chapter 8's run and draws its figures.

use std::process::ExitCode;

fn main() -> ExitCode {
    chapter::main(&ch08::CHAPTER)
}
