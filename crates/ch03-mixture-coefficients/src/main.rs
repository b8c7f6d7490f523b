//! Prints chapter 3's run and draws its figures.

use std::process::ExitCode;

fn main() -> ExitCode {
    chapter::main(&ch03::CHAPTER)
}
