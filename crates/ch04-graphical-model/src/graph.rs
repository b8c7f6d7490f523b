use std::collections::{BTreeMap, BTreeSet};

use crate::GraphError;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A random variable that nobody sees: a white circle.
    Latent,
    /// A random variable that is seen: a shaded circle.
    Observed,
    /// A number, or several, that is given: a small box.
    Parameter,
}

/// A node of a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub(crate) name: String,
    /// The name without the index that unrolling gave it.
    pub(crate) base: String,
    pub(crate) kind: Kind,
}

impl Node {
    /// Its name: `Z`, or `Z_1` for the first of the nodes into which a plate unrolled `Z`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it stands for.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether it is a random variable, latent or observed.
    #[must_use]
    pub fn is_random(&self) -> bool {
        self.kind != Kind::Parameter
    }
}

/// A box around nodes that says: this part stands here once for every value of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plate {
    pub(crate) index: String,
    pub(crate) count: String,
    pub(crate) first: usize,
    pub(crate) size: usize,
    names: Vec<String>,
    pub(crate) nodes: BTreeSet<usize>,
}

impl Plate {
    /// A plate whose index runs from 0 to one less than its count, as that of the classes: d = 0,
    /// …, D − 1. `size` is the count's value.
    #[must_use]
    pub fn from_zero(index: &str, count: &str, size: usize) -> Self {
        Self::new(index, count, 0, size)
    }

    /// A plate whose index runs from 1 to its count, as that of the observations: n = 1, …, N.
    #[must_use]
    pub fn from_one(index: &str, count: &str, size: usize) -> Self {
        Self::new(index, count, 1, size)
    }

    fn new(index: &str, count: &str, first: usize, size: usize) -> Self {
        let (index, count) = (index.to_owned(), count.to_owned());
        let (names, nodes) = (Vec::new(), BTreeSet::new());
        Self { index, count, first, size, names, nodes }
    }

