use crate::{GraphError, Node};

/// A box around nodes that says: this part stands here once for every value of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plate {
    pub(crate) index: String,
    pub(crate) count: String,
    pub(crate) first: usize,
    pub(crate) size: usize,
    pub(crate) names: Vec<String>,
    /// The places of the nodes in the graph, ascending.
    pub(crate) nodes: Vec<usize>,
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
        let (names, nodes) = (Vec::new(), Vec::new());
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

    pub(crate) fn contains(&self, node: usize) -> bool {
        self.nodes.binary_search(&node).is_ok()
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

/// Refuses plates without a name, of one name, around nothing, and such that overlap without one
/// being inside the other.
pub(crate) fn check_plates(
    plates: &[Plate],
    nodes: &[Node],
) -> Result<(), GraphError> {
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
            let name = |of: &Plate, with: &Plate, shared: bool| {
                let mut nodes_of = of.nodes.iter();
                nodes_of
                    .rfind(|node| with.contains(**node) == shared)
                    .map(|&node| nodes[node].name.clone())
            };
            let shared = name(other, plate, true);
            let outside = name(other, plate, false);
            let beyond = name(plate, other, false);
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
