//! How much room the columns and the lines of a picture have.

use std::collections::BTreeMap;

use crate::{
    columns::Row,
    layers::Block,
    layout::{MARGIN, PADDING, WIDTH},
};

/// How far apart neighbours in a row stand: this far, or nearer if they are many.
const SPACING: (f64, f64) = (36.0, 92.0);

/// The gap between a plate and what is beside it.
const GAP: f64 = 14.0;

/// The most nodes beside each other; what is more goes to further lines.
const MOST: usize = 14;

/// How far apart two rows are.
const PITCH: f64 = 88.0;

/// How much room the columns of a graph have.
pub(crate) struct Room {
    pub(crate) spacing: f64,
    /// How many nodes of a block stand beside each other, at the most.
    most: usize,
    pub(crate) width: f64,
}

impl Room {
    pub(crate) fn of(block: &Block, layers: &[usize]) -> Self {
        let groups = block.groups();
        let columns = |most: usize| {
            let wide = |group: &&Block| widest(group, layers).min(most);
            groups.iter().map(wide).sum::<usize>()
        };
        // The widest blocks are broken into lines first.
        let most =
            (1..=MOST).rev().find(|&most| columns(most) <= MOST).unwrap_or(1);
        let columns = columns(most).max(1) as f64;
        let padding = padding(block);
        let fair = (WIDTH - 2.0 * MARGIN - padding) / columns;
        let spacing = fair.clamp(SPACING.0, SPACING.1);
        Self { spacing, most, width: columns * spacing + padding }
    }

    /// The rows of every block from above, each with its room.
    pub(crate) fn rows(&self, block: &Block, layers: &[usize]) -> Vec<Row> {
        let mut rows = BTreeMap::new();
        let mut from = 0.0;
        self.fill(block, layers, &mut from, &mut rows);
        rows.into_values().collect()
    }

    fn fill(
        &self,
        block: &Block,
        layers: &[usize],
        from: &mut f64,
        rows: &mut BTreeMap<(usize, usize), Row>,
    ) {
        let side =
            if block.plate.is_some() { PADDING + GAP / 2.0 } else { 0.0 };
        *from += side;
        if !block.nodes.is_empty() {
            let columns = widest(block, layers).min(self.most) as f64;
            let to = *from + columns * self.spacing;
            for &node in &block.nodes {
                let row = rows.entry((layers[node], block.nodes[0]));
                let (from, most) = (*from, self.most);
                let nodes = Vec::new();
                row.or_insert(Row { nodes, from, to, most }).nodes.push(node);
            }
            *from = to;
        }
        for inside in &block.inside {
            self.fill(inside, layers, from, rows);
        }
        *from += side;
    }
}

/// How many nodes the largest layer of a block has.
fn widest(block: &Block, layers: &[usize]) -> usize {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for &node in &block.nodes {
        *counts.entry(layers[node]).or_default() += 1;
    }
    counts.into_values().max().unwrap_or(0)
}

/// How much of the width goes to the sides of plates.
fn padding(block: &Block) -> f64 {
    let own = if block.plate.is_some() { 2.0 * PADDING + GAP } else { 0.0 };
    own + block.inside.iter().map(padding).sum::<f64>()
}

/// The y of every node: a line for each layer, or several if a block has more than fit into one.
pub(crate) fn heights(rows: &[Row], layers: &[usize]) -> Vec<f64> {
    let mut lines: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows {
        let needed = row.nodes.len().div_ceil(row.most);
        let layer = row.nodes.first().map_or(0, |&node| layers[node]);
        let lines = lines.entry(layer).or_default();
        *lines = needed.max(*lines);
    }
    let above = |layer: usize| {
        lines.range(..layer).map(|(_, lines)| lines).sum::<usize>()
    };
    let mut ys = vec![0.0; layers.len()];
    for row in rows {
        for (line, nodes) in row.nodes.chunks(row.most).enumerate() {
            for &node in nodes {
                ys[node] = PITCH * (above(layers[node]) + line) as f64;
            }
        }
    }
    ys
}
