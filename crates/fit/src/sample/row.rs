/// Equal data: where they lie, and how much they weigh together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) lower: f64,
    pub(crate) upper: f64,
    pub(crate) weight: f64,
}

impl Row {
    /// Whether it is a number and not an interval.
    pub(crate) fn is_exact(&self) -> bool {
        self.lower == self.upper
    }

    /// A finite place in it: the middle, or what lies next to an end that is infinite.
    pub(crate) fn middle(&self) -> f64 {
        match (self.lower.is_finite(), self.upper.is_finite()) {
            (true, true) => f64::midpoint(self.lower, self.upper),
            (true, false) => self.lower,
            (false, true) => self.upper,
            (false, false) => 0.0,
        }
    }
}

/// Each of the data once, the exact numbers first, and the row of each; a datum weighs one.
pub(super) fn folded(ends: &[(f64, f64)]) -> (Vec<Row>, Vec<usize>) {
    // Minus zero is zero.
    let mut data: Vec<(f64, f64, usize)> = ends
        .iter()
        .enumerate()
        .map(|(datum, (lower, upper))| (lower + 0.0, upper + 0.0, datum))
        .collect();
    let by_ends = |one: &(f64, f64, usize), other: &(f64, f64, usize)| {
        let is_interval = |data: &(f64, f64, usize)| data.0 != data.1;
        is_interval(one)
            .cmp(&is_interval(other))
            .then(one.0.total_cmp(&other.0))
            .then(one.1.total_cmp(&other.1))
            .then(one.2.cmp(&other.2))
    };
    #[cfg(feature = "rayon")]
    rayon::slice::ParallelSliceMut::par_sort_unstable_by(
        &mut data[..],
        by_ends,
    );
    #[cfg(not(feature = "rayon"))]
    data.sort_unstable_by(by_ends);
    let mut rows: Vec<Row> = Vec::new();
    let mut places = vec![0; ends.len()];
    for (lower, upper, datum) in data {
        let is_new = rows
            .last()
            .is_none_or(|row| (row.lower, row.upper) != (lower, upper));
        if is_new {
            rows.push(Row { lower, upper, weight: 0.0 });
        }
        if let Some(row) = rows.last_mut() {
            row.weight += 1.0;
        }
        places[datum] = rows.len() - 1;
    }
    (rows, places)
}
