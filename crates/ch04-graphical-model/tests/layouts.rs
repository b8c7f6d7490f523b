//! Where nodes, arrows and plates stand: by geometry.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::collections::BTreeSet;

use ch04::{
    Graph, Layout, Plate, Sketch, gmm, gmm_with_both_plates,
    gmm_with_class_plate, gmm_with_observations,
};
use chapter::testing::assert_sound;
use figure::{NARROW, Plot, Rect, WIDE};
use proptest::prelude::*;

const WIDTHS: [f64; 2] = [WIDE, NARROW];

fn of_the_book() -> Vec<Graph> {
    let mut graphs = vec![gmm().unwrap()];
    graphs
        .extend((1..=5).map(|classes| gmm_with_class_plate(classes).unwrap()));
    graphs.extend(
        (1..=3).map(|students| gmm_with_observations(students).unwrap()),
    );
    for classes in 1..=4 {
        for students in 1..=6 {
            let rolled = gmm_with_both_plates(classes, students).unwrap();
            graphs.push(rolled.unroll().unwrap());
            graphs.push(rolled);
        }
    }
    graphs.push(schools());
    graphs
}

/// A graph in every width.
fn layouts(graph: &Graph) -> [Layout; 2] {
    WIDTHS.map(|width| Layout::of(graph, width))
}

fn schools() -> Graph {
    Graph::builder()
        .parameters(["τ"])
        .latent("S")
        .latent("C")
        .observed("X")
        .arrows([("τ", "S"), ("S", "C"), ("C", "X")])
        .plate(Plate::from_one("n", "N", 3).around(["X"]))
        .plate(Plate::from_one("s", "K", 4).around(["S", "C", "X"]))
        .plate(Plate::from_one("c", "C", 5).around(["C", "X"]))
        .build()
        .unwrap()
}

fn of_numbers(nodes: usize, arrows: &BTreeSet<(usize, usize)>) -> Graph {
    let names: Vec<String> =
        (0..nodes).map(|node| format!("v{node}")).collect();
    let builder = names
        .iter()
        .fold(Graph::builder(), |builder, name| builder.latent(name));
    let arrows = arrows.iter().map(|&(from, to)| (&*names[from], &*names[to]));
    builder.arrows(arrows).build().unwrap()
}

fn drawn(graph: &Graph) {
    let plot = Plot::new("A graph").diagram(Sketch::of(graph).diagram());
    for width in WIDTHS {
        let picture = plot.clone().width(width).draw("graph").unwrap();
        assert_sound(&picture.svg, "graph");
        assert_eq!(picture.table.rows.len(), graph.nodes().len());
    }
}

fn distance_to_leg((x, y): (f64, f64), leg: &[(f64, f64)]) -> f64 {
    let steps = 400;
    let at = |step: i32| {
        let t = f64::from(step) / f64::from(steps);
        let (dx, dy) = (leg[1].0 - leg[0].0, leg[1].1 - leg[0].1);
        libm::hypot(leg[0].0 + t * dx - x, leg[0].1 + t * dy - y)
    };
    (0..=steps).map(at).fold(f64::INFINITY, f64::min)
}

/// Nodes keep apart and inside the picture, children stand below their parents, arrows go from
/// border to border.
fn assert_sane(graph: &Graph, layout: &Layout) {
    for (node, one) in layout.centers.iter().enumerate() {
        assert!(
            one.0 >= layout.radius && one.0 <= layout.width - layout.radius
        );
        assert!(one.1 >= layout.radius);
        for other in &layout.centers[..node] {
            let apart = libm::hypot(one.0 - other.0, one.1 - other.1);
            assert!(apart > 2.2 * layout.radius, "{one:?} {other:?}");
        }
    }
    assert_eq!(layout.arrows.len(), graph.arrows().count());
    for arrow in &layout.arrows {
        let [from, to] =
            [arrow.from, arrow.to].map(|node| layout.centers[node]);
        assert!(from.1 < to.1, "a child stands below its parents");
        let ends =
            [(from, arrow.points[0]), (to, *arrow.points.last().unwrap())];
        for (center, end) in ends {
            let reach = libm::hypot(center.0 - end.0, center.1 - end.1);
            // The corner of a parameter's box reaches a little beyond the circle.
            assert!((0.79..1.14).contains(&(reach / layout.radius)), "{reach}");
        }
    }
}

