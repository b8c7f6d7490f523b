use super::plate::check_plates;
use crate::{Graph, GraphError, Kind, Node, Plate};

/// A graph while it is drawn; [`build`](Self::build) checks it.
#[derive(Clone, Debug, Default)]
pub struct GraphBuilder {
    nodes: Vec<Node>,
    arrows: Vec<(String, String)>,
    plates: Vec<Plate>,
}

impl Graph {
    /// A graph to be drawn, still without anything.
    #[must_use]
    pub fn builder() -> GraphBuilder {
        GraphBuilder::default()
    }
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
        let place = |name: &String| match find(&places, name) {
            Ok(at) => Ok(places[at].1),
            Err(_) => Err(GraphError::UnknownNode {
                name: name.clone(),
                known: known(),
            }),
        };
        let mut parents = vec![Vec::new(); self.nodes.len()];
        let mut children = vec![Vec::new(); self.nodes.len()];
        for (from, to) in &self.arrows {
            let arrow = (place(from)?, place(to)?);
            let (from, to) = (from.clone(), to.clone());
            if self.nodes[arrow.1].kind == Kind::Parameter {
                return Err(GraphError::IntoParameter { from, to });
            }
            if parents[arrow.1].contains(&arrow.0) {
                return Err(GraphError::DuplicateArrow { from, to });
            }
            parents[arrow.1].push(arrow.0);
            children[arrow.0].push(arrow.1);
        }
        let mut plates = self.plates.clone();
        for plate in &mut plates {
            let mut inside = vec![false; self.nodes.len()];
            for name in &plate.names {
                inside[place(name)?] = true;
            }
            let nodes = 0..inside.len();
            plate.nodes = nodes.filter(|&node| inside[node]).collect();
        }
        check_plates(&plates, &self.nodes)?;
        // Of two plates around the same node the one with more nodes is the outer one.
        let mut outer_first: Vec<Plate> = Vec::new();
        for plate in plates {
            let around = |other: &Plate| other.nodes.len() >= plate.nodes.len();
            outer_first.insert(outer_first.partition_point(around), plate);
        }
        let plates = outer_first;
        let graph = Graph { nodes: self.nodes, parents, children, plates };
        match graph.cycle() {
            None => Ok(graph),
            Some(nodes) => Err(GraphError::Cycle { nodes }),
        }
    }

    /// The place of every name among the nodes, sorted by the names.
    fn places(&self) -> Result<Vec<(&str, usize)>, GraphError> {
        let mut places = Vec::with_capacity(self.nodes.len());
        for (place, node) in self.nodes.iter().enumerate() {
            if node.name.is_empty() {
                return Err(GraphError::Nameless { what: "node" });
            }
            let Err(at) = find(&places, &node.name) else {
                let name = node.name.clone();
                return Err(GraphError::Duplicate { what: "nodes", name });
            };
            places.insert(at, (node.name.as_str(), place));
        }
        Ok(places)
    }
}

/// Where a name stands among sorted ones, or where it would.
fn find(places: &[(&str, usize)], name: &str) -> Result<usize, usize> {
    places.binary_search_by(|(other, _)| (*other).cmp(name))
}
