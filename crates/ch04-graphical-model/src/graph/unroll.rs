use crate::{Graph, GraphError};

/// No graph is unrolled to more nodes.
const MOST_NODES: usize = 10_000;

/// No graph is unrolled to more arrows.
const MOST_ARROWS: usize = 100_000;

/// One of the nodes into which the plates around a node unroll it: the node, and a value of the
/// index of each of its plates.
struct Instance {
    node: usize,
    at: Vec<(usize, usize)>,
}

impl Instance {
    /// Whether two copies have the same index in every plate that is around both.
    fn agrees_with(&self, other: &Self) -> bool {
        self.at.iter().all(|(plate, index)| {
            other.at.iter().all(|(of, at)| of != plate || at == index)
        })
    }

    /// The name of a node with its indices: `Z_1`, and `X_1,2` in two plates.
    fn name(&self, node: &str) -> String {
        let indices: Vec<String> =
            self.at.iter().map(|(_, index)| index.to_string()).collect();
        if indices.is_empty() {
            return node.to_owned();
        }
        let separator = if node.contains('_') { ',' } else { '_' };
        format!("{node}{separator}{}", indices.join(","))
    }
}

impl Graph {
    /// The same model without plates: every node once for each value of the indices around it, and
    /// an arrow between two copies wherever they agree on the indices of the plates they share.
    ///
    /// A plate of size 0 takes its nodes with it, and their arrows.
    ///
    /// # Errors
    ///
    /// [`GraphError::TooLarge`] for more than 10,000 nodes or 100,000 arrows, and
    /// [`GraphError::Duplicate`] if a copy has the name of a node: `Z_1` beside a plate with `Z`.
    ///
    /// # Examples
    ///
    /// ```
    /// let two = ch04::gmm_with_observations(2)?.unroll()?;
    /// let names: Vec<_> = two.nodes().iter().map(|node| node.name()).collect();
    /// assert_eq!(names, ["π", "μ", "σ", "Z_1", "Z_2", "X_1", "X_2"]);
    /// # Ok::<(), ch04::GraphError>(())
    /// ```
    pub fn unroll(&self) -> Result<Self, GraphError> {
        let copies: Vec<Vec<Instance>> = (0..self.nodes.len())
            .map(|node| self.copies(node))
            .collect::<Result<_, _>>()?;
        if copies.iter().map(Vec::len).sum::<usize>() > MOST_NODES {
            return Err(too_large("nodes", MOST_NODES));
        }
        let name = |copy: &Instance| copy.name(&self.nodes[copy.node].name);
        let mut builder = Self::builder();
        for copy in copies.iter().flatten() {
            let node = &self.nodes[copy.node];
            builder = builder.node(&name(copy), &node.base, node.kind);
        }
        let mut arrows = Vec::new();
        for (from, to) in self.arrow_indices() {
            for child in &copies[to] {
                let parents = copies[from]
                    .iter()
                    .filter(|parent| parent.agrees_with(child));
                arrows
                    .extend(parents.map(|parent| (name(parent), name(child))));
                if arrows.len() > MOST_ARROWS {
                    return Err(too_large("arrows", MOST_ARROWS));
                }
            }
        }
        let arrows =
            arrows.iter().map(|(from, to)| (from.as_str(), to.as_str()));
        builder.arrows(arrows).build()
    }

    /// The copies of a node, the index of the innermost plate running fastest.
    fn copies(&self, node: usize) -> Result<Vec<Instance>, GraphError> {
        let mut copies = vec![Vec::new()];
        for place in self.plates_around(node) {
            let plate = &self.plates[place];
            if copies.len().saturating_mul(plate.size) > MOST_NODES {
                return Err(too_large("nodes", MOST_NODES));
            }
            let indices = plate.first..plate.first + plate.size;
            copies = copies
                .into_iter()
                .flat_map(|at: Vec<(usize, usize)>| {
                    indices.clone().map(move |index| {
                        let mut at = at.clone();
                        at.push((place, index));
                        at
                    })
                })
                .collect();
        }
        Ok(copies.into_iter().map(|at| Instance { node, at }).collect())
    }
}

fn too_large(what: &'static str, most: usize) -> GraphError {
    GraphError::TooLarge { what, most }
}
