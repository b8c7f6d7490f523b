//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

use ch02::CHAPTER;
use chapter::testing::Moved;

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: Moved = &[
    (
        "bell",
        &[
            &[("scale", 0.1)],
            &[("loc", 5.0), ("scale", 2.0)],
            &[("scale", 0.0)],
        ],
    ),
    (
        "sum-of-two",
        &[
            &[("loc-2", 2.8), ("scale-2", 0.9)],
            &[("loc-1", 1.5), ("scale-1", 0.3)],
            &[("loc-2", f64::INFINITY)],
        ],
    ),
    (
        "strips",
        &[&[("strips", 5.0)], &[("strips", 40.0)], &[("strips", f64::NAN)]],
    ),
    ("running-area", &[&[("x", 2.0)], &[("x", 7.0)], &[("x", f64::NAN)]]),
];

chapter::snapshot_tests!(CHAPTER, MOVED);
