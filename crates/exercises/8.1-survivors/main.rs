//! Checks the reader's file: `cargo book exercise 8.1`.

exercises::program!(survivors(survivors));
