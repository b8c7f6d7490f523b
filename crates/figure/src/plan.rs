//! Where the parts of a panel go: the plot between its axes, the words around it, the labels in it.

use crate::{
    axis::Tick,
    canvas::{ROW, heading_lines},
    geometry::{Rect, WIDE, clip_polyline, dense},
    labels::{self, Label, Obstacle, Place, Side, Target},
    number,
    panel::{Panel, Shape},
    text,
};

/// The size of the ticks' numbers and of the axes' names.
pub(crate) const TICK_SIZE: f64 = 13.5;

/// How long a tick is.
pub(crate) const TICK_LENGTH: f64 = 4.0;

/// Where the parts of a panel go.
pub(crate) struct Plan {
    /// The rectangle between the axes' ends.
    pub(crate) plot: Rect,
    pub(crate) x_ticks: Vec<Tick>,
    pub(crate) y_ticks: Vec<Tick>,
    /// The labels and their places; those without one stand in the key.
    pub(crate) labels: Vec<(Label, Option<Place>)>,
    /// How many rows of words there are between the vertical axis's name and the plot.
    pub(crate) rows: usize,
    /// The lines over the panel.
    pub(crate) heading: Vec<String>,
    /// The height of the horizontal axis's name.
    pub(crate) x_name: f64,
    /// Where the next panel may begin.
    pub(crate) bottom: f64,
}

impl Plan {
    pub(crate) fn new(
        panel: &Panel,
        (left, top): (f64, f64),
        width: f64,
    ) -> Self {
        let heading = heading_lines(&panel.heading, width);
        let name = usize::from(!panel.y.label.is_empty());
        let head = top + 9.0 + ROW * (heading.len() + name) as f64;
        let corner = (left, head);
        let start = panel.start.as_ref().map(|start| {
            let plan = Self::without_key(start, None, corner, width);
            (plan.rows_of_key(start), plan)
        });
        let (rows, start) = start.unzip();
        let mut plan = Self::without_key(panel, start.as_ref(), corner, width);
        plan.heading = heading;
        plan.lower(plan.crowding(panel));
        // The rows of the start are kept free, so that the plot stays where it is.
        plan.rows = plan.rows_of_key(panel).max(rows.unwrap_or_default());
        plan.lower(ROW * plan.rows as f64);
        plan
    }

    /// How many rows of the key have no other words beside them: the first one stands beside the
    /// vertical axis's name, if that has one.
    fn rows_of_key(&self, panel: &Panel) -> usize {
        let shared = usize::from(!panel.y.label.is_empty());
        self.key(panel).len().saturating_sub(shared)
    }

    /// The rows of the key, each label with its distance from the left end of the plot.
    pub(crate) fn key(&self, panel: &Panel) -> Key<'_> {
        let name = text::text_width(&panel.y.label, TICK_SIZE, false);
        let name = if name > 0.0 { 2.0 + name + 22.0 } else { 0.0 };
        let room = self.plot.right - self.plot.left;
        let homeless = self.labels.iter().filter(|(_, place)| place.is_none());
        let homeless = homeless.map(|(label, _)| label);
        key_rows(homeless, (name - self.plot.left).max(0.0), room)
    }

    /// On which side a label stands that names the same thing.
    fn side_of(&self, label: &Label) -> Option<Side> {
        let is_same = |other: &Label| {
            other.layer == label.layer && other.text == label.text
        };
        let same = self.labels.iter().find(|(other, _)| is_same(other))?;
        same.1.map(|place| place.side)
    }

    /// By how much a number at the upper end of the vertical axis comes too close to its name.
    fn crowding(&self, panel: &Panel) -> f64 {
        let units = to_units(panel, &self.plot);
        let highest =
            self.y_ticks.iter().map(|tick| units((panel.x.min, tick.at)).1);
        let room = highest.fold(f64::INFINITY, f64::min) - self.plot.top;
        if panel.y.label.is_empty() {
            0.0
        } else {
            (TICK_SIZE / 2.0 - room).max(0.0)
        }
    }

    /// Makes room over the plot: all that hangs on it moves down with it.
    fn lower(&mut self, by: f64) {
        let lower = |rect: &mut Rect| {
            rect.top += by;
            rect.bottom += by;
        };
        lower(&mut self.plot);
        for (_, place) in &mut self.labels {
            if let Some(place) = place {
                lower(&mut place.rect);
            }
        }
        self.x_name += by;
        self.bottom += by;
    }

    /// The plan of a panel that has no key yet; its labels stand as they did at the `start`.
    fn without_key(
        panel: &Panel,
        start: Option<&Self>,
        (left, top): (f64, f64),
        width: f64,
    ) -> Self {
        let plot =
            Rect { left, top, right: width - 14.0, bottom: top + panel.height };
        let obstacles = obstacles(panel, &plot);
        let mut labels = wanted(panel, &plot);
        for label in &mut labels {
            label.side = start.and_then(|start| start.side_of(label));
        }
        let places = labels::place(&labels, &obstacles, &plot);
        // Below the words at the axis's ends where there is no room between them.
        let below = if has_room_for_name(panel, &plot) { 25.0 } else { 44.0 };
        let x_name = plot.bottom + below;
        Self {
            plot,
            x_ticks: with_room(panel, &plot, width),
            y_ticks: panel.y.marks(if panel.height < 120.0 {
                3.0
            } else {
                5.0
            }),
            labels: labels.into_iter().zip(places).collect(),
            rows: 0,
            heading: Vec::new(),
            x_name,
            bottom: if panel.x.label.is_empty() {
                plot.bottom + 30.0
            } else {
                x_name + 25.0
            },
        }
    }
}

