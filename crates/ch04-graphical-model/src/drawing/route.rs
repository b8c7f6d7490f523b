//! The ways of arrows past the nodes that they do not concern.

use figure::{Ink, Outline};

use super::layout::COUNT_LINE;
use crate::{Arrow, Graph, Kind, Layout};

/// How far an arrow keeps from the nodes that it passes, in their radii.
const CLEARANCE: f64 = 0.25;

/// How many gaps to either end of an arrow are tried together.
const NEAR: usize = 6;

/// The outline of a node: a circle, or the box of a parameter.
pub(crate) fn outline(graph: &Graph, layout: &Layout, node: usize) -> Outline {
    let (center, radius) = (layout.centers[node], layout.radius);
    match graph.nodes[node].kind() {
        Kind::Latent => Outline::circle(center, radius, Ink::Whole),
        Kind::Observed => Outline::circle(center, radius, Ink::Whole).shaded(),
        Kind::Parameter => {
            let side = 1.6 * radius;
            Outline::rectangle_around(center, (side, side), Ink::Whole)
        }
    }
}

/// Every arrow of a graph from border to border.
pub(crate) fn arrows(graph: &Graph, layout: &Layout) -> Vec<Arrow> {
    let obstacles = obstacles(layout);
    let gaps = gaps(layout);
    let route = |(from, to): (usize, usize)| {
        let ends = [layout.centers[from], layout.centers[to]];
        let free = |way: &[(f64, f64)]| {
            let mut strangers = obstacles
                .iter()
                .filter(|(node, ..)| ![Some(from), Some(to)].contains(node));
            strangers.all(|&(_, center, room)| {
                way.windows(2).all(|leg| distance(center, leg) >= room)
            })
        };
        let mut way = ends.to_vec();
        if !free(&way) {
            let mut shortest = f64::INFINITY;
            for detour in detours(layout, &gaps, ends) {
                let length = length(&detour);
                if length < shortest && free(&detour) {
                    (way, shortest) = (detour, length);
                }
            }
        }
        let last = way.len() - 1;
        let begin = outline(graph, layout, from).border(way[1]);
        let end = outline(graph, layout, to).border(way[last - 1]);
        (way[0], way[last]) = (begin, end);
        Arrow { from, to, points: way }
    };
    graph.arrow_indices().map(route).collect()
}

/// What arrows keep off: the nodes, and the counts of the plates in their corners, as circles.
fn obstacles(layout: &Layout) -> Vec<(Option<usize>, (f64, f64), f64)> {
    let room = (1.0 + CLEARANCE) * layout.radius;
    let nodes = layout.centers.iter().enumerate();
    let nodes = nodes.map(|(node, &center)| (Some(node), center, room));
    let line = layout.scale * COUNT_LINE;
    let counts = layout.frames.iter().flat_map(|frame| {
        [0.6, 1.5].map(|step| {
            let center = (frame.right - step * line, frame.bottom - line / 2.0);
            (None, center, line / 2.0)
        })
    });
    nodes.chain(counts).collect()
}

/// The gaps beside the nodes, from left to right.
fn gaps(layout: &Layout) -> Vec<f64> {
    let beside = 1.6 * layout.radius;
    let inside = layout.radius..layout.width - layout.radius;
    let mut gaps = Vec::new();
    for center in &layout.centers {
        for x in [center.0 - beside, center.0 + beside] {
            if inside.contains(&x) {
                gaps.insert(gaps.partition_point(|&gap| gap < x), x);
            }
        }
    }
    gaps.dedup_by(|one, other| (*one - *other).abs() < layout.radius / 4.0);
    gaps
}

/// The gaps nearest to `x`, the nearest first; of two equally near the left one.
fn nearest(gaps: &[f64], x: f64) -> Vec<f64> {
    let (left, right) = gaps.split_at(gaps.partition_point(|&gap| gap < x));
    let mut left = left.iter().rev().copied().peekable();
    let mut right = right.iter().copied().peekable();
    let next = || match (left.peek(), right.peek()) {
        (Some(l), Some(r)) if r - x < x - l => right.next(),
        (Some(_), _) => left.next(),
        (None, _) => right.next(),
    };
    std::iter::from_fn(next).take(NEAR).collect()
}

/// Ways with one bend or two, through the gaps between the nodes.
fn detours(
    layout: &Layout,
    gaps: &[f64],
    [from, to]: [(f64, f64); 2],
) -> Vec<Vec<(f64, f64)>> {
    // Just below the line of the one end, and just above that of the other.
    let [first, second] =
        [from.1 + 2.0 * layout.radius, to.1 - 2.0 * layout.radius];
    let near = |x: f64| nearest(gaps, x);
    let across = near(from.0)
        .into_iter()
        .flat_map(|start| near(to.0).into_iter().map(move |end| (start, end)));
    let down = gaps.iter().map(|&x| (x, x));
    let two_bends = down
        .chain(across)
        .map(|(start, end)| vec![from, (start, first), (end, second), to]);
    let one_bend = gaps
        .iter()
        .flat_map(|&x| [first, second].map(|y| vec![from, (x, y), to]));
    one_bend.chain(two_bends).collect()
}

fn length(way: &[(f64, f64)]) -> f64 {
    let leg = |leg: &[(f64, f64)]| {
        libm::hypot(leg[1].0 - leg[0].0, leg[1].1 - leg[0].1)
    };
    way.windows(2).map(leg).sum()
}

/// The distance from a point to a stretch of a line.
fn distance((x, y): (f64, f64), leg: &[(f64, f64)]) -> f64 {
    let ((x0, y0), (x1, y1)) = (leg[0], leg[1]);
    let (dx, dy) = (x1 - x0, y1 - y0);
    let square = dx * dx + dy * dy;
    let along = if square > 0.0 {
        (((x - x0) * dx + (y - y0) * dy) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    libm::hypot(x0 + along * dx - x, y0 + along * dy - y)
}
