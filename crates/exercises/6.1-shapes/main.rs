//! Checks the reader's file: `cargo book exercise 6.1`.

exercises::program!(shapes(shape));
