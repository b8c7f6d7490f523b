//! Where the labels of a panel go.
//!
//! A label stands at what it names: a curve's beside the curve, a rule's beside the rule. It
//! never lies over a curve, a bar, another label or the frame. Each label has a list of places
//! with a cost; the cheapest free one is taken, labels with the fewest places first. A label for
//! which no place is free goes to the key over the panel.

use crate::{
    Ink,
    geometry::Rect,
    text::{ASCENT, DESCENT, text_width},
};

/// The size of a label's letters.
pub(crate) const SIZE: f64 = 15.0;

/// How far a label keeps from what is drawn.
const CLEARANCE: f64 = 3.0;

/// Within this distance of a stranger's curve a label could be taken for the stranger's.
const AMBIGUOUS: f64 = 16.0;

/// What it costs a label to change sides while a reader drags: a little better a place does not pay.
const OTHER_SIDE: f64 = 6.0;

/// What it costs a label to stand beside a bar and not above one: more than any distance.
const BESIDE_A_BAR: f64 = 100.0;

/// Curves that run together are equally near, but for the points that stand for them.
const TIE: f64 = 2.0;

/// How many points of a curve are tried as the place of its label.
const TRIES: usize = 48;

/// A label to be placed.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    /// The layer that it names.
    pub(crate) layer: usize,
    pub(crate) text: String,
    pub(crate) ink: Ink,
    pub(crate) target: Target,
    /// On which side it stood before the reader moved anything: it stays there while it can.
    pub(crate) side: Option<Side>,
}

/// On which side of what it names a label stands: the how manieth that is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Side(u8);

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub(crate) rect: Rect,
    pub(crate) side: Side,
}

/// What a label stands at, in user units.
#[derive(Clone, Debug)]
pub(crate) enum Target {
    /// A vertical line at this x.
    Rule(f64),
    /// A horizontal line at this y.
    Level(f64),
    /// The stretch between two x.
    Span(f64, f64),
    /// A point.
    Point(f64, f64),
    /// The lower end of a vertical line.
    Foot(f64, f64),
    /// The point above which something goes on, at the upper edge.
    Summit(f64, f64),
    /// A curve.
    Curve(Vec<(f64, f64)>),
    /// Bars, by the ends of their tops.
    Bars(Vec<[(f64, f64); 2]>),
}

/// Something drawn that labels keep off: the layer it belongs to, and points all along it.
#[derive(Clone, Debug)]
pub(crate) struct Obstacle {
    pub(crate) layer: usize,
    pub(crate) points: Vec<(f64, f64)>,
}

/// A label's place and what it costs.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    place: Place,
    cost: f64,
}

/// The place of each label, in the order of `labels`; `None` for one that finds no room.
pub(crate) fn place(
    labels: &[Label],
    obstacles: &[Obstacle],
    frame: &Rect,
) -> Vec<Option<Place>> {
    let ground = Ground::of(obstacles, frame);
    let mut places = vec![None; labels.len()];
    let mut order = Vec::new();
    for free in 0..=FREEST {
        let labels = labels.iter().enumerate();
        order
            .extend(labels.filter(|(_, label)| freedom(&label.target) == free));
    }
    for (index, label) in order {
        let taken: Vec<Rect> =
            places.iter().flatten().map(|place: &Place| place.rect).collect();
        let free = |rect: &Rect| {
            let grown = rect.grown(CLEARANCE);
            frame.holds(rect)
                && !taken.iter().any(|other| grown.overlaps(other))
                && !ground.near(grown).any(|&(_, p)| grown.contains(p))
        };
        let mut cheapest: Option<(f64, Place)> = None;
        for Candidate { place, cost } in candidates(label, frame) {
            let rect = place.rect;
            let stays = label.side.is_none_or(|side| side == place.side);
            let cost = if stays { cost } else { cost + OTHER_SIDE };
            // Ambiguity only adds to the cost.
            let is_beaten = cheapest.is_some_and(|(least, _)| cost >= least);
            if is_beaten || !free(&rect) {
                continue;
            }
            let is_curve = matches!(label.target, Target::Curve(_));
            if is_curve && ground.names_a_stranger(label.layer, &rect) {
                continue;
            }
            let cost = cost + ground.ambiguity(label.layer, &rect);
            if cheapest.is_none_or(|(least, _)| cost < least) {
                cheapest = Some((cost, place));
            }
        }
        places[index] = cheapest.map(|(_, place)| place);
    }
    places
}

/// The points of all obstacles with their layers, by columns as wide as [`AMBIGUOUS`]: a place
/// looks only at what is near.
struct Ground {
    left: f64,
    columns: Vec<Vec<(usize, (f64, f64))>>,
}

impl Ground {
    fn of(obstacles: &[Obstacle], frame: &Rect) -> Self {
        let count = ((frame.right - frame.left) / AMBIGUOUS) as usize + 1;
        let mut ground =
            Self { left: frame.left, columns: vec![Vec::new(); count] };
        for obstacle in obstacles {
            for &point in &obstacle.points {
                let column = ground.column(point.0);
                ground.columns[column].push((obstacle.layer, point));
            }
        }
        ground
    }

