//! Checks the reader's file: `cargo book exercise 5.1`.

exercises::program!(indicators(joint));
