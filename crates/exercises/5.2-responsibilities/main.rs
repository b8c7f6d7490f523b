//! Checks the reader's file: `cargo book exercise 5.2`.

exercises::program!(responsibilities(responsibilities));