    /// The column of an x; what is beside the frame belongs to the outermost.
    fn column(&self, x: f64) -> usize {
        let column = (x - self.left) / AMBIGUOUS;
        (column as usize).min(self.columns.len() - 1)
    }

    /// The points of all columns that a rectangle reaches.
    fn near(&self, rect: Rect) -> impl Iterator<Item = &(usize, (f64, f64))> {
        let columns = self.column(rect.left)..=self.column(rect.right);
        self.columns[columns].iter().flatten()
    }

    /// Whether a place is nearer to another layer than to this one.
    fn names_a_stranger(&self, layer: usize, rect: &Rect) -> bool {
        let mut nearest = [AMBIGUOUS; 2];
        for &(other, point) in self.near(rect.grown(AMBIGUOUS)) {
            let of = usize::from(other != layer);
            nearest[of] = nearest[of].min(rect.distance(point));
        }
        let [own, stranger] = nearest;
        stranger < own - TIE
    }

    /// How much nearer than comfortable a place is to the curves of other layers.
    fn ambiguity(&self, layer: usize, rect: &Rect) -> f64 {
        let near = self.near(rect.grown(AMBIGUOUS));
        let strangers = near.filter(|(stranger, _)| *stranger != layer);
        let nearest = strangers
            .map(|&(_, point)| rect.distance(point))
            .fold(AMBIGUOUS, f64::min);
        1.5 * (AMBIGUOUS - nearest)
    }
}

/// The box of a line of text this wide whose left end stands at `left` and whose middle at `middle`.
fn text_box(wide: f64, left: f64, middle: f64) -> Rect {
    let height = SIZE * (ASCENT + DESCENT);
    Rect {
        left,
        top: middle - height / 2.0,
        right: left + wide,
        bottom: middle + height / 2.0,
    }
}

/// The largest [`freedom`].
const FREEST: u8 = 4;

/// Labels are placed in this order: those that can stand in few places first.
fn freedom(target: &Target) -> u8 {
    match target {
        Target::Span(..) => 0,
        Target::Rule(_) => 1,
        Target::Point(..) | Target::Summit(..) | Target::Foot(..) => 2,
        Target::Level(_) => 3,
        Target::Curve(_) | Target::Bars(_) => FREEST,
    }
}

fn candidates(label: &Label, frame: &Rect) -> Vec<Candidate> {
    let wide = text_width(&label.text, SIZE, false);
    let mut candidates = Vec::new();
    let mut add = |side: u8, left: f64, middle: f64, cost: f64| {
        let (rect, side) = (text_box(wide, left, middle), Side(side));
        candidates.push(Candidate { place: Place { rect, side }, cost });
    };
    let rows = (0..).map(|row| 10.0 + 8.0 * f64::from(row));
    let rows = rows.take_while(|row| frame.top + row < frame.bottom);
    match &label.target {
        Target::Rule(x) => {
            for row in rows {
                for gap in [6.0, 12.0, 20.0] {
                    let (middle, cost) = (frame.top + row, row + gap);
                    add(0, x + gap, middle, cost);
                    add(1, x - gap - wide, middle, cost + 1.0);
                }
            }
        }
        Target::Span(from, to) => {
            let inside = (from + to - wide) / 2.0;
            let beside = if wide + 8.0 < to - from { 40.0 } else { 0.0 };
            for row in rows {
                let middle = frame.top + row;
                add(0, inside, middle, row);
                add(1, to + 6.0, middle, row + beside);
                add(2, from - 6.0 - wide, middle, row + beside + 1.0);
            }
        }
        Target::Level(y) => {
            for step in 0..=20 {
                let left = frame.left
                    + 6.0
                    + f64::from(step) / 20.0
                        * (frame.right - frame.left - wide - 12.0);
                let cost = f64::from(20 - step);
                add(0, left, y - 11.0, cost);
                add(1, left, y + 11.0, cost + 5.0);
            }
        }
        Target::Point(x, y) => {
            for distance in [9.0, 20.0, 36.0] {
                for place in around(wide, *x, *y, distance) {
                    let cost = candidates.len() as f64;
                    candidates.push(Candidate { place, cost });
                }
            }
        }
        Target::Foot(x, foot) => {
            for row in rows {
                add(0, x + 6.0, foot - row, row);
                add(1, x - 6.0 - wide, foot - row, row + 1.0);
            }
        }
        Target::Summit(x, y) => {
            for step in 0..=20 {
                let gap = 6.0 + 8.0 * f64::from(step);
                add(0, x + gap, *y, gap);
                add(1, x - gap - wide, *y, gap + 1.0);
            }
        }
        Target::Curve(points) => return beside_a_curve(wide, points),
        Target::Bars(tops) => {
            let middle = |&[(left, y), (right, _)]: &[(f64, f64); 2]| {
                (f64::midpoint(left, right), y)
            };
            let middles: Vec<_> = tops.iter().map(middle).collect();
            candidates = beside_a_curve(wide, &middles);
            // Beside a bar where there is no room above one.
            let corners = beside_a_curve(wide, tops.as_flattened());
            candidates.extend(corners.into_iter().map(|mut corner| {
                corner.cost += BESIDE_A_BAR;
                corner
            }));
        }
    }
    candidates
}

