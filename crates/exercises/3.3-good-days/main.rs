//! Checks the reader's file: `cargo book exercise 3.3`.

exercises::program!(good_days(all_good));