/// Whether the name of the horizontal axis stands clear of the words at its ends.
fn has_room_for_name(panel: &Panel, plot: &Rect) -> bool {
    let wide = |words: &str| text::text_width(words, TICK_SIZE, false);
    let ends = panel.x.ends.map(wide);
    let room = plot.right - plot.left - 2.0 * ends[0].max(ends[1]) - 20.0;
    wide(&panel.x.label) <= room || ends == [0.0; 2]
}

/// The ticks of the horizontal axis whose numbers stand in the picture and clear of each other.
fn with_room(panel: &Panel, plot: &Rect, width: f64) -> Vec<Tick> {
    let units = to_units(panel, plot);
    let mut free_from = 0.0;
    let mut has_room = |tick: &Tick| {
        let middle = units((tick.at, panel.y.min)).0;
        let half = text::text_width(&tick.text, TICK_SIZE, false) / 2.0;
        let room = free_from <= middle - half && middle + half <= width;
        if room {
            free_from = middle + half + 5.0;
        }
        room
    };
    panel
        .x
        .marks(7.0 * width / WIDE)
        .into_iter()
        .filter(|tick| has_room(tick))
        .collect()
}

/// Room for the numbers beside the vertical axis.
pub(crate) fn left_margin(panel: &Panel) -> f64 {
    let ticks = panel.y.marks(5.0);
    let widest =
        ticks.iter().map(|tick| text::text_width(&tick.text, TICK_SIZE, false));
    widest.fold(0.0, f64::max) + TICK_LENGTH + 12.0
}

/// From data to user units.
pub(crate) fn to_units(
    panel: &Panel,
    plot: &Rect,
) -> impl Fn((f64, f64)) -> (f64, f64) {
    let (plot, x, y) = (*plot, panel.x.clone(), panel.y.clone());
    move |(across, up)| {
        (
            plot.left
                + (across - x.min) / (x.max - x.min) * (plot.right - plot.left),
            plot.bottom
                - (up - y.min) / (y.max - y.min) * (plot.bottom - plot.top),
        )
    }
}

/// The part of the plane that a panel shows, in data.
pub(crate) fn window(panel: &Panel) -> Rect {
    Rect {
        left: panel.x.min,
        top: panel.y.min,
        right: panel.x.max,
        bottom: panel.y.max,
    }
}

/// The corners of bars inside the window, in data: left, base, right, top.
pub(crate) fn visible_bars(panel: &Panel, shape: &Shape) -> Vec<[f64; 4]> {
    let Shape::Bars { edges, bases, tops } = shape else {
        return Vec::new();
    };
    let (x, y) = (&panel.x, &panel.y);
    let bars = edges.windows(2).zip(bases.iter().zip(tops));
    bars.map(|(edge, (base, top))| {
        [
            edge[0].clamp(x.min, x.max),
            base.clamp(y.min, y.max),
            edge[1].clamp(x.min, x.max),
            top.clamp(y.min, y.max),
        ]
    })
    .filter(|[left, base, right, top]| left < right && base < top)
    .collect()
}

