//! The program behind `cargo book`: builds and serves *Two Peaks*, compiles its live figures, runs
//! its chapters and checks its exercises.
//!
//! What the pages say is bound by [`bookbinder`]; what is wrong with them is found by the
//! proofreader. This crate is the only one that starts processes.

pub mod build;
pub mod check;
pub mod complaint;
pub mod pdf;
pub mod root;
pub mod run_chapter;
pub mod run_exercise;
pub mod scripts;
pub mod serve;

mod cargo;
mod tell;

pub use tell::tell;

use bookbinder::library::Library;

/// The library of *Two Peaks*.
pub const LIBRARY: Library = Library { chapters: chapters::CHAPTERS };
