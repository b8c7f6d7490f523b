//! Checks the reader's file: `cargo book exercise 4.1`.

exercises::program!(order(order));
