//! Checks the reader's file: `cargo book exercise 2.5`.

exercises::program!(midpoint_rule(midpoint));