fn contains(frame: &Rect, (x, y): (f64, f64), radius: f64) -> bool {
    frame.left <= x - radius
        && x + radius <= frame.right
        && frame.top <= y - radius
        && y + radius <= frame.bottom
}

fn touches(frame: &Rect, (x, y): (f64, f64), radius: f64) -> bool {
    frame.left < x + radius
        && x - radius < frame.right
        && frame.top < y + radius
        && y - radius < frame.bottom
}

/// How many arrows pass over nodes that they do not concern.
fn passes(layout: &Layout) -> usize {
    let mut passes = 0;
    for arrow in &layout.arrows {
        for (node, &center) in layout.centers.iter().enumerate() {
            let concerned = [arrow.from, arrow.to].contains(&node);
            let mut legs = arrow.points.windows(2);
            if !concerned
                && legs.any(|leg| distance_to_leg(center, leg) < layout.radius)
            {
                passes += 1;
            }
        }
    }
    passes
}

#[test]
fn in_the_graphs_of_the_book_no_arrow_passes_over_a_node_that_it_does_not_concern()
 {
    for graph in of_the_book() {
        drawn(&graph);
        for layout in layouts(&graph) {
            assert_sane(&graph, &layout);
            // The phone has no room for more than the figure's sliders ask for.
            let is_asked_for =
                layout.width == WIDE || graph.nodes().len() <= 17;
            let passes = if is_asked_for { passes(&layout) } else { 0 };
            assert_eq!(passes, 0, "{}", graph.factorization_text());
        }
    }
}

#[test]
fn a_plate_is_around_its_nodes_and_touches_no_other() {
    let graphs = of_the_book();
    let layouts = graphs
        .iter()
        .flat_map(|graph| layouts(graph).map(|layout| (graph, layout)));
    for (graph, layout) in layouts {
        assert_eq!(layout.frames.len(), graph.plates().len());
        for (plate, frame) in graph.plates().iter().zip(&layout.frames) {
            for (node, &center) in graph.nodes().iter().zip(&layout.centers) {
                if plate.nodes().any(|name| name == node.name()) {
                    assert!(contains(frame, center, layout.radius), "{node:?}");
                } else {
                    assert!(!touches(frame, center, layout.radius), "{node:?}");
                }
            }
        }
    }
}

#[test]
fn in_the_graphs_of_the_book_no_arrow_crosses_the_count_of_a_plate() {
    for layout in of_the_book().iter().flat_map(layouts) {
        for frame in &layout.frames {
            // "𝑁 = 3", and a little around it.
            let (right, bottom) = (frame.right - 6.0, frame.bottom - 3.0);
            let count =
                Rect { left: right - 40.0, top: bottom - 14.0, right, bottom };
            let legs =
                layout.arrows.iter().flat_map(|arrow| arrow.points.windows(2));
            for leg in legs {
                let on_the_leg = (0..=400).map(|step| {
                    let t = f64::from(step) / 400.0;
                    let [(x0, y0), (x1, y1)] = [leg[0], leg[1]];
                    (x0 + t * (x1 - x0), y0 + t * (y1 - y0))
                });
                for point in on_the_leg {
                    assert!(!touches(&count, point, 0.0), "{leg:?} {count:?}");
                }
            }
        }
    }
}

#[test]
fn plates_lie_inside_each_other_as_their_nodes_do_and_apart_otherwise() {
    for nested in layouts(&schools()) {
        let [outer, middle, inner] = nested.frames[..] else { unreachable!() };
        for (outer, inner) in [(outer, middle), (middle, inner)] {
            assert!(outer.left < inner.left && inner.right < outer.right);
            assert!(outer.top < inner.top && inner.bottom < outer.bottom);
        }
    }
    for both in layouts(&gmm_with_both_plates(2, 3).unwrap()) {
        let [one, other] = both.frames[..] else { unreachable!() };
        assert!(one.right < other.left || other.right < one.left);
    }
}

