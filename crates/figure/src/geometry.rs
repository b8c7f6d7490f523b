//! Boxes, points and clipped lines, in the user units of a picture: x to the right, y down.

/// The width of a picture on a desk, in user units: on the page about one CSS pixel each.
pub const WIDE: f64 = 520.0;

/// The width of a picture on a phone: on a screen of 390 pixels about one CSS pixel a unit.
pub const NARROW: f64 = 336.0;

/// Differences of numbers up to this one are numbers too.
pub(crate) const LARGEST: f64 = 1e300;

/// Whether a number can be plotted: NaN cannot.
pub(crate) fn is_in_range(value: f64) -> bool {
    value.abs() <= LARGEST
}

/// An upright rectangle in a picture: x runs to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The left side.
    pub left: f64,
    /// The upper side.
    pub top: f64,
    /// The right side.
    pub right: f64,
    /// The lower side.
    pub bottom: f64,
}

impl Rect {
    pub(crate) fn contains(&self, (x, y): (f64, f64)) -> bool {
        self.left <= x && x <= self.right && self.top <= y && y <= self.bottom
    }

    pub(crate) fn holds(&self, other: &Self) -> bool {
        self.contains((other.left, other.top))
            && self.contains((other.right, other.bottom))
    }

    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(crate) fn grown(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// The distance to a point; zero inside.
    pub(crate) fn distance(&self, (x, y): (f64, f64)) -> f64 {
        let dx = (self.left - x).max(x - self.right).max(0.0);
        let dy = (self.top - y).max(y - self.bottom).max(0.0);
        (dx * dx + dy * dy).sqrt()
    }

    /// The part of a line from `a` to `b` inside the rectangle (Liang & Barsky 1984).
    pub(crate) fn clip(
        &self,
        a: (f64, f64),
        b: (f64, f64),
    ) -> Option<[(f64, f64); 2]> {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (step, room) in [
            (-dx, a.0 - self.left),
            (dx, self.right - a.0),
            (-dy, a.1 - self.top),
            (dy, self.bottom - a.1),
        ] {
            if step == 0.0 {
                if room < 0.0 {
                    return None;
                }
            } else if step < 0.0 {
                enter = enter.max(room / step);
            } else {
                leave = leave.min(room / step);
            }
        }
        let at = |t: f64| {
            if t == 1.0 { b } else { (a.0 + t * dx, a.1 + t * dy) }
        };
        // Far outside, rounding can carry a cut point a little past the edge that cuts.
        let cut = |t: f64| {
            let (x, y) = at(t);
            (x.clamp(self.left, self.right), y.clamp(self.top, self.bottom))
        };
        (enter <= leave).then(|| [cut(enter), cut(leave)])
    }
}

/// Points along a polyline, never farther apart than `spacing`.
pub(crate) fn dense(points: &[(f64, f64)], spacing: f64) -> Vec<(f64, f64)> {
    let mut dense = points.first().copied().into_iter().collect::<Vec<_>>();
    for pair in points.windows(2) {
        let [(x0, y0), (x1, y1)] = [pair[0], pair[1]];
        let (dx, dy) = (x1 - x0, y1 - y0);
        let steps =
            libm::ceil((dx * dx + dy * dy).sqrt() / spacing).max(1.0) as usize;
        dense.extend((1..=steps).map(|step| {
            let t = step as f64 / steps as f64;
            (x0 + t * dx, y0 + t * dy)
        }));
    }
    dense
}

/// The pieces of a polyline inside a rectangle.
pub(crate) fn clip_polyline(
    points: &[(f64, f64)],
    frame: &Rect,
) -> Vec<Vec<(f64, f64)>> {
    let mut pieces: Vec<Vec<(f64, f64)>> = Vec::new();
    for pair in points.windows(2) {
        let Some([from, to]) = frame.clip(pair[0], pair[1]) else {
            continue;
        };
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&from) => piece.push(to),
            _ => pieces.push(vec![from, to]),
        }
    }
    pieces
}

/// A polyline pressed between two heights: where it rises above `high` it runs along `high`, where
/// it falls below `low` along `low`.
pub(crate) fn pressed(
    points: &[(f64, f64)],
    low: f64,
    high: f64,
) -> Vec<(f64, f64)> {
    let press = |(x, y): (f64, f64)| (x, y.clamp(low, high));
    let mut pressed: Vec<_> =
        points.first().copied().map(press).into_iter().collect();
    for pair in points.windows(2) {
        let [(x0, y0), (x1, y1)] = [pair[0], pair[1]];
        let levels = if y0 < y1 { [low, high] } else { [high, low] };
        let crossings = levels.map(|level| (level - y0) / (y1 - y0));
        let crossings = crossings.into_iter().filter(|t| 0.0 < *t && *t < 1.0);
        let at = |t: f64| press((x0 + t * (x1 - x0), y0 + t * (y1 - y0)));
        pressed.extend(crossings.map(at));
        pressed.push(press((x1, y1)));
    }
    pressed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const UNIT: Rect = Rect { left: 0.0, top: 0.0, right: 1.0, bottom: 1.0 };

    #[test]
    fn a_line_through_the_frame_keeps_the_part_inside() {
        assert_eq!(
            UNIT.clip((-1.0, 0.5), (2.0, 0.5)),
            Some([(0.0, 0.5), (1.0, 0.5)])
        );
        assert_eq!(UNIT.clip((-1.0, 0.5), (-0.5, 2.0)), None);
    }

    #[test]
    fn a_pressed_peak_is_a_plateau() {
        let peak = [(0.0, 0.0), (0.5, 2.0), (1.0, 0.0)];
        let plateau =
            [(0.0, 0.0), (0.25, 1.0), (0.5, 1.0), (0.75, 1.0), (1.0, 0.0)];
        assert_eq!(pressed(&peak, 0.0, 1.0), plateau);
    }

    #[test]
    fn a_curve_that_leaves_and_returns_is_two_pieces() {
        let there_and_back = [(0.1, 0.5), (0.3, -1.0), (0.6, -1.0), (0.8, 0.5)];
        assert_eq!(clip_polyline(&there_and_back, &UNIT).len(), 2);
    }

    proptest! {
        #[test]
        fn what_is_clipped_lies_in_the_frame(
            a in (-3.0..3.0, -3.0..3.0),
            b in (-3.0..3.0, -3.0..3.0),
        ) {
            for point in UNIT.clip(a, b).into_iter().flatten() {
                prop_assert!(UNIT.grown(1e-12).contains(point));
            }
        }

        #[test]
        fn dense_points_are_never_farther_apart_than_asked(
            points in prop::collection::vec((-99.0..99.0, -99.0..99.0), 2..9),
        ) {
            for pair in dense(&points, 2.0).windows(2) {
                let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
                prop_assert!((dx * dx + dy * dy).sqrt() <= 2.0 + 1e-9);
            }
        }
    }
}
