use crate::{Error, Sample, sample::Row};

/// How numbers came to be recorded as they were: what another draw would have become.
///
/// A draw in an interval of the sample is known by that interval. Between intervals it is an exact number if
/// the sample has any; if all intervals are as wide as each other, they go on between and beyond; else what
/// lies between two of them is one.
#[derive(Clone, Debug)]
pub(crate) struct Recording {
    /// Ascending, none overlapping another.
    intervals: Vec<Row>,
    between: Between,
}

#[derive(Clone, Copy, Debug)]
enum Between {
    Exact,
    /// Intervals of this width, one of which begins here.
    Regular {
        width: f64,
        from: f64,
    },
    Gaps,
}

/// Ends that differ by less, in widths, are one.
const SAME: f64 = 1e-6;

impl Recording {
    pub(crate) fn of(sample: &Sample) -> Result<Self, Error> {
        let rows = sample.rows();
        let (exact, intervals) =
            rows.split_at(rows.partition_point(Row::is_exact));
        let mut intervals = intervals.to_vec();
        intervals.sort_by(|one, other| one.lower.total_cmp(&other.lower));
        for pair in intervals.windows(2) {
            let overlap = pair[0].upper - pair[1].lower;
            let width = (pair[0].upper - pair[0].lower)
                .min(pair[1].upper - pair[1].lower);
            if overlap > SAME * width {
                return Err(Error::Recording);
            }
        }
        let is_inside = |x: f64| {
            let after = intervals.partition_point(|row| row.lower < x);
            after > 0 && x < intervals[after - 1].upper
        };
        if exact.iter().any(|row| is_inside(row.lower)) {
            return Err(Error::Recording);
        }
        let between =
            if exact.is_empty() { regular(&intervals) } else { Between::Exact };
        Ok(Self { intervals, between })
    }

    /// The middle of where a number would be known to lie.
    pub(crate) fn middle(&self, x: f64) -> f64 {
        let (lower, upper) = self.record(x);
        f64::midpoint(lower, upper)
    }

    /// The ends between which a number would be known to lie.
    pub(crate) fn record(&self, x: f64) -> (f64, f64) {
        let after = self.intervals.partition_point(|row| row.lower <= x);
        let before = after.checked_sub(1).map(|index| self.intervals[index]);
        if let Some(row) = before.filter(|row| x < row.upper) {
            return (row.lower, row.upper);
        }
        let from = before.map_or(f64::NEG_INFINITY, |row| row.upper);
        let to = self.intervals.get(after);
        let to = to.map_or(f64::INFINITY, |row| row.lower);
        match self.between {
            Between::Exact => (x, x),
            Between::Gaps => (from, to),
            Between::Regular { width, from: anchor } => {
                let index = libm::floor((x - anchor) / width);
                let lower = anchor + index * width;
                // The ends of neighbours are the same to the bit.
                let same = |a: f64, b: f64| (a - b).abs() <= SAME * width;
                let upper = lower + width;
                let lower =
                    if same(lower, from) { from } else { lower.max(from) };
                let upper = if same(upper, to) { to } else { upper.min(to) };
                (lower, upper)
            }
        }
    }
}

/// Whether all finite intervals are as wide as each other, and a whole number of widths apart.
fn regular(intervals: &[Row]) -> Between {
    let mut finite = intervals
        .iter()
        .filter(|row| row.lower.is_finite() && row.upper.is_finite());
    let Some(first) = finite.next() else { return Between::Gaps };
    let (width, from) = (first.upper - first.lower, first.lower);
    let fits = |row: &Row| {
        let steps = (row.lower - from) / width;
        (steps - libm::round(steps)).abs() <= SAME * steps.abs().max(1.0)
            && (row.upper - row.lower - width).abs() <= SAME * width
    };
    if finite.all(fits) {
        Between::Regular { width, from }
    } else {
        Between::Gaps
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

    use super::*;

    fn recorded(sample: &Sample, x: f64) -> (f64, f64) {
        let (lower, upper) = Recording::of(sample).unwrap().record(x);
        let rounded = |x: f64| libm::round(x * 1e6) / 1e6;
        (rounded(lower), rounded(upper))
    }

    #[test]
    fn a_draw_is_recorded_as_the_data_were() {
        let exact = Sample::new([1.0, 2.0]).unwrap();
        assert_eq!(recorded(&exact, 1.5), (1.5, 1.5));
        let rounded = Sample::rounded([2.3, 2.5, 2.4, 3.0], 0.1).unwrap();
        for x in [2.32, 2.71, 1.04, 5.55] {
            let (lower, upper) = recorded(&rounded, x);
            assert!(lower <= x && x <= upper, "{x}: {lower} to {upper}");
            assert!((upper - lower - 0.1).abs() < 1e-6);
            let middle = f64::midpoint(lower, upper) * 10.0;
            assert!((middle - libm::round(middle)).abs() < 1e-5);
        }
        let infinity = f64::INFINITY;
        let graded =
            Sample::intervals([1.0, 2.0, 4.85], [1.5, 3.5, infinity]).unwrap();
        assert_eq!(recorded(&graded, 1.2), (1.0, 1.5));
        assert_eq!(recorded(&graded, 1.7), (1.5, 2.0));
        assert_eq!(recorded(&graded, 4.0), (3.5, 4.85));
        assert_eq!(recorded(&graded, 9.0), (4.85, infinity));
        assert_eq!(recorded(&graded, 0.0), (-infinity, 1.0));
        let capped = Sample::new([1.0, 2.0])
            .unwrap()
            .and(&Sample::intervals([5.0], [infinity]).unwrap())
            .unwrap();
        assert_eq!(recorded(&capped, 4.9), (4.9, 4.9));
        assert_eq!(recorded(&capped, 5.1), (5.0, infinity));
    }

    #[test]
    fn intervals_that_overlap_cannot_be_recorded_again() {
        let overlapping = Sample::intervals([1.0, 1.2], [1.5, 1.8]).unwrap();
        assert!(matches!(Recording::of(&overlapping), Err(Error::Recording)));
    }
}