    /// The plate around these nodes, those in plates inside of it included.
    #[must_use]
    pub fn around<'a>(
        mut self,
        nodes: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        self.names.extend(nodes.into_iter().map(str::to_owned));
        self
    }

    /// The names of the nodes in it.
    pub fn nodes(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The name of the index: `n`.
    #[must_use]
    pub fn index(&self) -> &str {
        &self.index
    }

    /// The name of the number of copies: `N`.
    #[must_use]
    pub fn count(&self) -> &str {
        &self.count
    }

    /// The number of copies.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }
}

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
    /// A graph to be drawn, still without anything.
    #[must_use]
    pub fn builder() -> GraphBuilder {
        GraphBuilder::default()
    }

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
        let mut ready: BTreeSet<usize> = (0..self.nodes.len())
            .filter(|&node| waits_for[node] == 0)
            .collect();
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
            .filter(|(_, plate)| plate.nodes.contains(&node))
            .map(|(place, _)| place)
            .collect()
    }

    /// A circle of arrows, as the names of its nodes, if there is one.
    fn cycle(&self) -> Option<Vec<String>> {
        let taken: BTreeSet<usize> = self.order().into_iter().collect();
        let mut node =
            (0..self.nodes.len()).find(|node| !taken.contains(node))?;
        // Every node that was not taken has a parent that was not taken either.
        let mut path = Vec::new();
        while !path.contains(&node) {
            path.push(node);
            let mut parents = self.parents[node].iter();
            node = *parents.find(|parent| !taken.contains(parent))?;
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

/// A graph while it is drawn; [`build`](Self::build) checks it.
#[derive(Clone, Debug, Default)]
pub struct GraphBuilder {
    nodes: Vec<Node>,
    arrows: Vec<(String, String)>,
    plates: Vec<Plate>,
}

impl GraphBuilder {
    /// One more random variable that nobody sees.
    #[must_use]
    pub fn latent(self, name: &str) -> Self {
        self.node(name, name, Kind::Latent)
    }

    /// One more random variable that is seen.
    #[must_use]
    pub fn observed(self, name: &str) -> Self {
        self.node(name, name, Kind::Observed)
    }

    /// More parameters.
    #[must_use]
    pub fn parameters<'a>(
        self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        names.into_iter().fold(self, |builder, name| {
            builder.node(name, name, Kind::Parameter)
        })
    }

    /// More arrows, each from a parent to its child.
    #[must_use]
    pub fn arrows<'a>(
        mut self,
        arrows: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let names = |(from, to): (&str, &str)| (from.to_owned(), to.to_owned());
        self.arrows.extend(arrows.into_iter().map(names));
        self
    }

    /// One more plate. Plates may be drawn in any order.
    #[must_use]
    pub fn plate(mut self, plate: Plate) -> Self {
        self.plates.push(plate);
        self
    }

    pub(crate) fn node(mut self, name: &str, base: &str, kind: Kind) -> Self {
        let (name, base) = (name.to_owned(), base.to_owned());
        self.nodes.push(Node { name, base, kind });
        self
    }

    /// The graph, checked.
    ///
    /// # Errors
    ///
    /// [`GraphError`]: a node or plate without a name, two of one name, an arrow or a plate that
    /// names a node which does not exist, an arrow drawn twice or into a parameter, a cycle, a
    /// plate around nothing, plates that overlap without one being inside the other.
    pub fn build(self) -> Result<Graph, GraphError> {
        let places = self.places()?;
        let known =
            || self.nodes.iter().map(|node| node.name.clone()).collect();
        let place = |name: &String| {
            let place = places.get(name.as_str()).copied();
            place.ok_or_else(|| GraphError::UnknownNode {
                name: name.clone(),
                known: known(),
            })
        };
        let mut parents = vec![Vec::new(); self.nodes.len()];
        let mut children = vec![Vec::new(); self.nodes.len()];
        let mut drawn = BTreeSet::new();
        for (from, to) in &self.arrows {
            let arrow = (place(from)?, place(to)?);
            let (from, to) = (from.clone(), to.clone());
            if self.nodes[arrow.1].kind == Kind::Parameter {
                return Err(GraphError::IntoParameter { from, to });
            }
            if !drawn.insert(arrow) {
                return Err(GraphError::DuplicateArrow { from, to });
            }
            parents[arrow.1].push(arrow.0);
            children[arrow.0].push(arrow.1);
        }
        let mut plates = self.plates.clone();
        for plate in &mut plates {
            plate.nodes =
                plate.names.iter().map(place).collect::<Result<_, _>>()?;
        }
        check_plates(&plates, &self.nodes)?;
        // Of two plates around the same node the one with more nodes is the outer one.
        plates.sort_by_key(|plate| std::cmp::Reverse(plate.nodes.len()));
        let graph = Graph { nodes: self.nodes, parents, children, plates };
        match graph.cycle() {
            None => Ok(graph),
            Some(nodes) => Err(GraphError::Cycle { nodes }),
        }
    }

    /// The place of every name among the nodes.
    fn places(&self) -> Result<BTreeMap<&str, usize>, GraphError> {
        let mut places = BTreeMap::new();
        for (place, node) in self.nodes.iter().enumerate() {
            if node.name.is_empty() {
                return Err(GraphError::Nameless { what: "node" });
            }
            if places.insert(node.name.as_str(), place).is_some() {
                let name = node.name.clone();
                return Err(GraphError::Duplicate { what: "nodes", name });
            }
        }
        Ok(places)
    }
}

fn check_plates(plates: &[Plate], nodes: &[Node]) -> Result<(), GraphError> {
    for (place, plate) in plates.iter().enumerate() {
        let index = plate.index.clone();
        if index.is_empty() || plate.count.is_empty() {
            return Err(GraphError::Nameless { what: "plate" });
        }
        if plate.nodes.is_empty() {
            return Err(GraphError::EmptyPlate { index });
        }
        for other in &plates[..place] {
            if other.index == index {
                let what = "plates";
                return Err(GraphError::Duplicate { what, name: index });
            }
            let name = |mut difference: Vec<&usize>| {
                difference.pop().map(|&node| nodes[node].name.clone())
            };
            let shared = name(other.nodes.intersection(&plate.nodes).collect());
            let outside = name(other.nodes.difference(&plate.nodes).collect());
            let beyond = name(plate.nodes.difference(&other.nodes).collect());
            if let (Some(shared), Some(outside), Some(beyond)) =
                (shared, outside, beyond)
            {
                let one = other.index.clone();
                let other = index;
                return Err(GraphError::Overlap {
                    one,
                    other,
                    shared,
                    outside,
                    beyond,
                });
            }
        }
    }
    Ok(())
}
