//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

use ch04::CHAPTER;
use chapter::testing::Moved;

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: Moved = &[
    ("plates", &[&[("classes", 5.0)], &[("classes", f64::NAN)]]),
    (
        "unrolled",
        &[
            &[("students", 1.0), ("classes", 1.0)],
            &[("students", 4.0), ("classes", 2.0)],
            &[("students", f64::INFINITY)],
        ],
    ),
    (
        "walk",
        &[
            &[("step", 0.0)],
            &[("step", 1.0)],
            &[("step", 2.0), ("seed", 1.0)],
            &[("step", -1.0)],
        ],
    ),
    (
        "samples",
        &[&[("n", 10.0)], &[("n", 2000.0), ("seed", 9.0)], &[("n", 0.0)]],
    ),
];

chapter::snapshot_tests!(CHAPTER, MOVED);