/// What labels keep off, in user units.
fn obstacles(panel: &Panel, plot: &Rect) -> Vec<Obstacle> {
    let units = to_units(panel, plot);
    let along = |points: &[(f64, f64)]| {
        let points: Vec<_> = points.iter().map(|&point| units(point)).collect();
        dense(&points, 2.5)
    };
    let line = |points: &[(f64, f64)]| {
        let pieces = clip_polyline(points, &window(panel));
        pieces.iter().flat_map(|piece| along(piece)).collect()
    };
    let points_of = |shape: &Shape| -> Vec<(f64, f64)> {
        match shape {
            Shape::Bars { .. } => {
                // A lattice over each bar, too close for a word to stand between its rows: the
                // bar's tint is no ground for words.
                let mut lattice = Vec::new();
                for [left, base, right, top] in visible_bars(panel, shape) {
                    let ends = [units((left, base)), units((left, top))];
                    for (_, row) in dense(&ends, labels::SIZE / 2.0) {
                        let row =
                            [(ends[0].0, row), (units((right, base)).0, row)];
                        lattice.extend(dense(&row, 2.5));
                    }
                }
                lattice
            }
            Shape::Line(points, _) => line(points),
            Shape::Rule(x) => along(&[(*x, panel.y.min), (*x, panel.y.max)]),
            Shape::Level(y) => along(&[(panel.x.min, *y), (panel.x.max, *y)]),
            Shape::Dots(points, _) => {
                points.iter().map(|&point| units(point)).collect()
            }
            Shape::Note(x, y) => vec![units((*x, *y))],
            Shape::Drop(x, y) => line(&[(*x, *y), (*x, panel.y.min)]),
            Shape::Area(_) | Shape::Span(..) => Vec::new(),
        }
    };
    let layers = panel.layers.iter().map(|layer| points_of(&layer.shape));
    // The ghosts are nobody's.
    let ghosts = panel.ghosts().map(line);
    let clear = panel.clear.iter().map(|&at| around(units(at)));
    layers
        .chain(ghosts)
        .chain(clear)
        .enumerate()
        .map(|(layer, points)| Obstacle { layer, points })
        .collect()
}

/// What a point that is taken hold of covers.
fn around((x, y): (f64, f64)) -> Vec<(f64, f64)> {
    const REACH: f64 = 6.0;
    let steps = [-REACH, 0.0, REACH];
    steps.iter().flat_map(|dx| steps.map(|dy| (x + dx, y + dy))).collect()
}

/// The labels of a panel and what they stand at.
fn wanted(panel: &Panel, plot: &Rect) -> Vec<Label> {
    let units = to_units(panel, plot);
    let curve = |points: &[(f64, f64)]| {
        let pieces = clip_polyline(points, &window(panel));
        Target::Curve(pieces.concat().into_iter().map(&units).collect())
    };
    let target = |shape: &Shape| match shape {
        Shape::Rule(x) => Target::Rule(units((*x, 0.0)).0),
        Shape::Level(y) => Target::Level(units((0.0, *y)).1),
        Shape::Span(from, to) => {
            Target::Span(units((*from, 0.0)).0, units((*to, 0.0)).0)
        }
        Shape::Note(x, y) => {
            let (x, y) = units((*x, *y));
            Target::Point(x, y)
        }
        Shape::Drop(x, _) => {
            let (x, foot) = units((*x, panel.y.min));
            Target::Foot(x, foot)
        }
        Shape::Bars { .. } => {
            let bars = visible_bars(panel, shape);
            let top = |[left, _, right, top]: [f64; 4]| {
                [left, right].map(|x| units((x, top)))
            };
            Target::Bars(bars.into_iter().map(top).collect())
        }
        Shape::Area(points) | Shape::Line(points, _) => curve(points),
        Shape::Dots(points, _) => {
            Target::Curve(points.iter().map(|&point| units(point)).collect())
        }
    };
    let layers = || panel.layers.iter().enumerate();
    let mut labels: Vec<Label> = layers()
        .filter(|(_, layer)| {
            !layer.label.is_empty() && is_seen(panel, &layer.shape)
        })
        .map(|(index, layer)| Label {
            layer: index,
            text: layer.label.clone(),
            ink: layer.ink,
            target: target(&layer.shape),
            side: None,
        })
        .collect();
    // Of what rises out of the panel the height is told where it leaves it, once at a place.
    let mut told = Vec::new();
    for (index, layer) in layers() {
        if let Some((x, height)) = summit(panel, &layer.shape) {
            let (x, top) = units((x, panel.y.max));
            if told.iter().all(|other: &f64| (other - x).abs() > SUMMITS_APART)
            {
                told.push(x);
                labels.push(Label {
                    layer: index,
                    text: format!("↑ {}", number(height, 2)),
                    ink: layer.ink,
                    target: Target::Summit(x, top + labels::SIZE),
                    side: None,
                });
            }
        }
    }
    labels
}

