//! What is a graph and what is none, what it says, and what its plates unroll to.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::collections::BTreeSet;

use ch04::{
    Graph, GraphBuilder, Kind, Node, Plate, gmm, gmm_with_both_plates,
    gmm_with_class_plate, gmm_with_observations,
};
use proptest::prelude::*;

fn refusal(builder: GraphBuilder) -> String {
    builder.build().unwrap_err().to_string()
}

fn pair() -> GraphBuilder {
    Graph::builder().latent("Z").observed("X")
}

fn names(graph: &Graph) -> Vec<&str> {
    graph.nodes().iter().map(Node::name).collect()
}

/// Students in classes in schools: the schools' levels, the classes' levels, the grades.
fn schools(schools: usize, classes: usize, students: usize) -> Graph {
    Graph::builder()
        .parameters(["τ"])
        .latent("S")
        .latent("C")
        .observed("X")
        .arrows([("τ", "S"), ("S", "C"), ("C", "X")])
        .plate(Plate::from_one("n", "N", students).around(["X"]))
        .plate(Plate::from_one("s", "S", schools).around(["S", "C", "X"]))
        .plate(Plate::from_one("c", "C", classes).around(["C", "X"]))
        .build()
        .unwrap()
}

#[test]
fn an_unknown_node_is_refused_with_the_names_of_those_that_exist() {
    assert_eq!(
        refusal(pair().arrows([("Z", "Y")])),
        "no node is called `Y`; the nodes are Z, X"
    );
    assert_eq!(
        refusal(pair().plate(Plate::from_one("n", "N", 3).around(["W"]))),
        "no node is called `W`; the nodes are Z, X"
    );
    let weather = Graph::builder().latent("season").observed("weather");
    assert_eq!(
        refusal(weather.arrows([("season", "wether")])),
        "no node is called `wether` (nearest: `weather`); the nodes are season, weather"
    );
}

#[test]
fn a_cycle_is_refused_with_the_nodes_along_it() {
    assert_eq!(refusal(pair().arrows([("Z", "Z")])), "Z → Z is a cycle");
    assert_eq!(
        refusal(pair().arrows([("X", "Z"), ("Z", "X")])),
        "Z → X → Z is a cycle"
    );
    // A way in and a way out are not part of the circle.
    let long = pair().latent("A").latent("B").latent("C").arrows([
        ("Z", "A"),
        ("A", "B"),
        ("B", "C"),
        ("C", "A"),
        ("C", "X"),
    ]);
    assert_eq!(refusal(long), "A → B → C → A is a cycle");
}

#[test]
fn what_is_drawn_twice_or_has_no_name_is_refused() {
    assert_eq!(refusal(pair().latent("X")), "two nodes are called `X`");
    assert_eq!(
        refusal(pair().arrows([("Z", "X"), ("Z", "X")])),
        "the arrow Z → X is drawn twice"
    );
    assert_eq!(refusal(pair().latent("")), "a node must have a name");
    let plate = |index, count| Plate::from_one(index, count, 2).around(["Z"]);
    assert_eq!(
        refusal(pair().plate(plate("", "N"))),
        "a plate must have a name"
    );
    assert_eq!(
        refusal(pair().plate(plate("n", ""))),
        "a plate must have a name"
    );
    assert_eq!(
        refusal(pair().plate(plate("n", "N")).plate(plate("n", "M"))),
        "two plates are called `n`"
    );
}

#[test]
fn an_arrow_into_a_parameter_is_refused() {
    assert_eq!(
        refusal(pair().parameters(["π"]).arrows([("Z", "π")])),
        "Z → π: no arrow leads into a parameter, whose value is given"
    );
}

#[test]
fn plates_that_overlap_are_refused_unless_one_is_inside_the_other() {
    let three = || pair().latent("Y");
    let over = |index, nodes: [&'static str; 2]| {
        Plate::from_one(index, "N", 2).around(nodes)
    };
    assert_eq!(
        refusal(
            three().plate(over("n", ["Z", "X"])).plate(over("m", ["X", "Y"]))
        ),
        "the plates over n and m share X, but Z is in the one alone and Y in the other"
    );
    assert_eq!(
        refusal(pair().plate(Plate::from_one("n", "N", 2))),
        "the plate over n contains no node"
    );
    let inside = Plate::from_one("m", "M", 2).around(["X"]);
    assert!(pair().plate(inside).plate(over("n", ["Z", "X"])).build().is_ok());
}

#[test]
fn an_empty_graph_is_a_graph() {
    let empty = Graph::builder().build().unwrap();
    assert!(empty.topological_order().is_empty());
    assert_eq!(empty.factorization_text(), "1");
    assert_eq!(empty.unroll().unwrap(), empty);
}

