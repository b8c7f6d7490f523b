//! Checks the reader's file: `cargo book exercise 9.2`.

exercises::program!(peaks(peaks));
