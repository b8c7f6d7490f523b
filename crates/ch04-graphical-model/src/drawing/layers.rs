//! Which node stands in which layer, and in which block of columns.

use crate::Graph;

/// The layer of every node, counted from above: that of a child is below those of its parents, by
/// the longest way down. A node without parents stands directly over its highest child.
pub(crate) fn layers(graph: &Graph) -> Vec<usize> {
    let mut layers = vec![0; graph.nodes.len()];
    for node in graph.order() {
        let above =
            graph.parents[node].iter().map(|&parent| layers[parent] + 1);
        layers[node] = above.max().unwrap_or(0);
    }
    let longest = layers.clone();
    for (node, layer) in layers.iter_mut().enumerate() {
        let children = graph.children[node].iter().map(|&child| longest[child]);
        if let (true, Some(highest)) =
            (graph.parents[node].is_empty(), children.min())
        {
            *layer = highest - 1;
        }
    }
    layers
}

/// Columns of a picture: those of the nodes that stand directly in a plate, or in none, and those
/// of the plates inside it. No two blocks share a column, so that nothing stands in a plate which
/// does not belong there.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) plate: Option<usize>,
    /// The nodes that are in no plate farther inside.
    pub(crate) nodes: Vec<usize>,
    pub(crate) inside: Vec<Block>,
}

impl Block {
    /// The blocks of a graph, as one around all.
    pub(crate) fn of(graph: &Graph) -> Self {
        let places = place_in_order(graph);
        let all: Vec<usize> = (0..graph.nodes.len()).collect();
        Self::around(graph, None, &all, 0, &places)
    }

    fn around(
        graph: &Graph,
        plate: Option<usize>,
        all: &[usize],
        depth: usize,
        places: &[usize],
    ) -> Self {
        let next = |node: usize| graph.plates_around(node).get(depth).copied();
        let mut inside: Vec<Self> = (0..graph.plates.len())
            .filter_map(|plate| {
                let within = |node: &usize| next(*node) == Some(plate);
                let members: Vec<usize> =
                    all.iter().copied().filter(within).collect();
                let block = || {
                    Self::around(
                        graph,
                        Some(plate),
                        &members,
                        depth + 1,
                        places,
                    )
                };
                (!members.is_empty()).then(block)
            })
            .collect();
        let direct = |node: &usize| next(*node).is_none();
        let nodes: Vec<usize> = all.iter().copied().filter(direct).collect();
        if plate.is_some() || !inside.is_empty() {
            // What is drawn late stands on the left: arrows from the right leave the lower right
            // corners of plates, where their counts stand, alone.
            if !nodes.is_empty() {
                let (plate, inside_none) = (None, Vec::new());
                inside.push(Self { plate, nodes, inside: inside_none });
            }
            let lateness = |block: &Self| {
                let nodes = block.all();
                let sum: usize = nodes.iter().map(|&node| places[node]).sum();
                sum as f64 / nodes.len() as f64
            };
            let mut latest_first: Vec<Self> = Vec::new();
            for block in inside {
                let late = lateness(&block);
                let before = |other: &Self| lateness(other) >= late;
                latest_first
                    .insert(latest_first.partition_point(before), block);
            }
            return Self { plate, nodes: Vec::new(), inside: latest_first };
        }
        Self { plate, nodes, inside }
    }

    /// All nodes in the block and inside it.
    pub(crate) fn all(&self) -> Vec<usize> {
        let inside = self.inside.iter().flat_map(Self::all);
        self.nodes.iter().copied().chain(inside).collect()
    }

    /// The blocks that have nodes directly, from left to right.
    pub(crate) fn groups(&self) -> Vec<&Self> {
        let own = (!self.nodes.is_empty()).then_some(self);
        own.into_iter()
            .chain(self.inside.iter().flat_map(Self::groups))
            .collect()
    }
}

/// The place of every node in the topological order.
fn place_in_order(graph: &Graph) -> Vec<usize> {
    let mut places = vec![0; graph.nodes.len()];
    for (place, node) in graph.order().into_iter().enumerate() {
        places[node] = place;
    }
    places
}
