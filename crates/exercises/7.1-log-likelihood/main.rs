//! Checks the reader's file: `cargo book exercise 7.1`.

exercises::program!(log_likelihood(log_likelihood));
