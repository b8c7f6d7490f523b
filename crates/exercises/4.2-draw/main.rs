//! Checks the reader's file: `cargo book exercise 4.2`.

exercises::program!(draw(draw));