#[test]
fn the_graphs_of_the_book_factorize_as_the_book_says() {
    let graphs = [
        gmm().unwrap(),
        gmm_with_class_plate(2).unwrap(),
        gmm_with_observations(3).unwrap(),
        gmm_with_both_plates(2, 3).unwrap(),
        gmm_with_both_plates(2, 1).unwrap().unroll().unwrap(),
        schools(2, 2, 2),
    ];
    let texts = graphs.each_ref().map(Graph::factorization_text);
    let latex = graphs.each_ref().map(Graph::factorization_latex);
    insta::assert_snapshot!(texts.join("\n"), @"
    p(Z, X) = p(Z | π) p(X | Z, μ, σ)
    p(Z, X) = p(Z | π_{0:D−1}) p(X | Z, μ_{0:D−1}, σ_{0:D−1})
    p(Z_{1:N}, X_{1:N}) = ∏_{n=1}^{N} p(Z_n | π) p(X_n | Z_n, μ, σ)
    p(Z_{1:N}, X_{1:N}) = ∏_{n=1}^{N} p(Z_n | π_{0:D−1}) p(X_n | Z_n, μ_{0:D−1}, σ_{0:D−1})
    p(Z₁, X₁) = p(Z₁ | π₀, π₁) p(X₁ | Z₁, μ₀, μ₁, σ₀, σ₁)
    p(S_{1:S}, C_{1:S,1:C}, X_{1:S,1:C,1:N}) = ∏_{s=1}^{S} p(S_s | τ) ∏_{c=1}^{C} p(C_{s,c} | S_s) ∏_{n=1}^{N} p(X_{s,c,n} | C_{s,c})
    ");
    insta::assert_snapshot!("factorizations-in-latex", latex.join("\n"));
}

#[test]
fn a_product_that_more_factors_follow_is_bracketed() {
    let graph = Graph::builder()
        .latent("A")
        .latent("B")
        .observed("C")
        .arrows([("A", "C"), ("B", "C")])
        .plate(Plate::from_one("i", "I", 2).around(["A"]))
        .plate(Plate::from_zero("j", "J", 2).around(["B"]))
        .build()
        .unwrap();
    assert_eq!(
        graph.factorization_text(),
        "p(A_{1:I}, B_{0:J−1}, C) = p(C | A_{1:I}, B_{0:J−1}) ∏_{i=1}^{I} [p(A_i)] ∏_{j=0}^{J−1} p(B_j)"
    );
}

#[test]
fn a_plate_of_size_0_takes_its_nodes_with_it_and_one_of_size_1_leaves_one() {
    let none = gmm_with_observations(0).unwrap().unroll().unwrap();
    assert_eq!(names(&none), ["π", "μ", "σ"]);
    assert_eq!(none.arrows().count(), 0);
    let one = gmm_with_observations(1).unwrap().unroll().unwrap();
    assert_eq!(names(&one), ["π", "μ", "σ", "Z_1", "X_1"]);
    let classless = gmm_with_class_plate(0).unwrap().unroll().unwrap();
    assert_eq!(names(&classless), ["Z", "X"]);
    assert_eq!(classless.arrows().collect::<Vec<_>>(), [("Z", "X")]);
}

#[test]
fn unrolled_copies_are_counted_as_the_book_counts() {
    let graph = gmm_with_both_plates(2, 2).unwrap().unroll().unwrap();
    assert_eq!(
        names(&graph),
        ["π_0", "π_1", "μ_0", "μ_1", "σ_0", "σ_1", "Z_1", "Z_2", "X_1", "X_2"]
    );
    let parents = |child| {
        graph
            .arrows()
            .filter(move |arrow| arrow.1 == child)
            .map(|arrow| arrow.0)
    };
    assert_eq!(parents("Z_2").collect::<Vec<_>>(), ["π_0", "π_1"]);
    assert_eq!(
        parents("X_2").collect::<Vec<_>>(),
        ["Z_2", "μ_0", "μ_1", "σ_0", "σ_1"]
    );
    assert!(graph.plates().is_empty());
}

#[test]
fn unrolling_a_plate_writes_its_product_out() {
    let unrolled = gmm_with_observations(3).unwrap().unroll().unwrap();
    let text = unrolled.factorization_text();
    let (joint, factors) = text.split_once(" = ").unwrap();
    assert_eq!(joint, "p(Z₁, Z₂, Z₃, X₁, X₂, X₃)");
    let factors: BTreeSet<&str> =
        factors.split_inclusive(')').map(str::trim).collect();
    let product = ["₁", "₂", "₃"]
        .map(|n| [format!("p(Z{n} | π)"), format!("p(X{n} | Z{n}, μ, σ)")]);
    assert_eq!(factors, product.iter().flatten().map(String::as_str).collect());
}

#[test]
fn a_graph_too_large_to_unroll_is_refused() {
    let refusal = |graph: Graph| graph.unroll().unwrap_err().to_string();
    assert_eq!(
        refusal(gmm_with_observations(usize::MAX).unwrap()),
        "unrolled, the graph has more than 10000 nodes"
    );
    assert_eq!(
        refusal(gmm_with_observations(6000).unwrap()),
        "unrolled, the graph has more than 10000 nodes"
    );
    assert_eq!(
        refusal(gmm_with_both_plates(100, 1000).unwrap()),
        "unrolled, the graph has more than 100000 arrows"
    );
    let twins = pair().latent("Z_1");
    let twins = twins.plate(Plate::from_one("n", "N", 2).around(["Z"]));
    assert_eq!(refusal(twins.build().unwrap()), "two nodes are called `Z_1`");
}

/// A random graph whose arrows lead from lower to higher numbers, drawn in a shuffled order.
fn dag(
    most: usize,
) -> impl Strategy<Value = (Vec<usize>, Vec<(usize, usize)>)> {
    (1..most).prop_flat_map(|nodes| {
        let arrows =
            prop::collection::btree_set((0..nodes, 0..nodes), 0..2 * nodes);
        let order = Just((0..nodes).collect::<Vec<_>>()).prop_shuffle();
        let up = |arrows: BTreeSet<(usize, usize)>| {
            arrows.into_iter().filter(|(from, to)| from < to).collect()
        };
        (order, arrows.prop_map(up))
    })
}

fn built(order: &[usize], arrows: &[(usize, usize)]) -> GraphBuilder {
    let names: Vec<String> =
        (0..order.len()).map(|node| format!("v{node}")).collect();
    let builder = order
        .iter()
        .fold(Graph::builder(), |builder, &node| builder.latent(&names[node]));
    builder.arrows(
        arrows
            .iter()
            .map(|&(from, to)| (names[from].as_str(), names[to].as_str())),
    )
}

proptest! {
    #[test]
    fn every_node_comes_after_its_parents((order, arrows) in dag(100)) {
        let graph = built(&order, &arrows).build().unwrap();
        let sorted: Vec<&str> =
            graph.topological_order().into_iter().map(Node::name).collect();
        prop_assert_eq!(sorted.len(), order.len());
        let place = |name| sorted.iter().position(|&other| other == name);
        for (from, to) in graph.arrows() {
            prop_assert!(place(from) < place(to));
        }
    }

    #[test]
    fn an_arrow_that_closes_a_circle_is_refused_with_a_circle_of_arrows(
        (order, mut arrows) in dag(30),
        length in 2_usize..6,
    ) {
        let length = length.min(order.len());
        arrows.extend((0..length).map(|node| (node, (node + 1) % length)));
        arrows.sort_unstable();
        arrows.dedup();
        let error = built(&order, &arrows).build().unwrap_err();
        let message = error.to_string();
        let circle: Vec<&str> = message
            .strip_suffix(" is a cycle")
            .unwrap()
            .split(" → ")
            .collect();
        prop_assert!(circle.len() >= 2 && circle.first() == circle.last());
        let number = |name: &str| name[1..].parse::<usize>().unwrap();
        for pair in circle.windows(2) {
            prop_assert!(arrows.contains(&(number(pair[0]), number(pair[1]))));
        }
    }

    #[test]
    fn unrolling_nested_plates_gives_the_product_of_their_sizes(
        (s, c, n) in (0_usize..5, 0_usize..5, 0_usize..5),
    ) {
        let unrolled = schools(s, c, n).unroll().unwrap();
        let count = |kind, letter| {
            let copies = unrolled.nodes().iter().filter(|node| {
                node.kind() == kind && node.name().starts_with(letter)
            });
            copies.count()
        };
        prop_assert_eq!(count(Kind::Latent, 'S'), s);
        prop_assert_eq!(count(Kind::Latent, 'C'), s * c);
        prop_assert_eq!(count(Kind::Observed, 'X'), s * c * n);
        // Everything but a root has one parent here, and its indices begin with the parent's.
        prop_assert_eq!(unrolled.arrows().count(), s + s * c + s * c * n);
        for (from, to) in unrolled.arrows().filter(|(from, _)| *from != "τ") {
            prop_assert!(to[2..].starts_with(&from[2..]), "{} → {}", from, to);
        }
    }
}

#[test]
fn of_three_nodes_a_chain_and_a_fork_are_cut_by_their_middle_and_a_meeting_is_opened()
 {
    let graph = |arrows: [(&str, &str); 2]| {
        let nodes = Graph::builder().latent("A").latent("B").latent("C");
        nodes.arrows(arrows).build().unwrap()
    };
    let separated = |graph: &Graph, given: &[&str]| {
        graph.d_separated("A", "C", given).unwrap()
    };
    for arrows in [[("A", "B"), ("B", "C")], [("B", "A"), ("B", "C")]] {
        let through = graph(arrows);
        assert!(!separated(&through, &[]) && separated(&through, &["B"]));
    }
    let meeting = graph([("A", "B"), ("C", "B")]);
    assert!(separated(&meeting, &[]) && !separated(&meeting, &["B"]));
    let error = meeting.d_separated("A", "D", &[]).unwrap_err();
    assert!(error.to_string().contains('D'), "{error}");
}

#[test]
fn what_is_seen_below_a_meeting_opens_it_too() {
    let nodes = ["A", "B", "C", "D"];
    let graph = nodes
        .iter()
        .fold(Graph::builder(), |graph, node| graph.latent(node))
        .arrows([("A", "B"), ("C", "B"), ("B", "D")])
        .build()
        .unwrap();
    assert!(graph.d_separated("A", "C", &[]).unwrap());
    assert!(!graph.d_separated("A", "C", &["D"]).unwrap());
}
