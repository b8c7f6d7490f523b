//! Checks the reader's file: `cargo book exercise 1.4`.

exercises::program!(density_heights(heights));
