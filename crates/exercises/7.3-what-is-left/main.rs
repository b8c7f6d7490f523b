//! Checks the reader's file: `cargo book exercise 7.3`.

exercises::program!(what_is_left(left));
