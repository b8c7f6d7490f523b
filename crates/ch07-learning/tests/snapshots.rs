//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

use ch07::CHAPTER;
use chapter::testing::Moved;

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: Moved = &[
    (
        "you-first",
        &[
            &[("rounds", 20.0)],
            &[
                ("loc-0", 2.5),
                ("scale-0", 0.6),
                ("loc-1", 4.8),
                ("scale-1", 0.3),
            ],
            &[("share", f64::NAN)],
        ],
    ),
    ("climbed", &[&[("mean", 4.8)], &[("mean", 6.0)], &[("mean", f64::NAN)]]),
    (
        "em",
        &[
            &[("half-steps", 0.0)],
            &[("half-steps", 4.0)],
            &[("half-steps", 40.0), ("start", 1.0)],
            &[("half-steps", 7.0), ("start", 3.0)],
            &[("half-steps", 40.0), ("moves", 2.0)],
            &[("half-steps", 0.5)],
        ],
    ),
    (
        "bound",
        &[&[("here", 2.5)], &[("here", 1.6)], &[("here", f64::INFINITY)]],
    ),
    (
        "patience",
        &[&[("apart", 1.5)], &[("apart", 5.0)], &[("apart", f64::NAN)]],
    ),
];

chapter::snapshot_tests!(CHAPTER, MOVED);