/// The places around a point, at a distance, the best first.
fn around(wide: f64, x: f64, y: f64, distance: f64) -> [Place; 6] {
    let slant = 0.7 * distance + 3.0;
    let mut side = 0;
    [
        (x - wide / 2.0, y - distance - SIZE / 3.0),
        (x + slant, y - slant),
        (x - slant - wide, y - slant),
        (x + distance, y),
        (x - distance - wide, y),
        (x + slant, y + slant),
    ]
    .map(|(left, middle)| {
        let place =
            Place { rect: text_box(wide, left, middle), side: Side(side) };
        side += 1;
        place
    })
}

/// The places beside a curve, those near its highest point cheapest.
fn beside_a_curve(wide: f64, points: &[(f64, f64)]) -> Vec<Candidate> {
    let top =
        points.iter().copied().min_by(|one, other| one.1.total_cmp(&other.1));
    let Some((top_x, top_y)) = top else {
        return Vec::new();
    };
    let step = points.len().div_ceil(TRIES).max(1);
    let mut candidates = Vec::new();
    let mut stand_at = |(x, y): (f64, f64)| {
        let cost = 0.05 * (x - top_x).abs() + 0.12 * (y - top_y).abs();
        for place in around(wide, x, y, 6.0) {
            candidates.push(Candidate { place, cost });
        }
    };
    // The cheapest first: others are often beaten by it.
    stand_at((top_x, top_y));
    points.iter().step_by(step).for_each(|&point| stand_at(point));
    candidates
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geometry::dense;

    const FRAME: Rect =
        Rect { left: 0.0, top: 0.0, right: 400.0, bottom: 200.0 };

    fn curve(height: f64, center: f64, layer: usize) -> (Label, Obstacle) {
        let bell = |x: f64| {
            let z = (x - center) / 40.0;
            195.0 - height * libm::exp(-0.5 * z * z)
        };
        let points: Vec<_> =
            (0..=400).map(|x| (f64::from(x), bell(f64::from(x)))).collect();
        let label = Label {
            layer,
            text: format!("curve {layer}"),
            ink: Ink::First,
            target: Target::Curve(points.clone()),
            side: None,
        };
        let points = dense(&points, 2.0);
        (label, Obstacle { layer, points })
    }

    #[test]
    fn a_label_without_room_has_no_place() {
        let (label, obstacle) = curve(100.0, 200.0, 0);
        let tight = Rect { right: 20.0, ..FRAME };
        assert_eq!(place(&[label], &[obstacle], &tight), [None]);
    }

    proptest! {
        #[test]
        fn while_a_reader_drags_a_label_stays_on_its_side(
            height in 80.0..150.0,
            center in 120.0..280.0,
            side in 0_u8..3,
        ) {
            let (label, obstacle) = curve(height, center, 0);
            let label = Label { side: Some(Side(side)), ..label };
            let places = place(&[label], &[obstacle], &FRAME);
            prop_assert_eq!(places[0].map(|place| place.side), Some(Side(side)));
        }

        #[test]
        fn labels_never_overlap_each_other_or_a_curve_or_the_frame(
            bells in prop::collection::vec((5.0..190.0, 0.0..400.0), 1..5),
            rule in 0.0..400.0,
        ) {
            let (mut labels, obstacles): (Vec<_>, Vec<_>) = bells
                .iter()
                .enumerate()
                .map(|(layer, &(height, center))| curve(height, center, layer))
                .unzip();
            labels.push(Label {
                layer: 9,
                text: "the cut".to_owned(),
                ink: Ink::Accent,
                target: Target::Rule(rule),
                side: None,
            });
            let places = place(&labels, &obstacles, &FRAME);
            let placed: Vec<Rect> =
                places.iter().flatten().map(|place| place.rect).collect();
            for (index, rect) in placed.iter().enumerate() {
                prop_assert!(FRAME.holds(rect));
                prop_assert!(!placed[..index].iter().any(|other| other.overlaps(rect)));
                for obstacle in &obstacles {
                    prop_assert!(!obstacle.points.iter().any(|&point| rect.contains(point)));
                }
            }
            // The label of the rule is the last.
            for (layer, place) in places.iter().take(obstacles.len()).enumerate() {
                let Some(Place { rect, .. }) = place else { continue };
                let to = |obstacle: &Obstacle| {
                    let points = obstacle.points.iter();
                    points.map(|&point| rect.distance(point)).fold(f64::INFINITY, f64::min)
                };
                let own = to(&obstacles[layer]);
                for stranger in &obstacles {
                    prop_assert!(to(stranger) >= own - 2.0 * TIE, "{rect:?}");
                }
            }
        }
    }
}
