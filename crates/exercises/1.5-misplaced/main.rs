//! Checks the reader's file: `cargo book exercise 1.5`.

exercises::program!(misplaced(misplaced));
