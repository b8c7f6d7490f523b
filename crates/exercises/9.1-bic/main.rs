//! Checks the reader's file: `cargo book exercise 9.1`.

exercises::program!(bic(bic));
