//! Every figure as it is drawn, at its defaults and at other settings, and the run as it is printed.

use ch08::CHAPTER;
use chapter::testing::Moved;

/// What figures are set to beside their defaults; the last settings of each are refused.
const MOVED: Moved = &[
    (
        "map",
        &[
            &[("first", 1.0), ("second", 8.0)],
            &[("first", 8.0), ("second", 3.0)],
            &[("first", f64::NAN)],
        ],
    ),
    ("race", &[&[("rounds", 2.0)], &[("rounds", 8.0)], &[("rounds", 0.5)]]),
    (
        "certificate",
        &[&[("bells", 1.0)], &[("width", 10.0)], &[("width", f64::NAN)]],
    ),
    (
        "collapse",
        &[&[("power", -6.0)], &[("power", 0.0)], &[("power", f64::NAN)]],
    ),
];

chapter::snapshot_tests!(CHAPTER, MOVED);
