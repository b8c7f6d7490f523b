//! Checks the reader's file: `cargo book exercise 3.2`.

exercises::program!(mean_and_variance(mean_and_variance));
