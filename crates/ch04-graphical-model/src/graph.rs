pub(crate) mod builder;
mod factorization;
pub(crate) mod node;
pub(crate) mod plate;
mod separation;
mod unroll;

use std::collections::BTreeSet;

use crate::{GraphError, Node, Plate};

/// A directed graphical model without its numbers: random variables and parameters, the arrows
/// between them, and plates. One that exists is right: no arrow leads in a circle, and of two
/// plates that share a node one is inside the other.
///
/// # Examples
///
/// ```
/// use ch04::Graph;
///
/// let gmm = Graph::builder()
///     .parameters(["π", "μ", "σ"])
///     .latent("Z")
///     .observed("X")
///     .arrows([("π", "Z"), ("Z", "X"), ("μ", "X"), ("σ", "X")])
///     .build()?;
/// assert_eq!(gmm.factorization_text(), "p(Z, X) = p(Z | π) p(X | Z, μ, σ)");
///
/// let circle = Graph::builder().latent("Z").observed("X").arrows([("Z", "X"), ("X", "Z")]);
/// assert_eq!(circle.build().unwrap_err().to_string(), "Z → X → Z is a cycle");
/// # Ok::<(), ch04::GraphError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    pub(crate) nodes: Vec<Node>,
    /// The parents of each node, in the order in which their arrows were drawn.
    pub(crate) parents: Vec<Vec<usize>>,
    pub(crate) children: Vec<Vec<usize>>,
    /// The plates, each after those around it.
    pub(crate) plates: Vec<Plate>,
}

impl Graph {
    /// The nodes, in the order in which they were drawn.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The plates, each after those around it.
    #[must_use]
    pub fn plates(&self) -> &[Plate] {
        &self.plates
    }

    /// The arrows as names of nodes, by where they end.
    pub fn arrows(&self) -> impl Iterator<Item = (&str, &str)> {
        self.arrow_indices().map(|(from, to)| {
            (self.nodes[from].name.as_str(), self.nodes[to].name.as_str())
        })
    }

    pub(crate) fn arrow_indices(&self) -> impl Iterator<Item = (usize, usize)> {
        self.parents.iter().enumerate().flat_map(|(to, parents)| {
            parents.iter().map(move |&from| (from, to))
        })
    }

    /// The nodes in an order in which every node comes after its parents; of those that may come
    /// next, the one that was drawn first.
    #[must_use]
    pub fn topological_order(&self) -> Vec<&Node> {
        self.order().into_iter().map(|node| &self.nodes[node]).collect()
    }

    /// Kahn (1962): take a node all of whose parents were taken, until none is left. Nodes on a
    /// circle, and those below one, are never taken.
    pub(crate) fn order(&self) -> Vec<usize> {
        let mut waits_for: Vec<usize> =
            self.parents.iter().map(Vec::len).collect();
        let mut ready = BTreeSet::new();
        ready.extend((0..waits_for.len()).filter(|&node| waits_for[node] == 0));
        let mut order = Vec::new();
        while let Some(node) = ready.pop_first() {
            order.push(node);
            for &child in &self.children[node] {
                waits_for[child] -= 1;
                if waits_for[child] == 0 {
                    ready.insert(child);
                }
            }
        }
        order
    }

    /// The place of a node.
    pub(crate) fn place(&self, name: &str) -> Result<usize, GraphError> {
        let place = self.nodes.iter().position(|node| node.name == name);
        place.ok_or_else(|| GraphError::UnknownNode {
            name: name.to_owned(),
            known: self.nodes.iter().map(|node| node.name.clone()).collect(),
        })
    }

    /// The plates around a node, the outermost first.
    pub(crate) fn plates_around(&self, node: usize) -> Vec<usize> {
        let plates = self.plates.iter().enumerate();
        plates
            .filter(|(_, plate)| plate.contains(node))
            .map(|(place, _)| place)
            .collect()
    }

    /// A circle of arrows, as the names of its nodes, if there is one.
    pub(crate) fn cycle(&self) -> Option<Vec<String>> {
        let mut taken = vec![false; self.nodes.len()];
        for node in self.order() {
            taken[node] = true;
        }
        let mut node = taken.iter().position(|taken| !taken)?;
        // Every node that was not taken has a parent that was not taken either.
        let mut path = Vec::new();
        while !path.contains(&node) {
            path.push(node);
            let mut parents = self.parents[node].iter();
            node = *parents.find(|parent| !taken[**parent])?;
        }
        let start = path.iter().position(|&other| other == node)?;
        let mut circle = path.split_off(start);
        circle.push(node);
        circle.reverse();
        // Begin at the node that was drawn first.
        circle.pop();
        let first = (0..circle.len()).min_by_key(|&place| circle[place])?;
        circle.rotate_left(first);
        circle.push(circle[0]);
        Some(circle.iter().map(|&node| self.nodes[node].name.clone()).collect())
    }
}
