//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

use ch09::CHAPTER;
use chapter::testing::Moved;

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: Moved = &[
    (
        "criteria",
        &[
            &[("data", 2.0)],
            &[("data", 3.0)],
            &[("data", 4.0)],
            &[("data", 0.5)],
        ],
    ),
    ("null", &[&[("test", 0.0)], &[("test", 1.0)], &[("test", f64::NAN)]]),
    (
        "groups",
        &[&[("example", 1.0)], &[("example", 2.0)], &[("example", -1.0)]],
    ),
    (
        "kernel",
        &[
            &[("bandwidth", 0.6)],
            &[("data", 1.0), ("bandwidth", 0.2)],
            &[("data", 2.0), ("bandwidth", 0.05)],
            &[("bandwidth", f64::NAN)],
        ],
    ),
    (
        "fits",
        &[
            &[("bells", 2.0)],
            &[("data", 1.0), ("bells", 3.0)],
            &[("data", 2.0), ("bells", 2.0)],
            &[("bells", 7.0)],
        ],
    ),
    ("scores", &[&[("bells", 1.0)], &[("bells", 6.0)], &[("bells", 0.0)]]),
];

chapter::snapshot_tests!(CHAPTER, MOVED);
