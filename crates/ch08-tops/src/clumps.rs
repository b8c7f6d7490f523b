/// Twelve numbers in three clumps: made up, so that two bells can share them in two ways.
pub const CLUMPS: [f64; 12] =
    [1.0, 1.4, 1.7, 2.0, 2.2, 4.6, 5.0, 5.3, 8.2, 8.6, 9.0, 9.3];
