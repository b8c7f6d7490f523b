//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

use ch03::CHAPTER;
use chapter::testing::Moved;

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: Moved = &[
    (
        "heaps",
        &[
            &[("step", 0.0)],
            &[("step", 1.0)],
            &[("step", 2.0)],
            &[("step", 0.5)],
            &[("step", 4.0)],
            &[("share", 0.6), ("loc-0", 2.5), ("loc-1", 4.8)],
        ],
    ),
    (
        "border",
        &[
            &[("share", 0.1)],
            &[("separation", 1.5)],
            &[("share", 0.5), ("separation", 4.5)],
            &[("share", f64::NAN)],
        ],
    ),
    ("shares", &[&[("share", 0.2)], &[("share", 1.5)]]),
    (
        "weights",
        &[
            &[("w-0", 0.6), ("w-1", 0.4)],
            &[("w-0", -0.5), ("w-1", 1.5)],
            &[("w-0", f64::NAN)],
        ],
    ),
    (
        "weighted-sum",
        &[
            &[("loc-0", 3.0), ("loc-1", 4.0), ("scale-1", 1.0)],
            &[("share", 0.0), ("scale-0", 0.1)],
            &[("share", -0.5)],
        ],
    ),
    (
        "within-and-between",
        &[
            &[("share", 1.0), ("loc-1", 2.5), ("scale-1", 2.0)],
            &[("loc-0", 1.0), ("scale-0", 0.1)],
            &[("share", 2.0)],
        ],
    ),
    (
        "two-peaks",
        &[
            &[("separation", 2.0)],
            &[("separation", 4.0), ("share", 0.95)],
            &[("share", f64::NAN)],
        ],
    ),
    ("map", &[&[("ratio", 0.5)], &[("ratio", 3.0)], &[("ratio", 0.0)]]),
    (
        "weather",
        &[
            &[("spring", 0.0), ("summer", 1.0)],
            &[("autumn", 1.0), ("winter", 1.0)],
            &[("winter", 1.5)],
        ],
    ),
];

chapter::snapshot_tests!(CHAPTER, MOVED);
