//! Checks the reader's file: `cargo book exercise 2.4`.

exercises::program!(bell(bell));
