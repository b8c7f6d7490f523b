//! The contract, and the run as it is printed.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use ch03::CHAPTER;
use chapter::testing::assert_contract;

#[test]
fn the_chapter_keeps_the_contract() {
    assert_contract(&CHAPTER);
}

#[test]
fn the_run_prints_what_it_printed() {
    let mut out = Vec::new();
    (CHAPTER.run)(&mut out).unwrap();
    insta::assert_snapshot!(String::from_utf8(out).unwrap(), @r"
    A line with slope 0.5

      x   height
      0      0.0
      1      0.5
      2      1.0
    ");
}
