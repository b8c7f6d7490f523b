//! Prints chapter 9's run and draws its figures.

use std::process::ExitCode;

fn main() -> ExitCode {
    chapter::main(&ch09::CHAPTER)
}
