//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

use ch01::CHAPTER;
use chapter::testing::Moved;

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: Moved = &[
    (
        "peaks",
        &[&[("bin-width", 0.5)], &[("bin-width", 1.5)], &[("bin-width", -1.0)]],
    ),
    (
        "kernels",
        &[&[("bandwidth", 0.05)], &[("bandwidth", 1.0)], &[("bandwidth", 0.0)]],
    ),
    ("regents", &[&[("exam", 0.0)], &[("exam", 3.0)], &[("exam", 0.5)]]),
    ("cut", &[&[("cut", 2.5)], &[("cut", 4.5)], &[("cut", f64::NAN)]]),
];

chapter::snapshot_tests!(CHAPTER, MOVED);