/// Two summits this near to each other are one.
const SUMMITS_APART: f64 = 40.0;

/// Where a curve or a row of bars has its highest point, if that is above the panel and not at one
/// of its sides.
fn summit(panel: &Panel, shape: &Shape) -> Option<(f64, f64)> {
    let seen = panel.x.min..=panel.x.max;
    let points: Vec<(f64, f64)> = match shape {
        Shape::Line(points, _) => {
            points.iter().copied().filter(|(x, _)| seen.contains(x)).collect()
        }
        Shape::Bars { edges, tops, .. } => edges
            .windows(2)
            .map(|edge| f64::midpoint(edge[0], edge[1]))
            .zip(tops.iter().copied())
            .filter(|(x, _)| seen.contains(x))
            .collect(),
        _ => return None,
    };
    let highest =
        points.iter().map(|point| point.1).fold(panel.y.max, f64::max);
    let inner = 1..points.len().saturating_sub(1);
    let at = points.iter().position(|point| point.1 == highest)?;
    (highest > panel.y.max && inner.contains(&at)).then(|| points[at])
}

/// Whether a rule or a note lies inside the window; what lies outside it is not labelled.
fn is_seen(panel: &Panel, shape: &Shape) -> bool {
    let window = window(panel);
    match *shape {
        Shape::Rule(x) | Shape::Drop(x, _) => window.contains((x, panel.y.min)),
        Shape::Level(y) => window.contains((panel.x.min, y)),
        Shape::Note(x, y) => window.contains((x, y)),
        Shape::Span(from, to) => from.max(panel.x.min) < to.min(panel.x.max),
        _ => true,
    }
}

/// Rows of labels, each with its distance from the left end of the plot.
type Key<'a> = Vec<Vec<(f64, &'a Label)>>;

/// Labels in rows at most as wide as the plot, each with its distance from the left; the first row
/// begins at `start`.
fn key_rows<'a>(
    labels: impl Iterator<Item = &'a Label>,
    start: f64,
    room: f64,
) -> Key<'a> {
    let mut rows: Key<'_> = Vec::new();
    let mut used = start;
    for label in labels {
        let wide =
            30.0 + text::text_width(&label.text, labels::SIZE, false) + 18.0;
        let is_full = used + wide > room + 18.0;
        if rows.is_empty() || is_full {
            // Where the first does not fit beside the name, it is left empty.
            if rows.is_empty() && is_full && start > 0.0 {
                rows.push(Vec::new());
            }
            rows.push(Vec::new());
            used = if is_full { 0.0 } else { start };
        }
        if let Some(row) = rows.last_mut() {
            row.push((used, label));
        }
        used += wide;
    }
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Axis, Ink};

    proptest! {
        #[test]
        fn no_word_stands_on_a_bar_however_tall(
            first in prop::collection::vec(0.0..40.0, 8),
            second in prop::collection::vec(0.0..40.0, 8),
            height in 60.0..400.0,
        ) {
            let edges: Vec<f64> = (0..=8).map(f64::from).collect();
            let tops: Vec<f64> =
                first.iter().zip(&second).map(|(a, b)| a + b).collect();
            let axes = [("x", 8.0), ("y", 85.0)];
            let [x, y] = axes.map(|(name, max)| Axis::new(name, 0.0, max));
            let panel = Panel::new(x, y)
                .height(height)
                .bars("prepared", edges.clone(), first.clone(), Ink::First)
                .stacked_bars("unprepared", edges, first, tops, Ink::Second);
            let plan = Plan::without_key(&panel, None, (40.0, 20.0), WIDE);
            let units = to_units(&panel, &plan.plot);
            let bars = panel.layers.iter();
            let bars: Vec<Rect> = bars
                .flat_map(|layer| visible_bars(&panel, &layer.shape))
                .map(|[left, base, right, top]| {
                    let ((left, bottom), (right, top)) =
                        (units((left, base)), units((right, top)));
                    Rect { left, top, right, bottom }
                })
                .collect();
            for (label, place) in &plan.labels {
                let is_clear = place.is_none_or(|place| {
                    !bars.iter().any(|bar| bar.overlaps(&place.rect))
                });
                prop_assert!(is_clear, "{} at {place:?}", label.text);
            }
        }
    }
}
