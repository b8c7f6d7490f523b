//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

use ch05::CHAPTER;
use chapter::testing::Moved;

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: Moved = &[
    (
        "joint",
        &[
            &[("loc-0", 3.0), ("loc-1", 4.0), ("scale-1", 1.0)],
            &[("share", 0.95), ("scale-0", 2.0)],
            &[("share", 1.5)],
        ],
    ),
    ("slice", &[&[("x", 2.0)], &[("x", 6.0)], &[("x", f64::NAN)]]),
    (
        "posterior",
        &[
            &[("share", 0.05), ("scale-1", 1.0)],
            &[("scale-0", 0.1)],
            &[("scale-0", -1.0)],
        ],
    ),
    ("underflow", &[&[("x", 10.0)], &[("x", 50.0)], &[("x", 0.0)]]),
    (
        "boundaries",
        &[
            &[("scale-0", 0.5), ("scale-1", 0.5)],
            &[("loc-0", 4.0), ("loc-1", 4.0), ("share", 0.95)],
            &[("scale-0", f64::INFINITY)],
        ],
    ),
];

chapter::snapshot_tests!(CHAPTER, MOVED);
