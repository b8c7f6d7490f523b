//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

use ch06::CHAPTER;
use chapter::testing::Moved;

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: Moved = &[
    (
        "shapes",
        &[
            &[("sample", 1.0), ("batch", 1.0)],
            &[("sample", 4.0), ("batch", 4.0), ("event", 3.0)],
            &[("event", 1.0)],
            &[("batch", 5.0)],
        ],
    ),
    (
        "broadcast",
        &[
            &[("data", 0.0), ("batch", 4.0)],
            &[("data", 1.0), ("grades", 4.0)],
            &[("data", 1.0), ("grades", 2.0)],
            &[("grades", 4.0), ("batch", 4.0)],
            &[("data", 3.0)],
        ],
    ),
    (
        "density",
        &[
            &[("probs-0", 0.3), ("loc-0", 4.0), ("scale-1", 1.0)],
            &[("loc-1", 1.5), ("scale-0", 2.0)],
            &[("probs-0", 1.5)],
        ],
    ),
    (
        "samples",
        &[&[("n", 100.0)], &[("n", 10_000.0), ("seed", 7.0)], &[("n", 0.0)]],
    ),
    ("quantile", &[&[("p", 0.05)], &[("p", 0.95)], &[("p", 1.0)]]),
    ("tails", &[&[("to", 7.0)], &[("to", 9.0)], &[("to", f64::NAN)]]),
];

chapter::snapshot_tests!(CHAPTER, MOVED);
