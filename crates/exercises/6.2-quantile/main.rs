//! Checks the reader's file: `cargo book exercise 6.2`.

exercises::program!(quantile(quantile));
