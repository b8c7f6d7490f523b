//! Checks the reader's file: `cargo book exercise 5.3`.

exercises::program!(boundary(boundary));