#[test]
fn the_graph_of_the_book_is_drawn_straight_and_symmetrical() {
    for layout in layouts(&gmm().unwrap()) {
        let [pi, mu, sigma, z, x] = layout.centers[..] else { unreachable!() };
        assert!(pi.0 == z.0 && z.0 == x.0 && pi.1 < z.1 && z.1 < x.1);
        assert_eq!((mu.1, sigma.1), (z.1, z.1));
        assert!((z.0 - mu.0 - (sigma.0 - z.0)).abs() < 1e-9 && mu.0 < z.0);
    }
}

#[test]
fn a_hundred_nodes_are_laid_out_whether_chain_star_or_alone() {
    let chain: BTreeSet<_> = (1..100).map(|node| (node - 1, node)).collect();
    let star: BTreeSet<_> = (1..100).map(|node| (0, node)).collect();
    let funnel: BTreeSet<_> = (0..99).map(|node| (node, 99)).collect();
    for arrows in [chain, star, funnel, BTreeSet::new()] {
        let graph = of_numbers(100, &arrows);
        drawn(&graph);
        for layout in layouts(&graph) {
            assert_sane(&graph, &layout);
            assert_eq!(passes(&layout), 0);
        }
    }
}

#[test]
fn a_graph_without_nodes_is_drawn_as_words() {
    drawn(&Graph::builder().build().unwrap());
}

#[test]
fn what_is_written_beside_no_node_is_refused() {
    let graph = gmm().unwrap();
    let sketch = Sketch::of(&graph).emphasize("Y", figure::Ink::Accent);
    assert_eq!(
        sketch.unwrap_err().to_string(),
        "no node is called `Y`; the nodes are π, μ, σ, Z, X"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_graph_of_a_hundred_nodes_is_laid_out_without_overlaps(
        arrows in prop::collection::btree_set((0_usize..100, 0_usize..100), 0..200),
    ) {
        let arrows: BTreeSet<_> =
            arrows.into_iter().filter(|(from, to)| from < to).collect();
        let graph = of_numbers(100, &arrows);
        drawn(&graph);
        for layout in layouts(&graph) {
            assert_sane(&graph, &layout);
            prop_assert_eq!(Layout::of(&graph, layout.width), layout);
        }
    }

    #[test]
    fn plates_anywhere_are_around_their_nodes_alone(
        arrows in prop::collection::btree_set((0_usize..12, 0_usize..12), 0..20),
        sizes in (1_usize..5, 1_usize..5),
        inner in 1_usize..4,
    ) {
        // Nodes in a plate, in one inside of it, in another one, and in none.
        let names: Vec<String> = (0..12).map(|node| format!("v{node}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (one, other) = sizes;
        let builder = names.iter().fold(Graph::builder(), |graph, name| graph.latent(name));
        let graph = builder
            .arrows(arrows.into_iter().filter(|(a, b)| a < b).map(|(a, b)| (names[a], names[b])))
            .plate(Plate::from_one("i", "I", 2).around(names[..one].iter().copied()))
            .plate(Plate::from_one("j", "J", 2).around(names[6..6 + other].iter().copied()))
            .plate(Plate::from_one("k", "K", 2).around(names[..inner.min(one)].iter().copied()))
            .build()
            .unwrap();
        drawn(&graph);
        for layout in layouts(&graph) {
            assert_sane(&graph, &layout);
            for (plate, frame) in graph.plates().iter().zip(&layout.frames) {
                for (node, &center) in graph.nodes().iter().zip(&layout.centers) {
                    let inside = plate.nodes().any(|name| name == node.name());
                    prop_assert_eq!(contains(frame, center, layout.radius), inside);
                    prop_assert_eq!(touches(frame, center, layout.radius), inside);
                }
            }
        }
    }
}
