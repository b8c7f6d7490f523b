//! Checks the reader's file: `cargo book exercise 9.3`.

exercises::program!(luck(luck));
