//! Checks the reader's file: `cargo book exercise 3.1`.

exercises::program!(weights(weights, density));
