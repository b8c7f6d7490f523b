//! Checks the reader's file: `cargo book exercise 8.2`.

exercises::program!(interval(log_prob_between));
