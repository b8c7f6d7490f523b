//! How much room the columns and the lines of a picture have.

use super::{
    columns::Row,
    layers::Block,
    layout::{MARGIN, PADDING},
};

/// How far apart neighbours in a row stand: this far, or nearer if they are many.
const SPACING: (f64, f64) = (36.0, 92.0);

/// The gap between a plate and what is beside it.
const GAP: f64 = 14.0;

/// How far apart two rows are.
const PITCH: f64 = 70.0;

/// How much room the columns of a graph have.
pub(crate) struct Room {
    pub(crate) spacing: f64,
    /// How many nodes of a block stand beside each other at most.
    most: usize,
    pub(crate) width: f64,
}

impl Room {
    /// The room in a picture of this width.
    pub(crate) fn of(block: &Block, layers: &[usize], width: f64) -> Self {
        let groups = block.groups();
        let columns = |most: usize| {
            let wide = |group: &&Block| widest(group, layers).min(most);
            groups.iter().map(wide).sum::<usize>()
        };
        let padding = padding(block);
        let room = width - 2.0 * MARGIN - padding;
        // What is more goes to further lines; the widest blocks are broken into lines first.
        let limit = (room / SPACING.0) as usize;
        let most =
            (1..=limit).rev().find(|&most| columns(most) <= limit).unwrap_or(1);
        let columns = columns(most).max(1) as f64;
        let fair = room / columns;
        let spacing = fair.clamp(SPACING.0, SPACING.1);
        Self { spacing, most, width: columns * spacing + padding }
    }

    /// The rows of every block from above, each with its room.
    pub(crate) fn rows(&self, block: &Block, layers: &[usize]) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut from = 0.0;
        self.fill(block, layers, &mut from, &mut rows);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    fn fill(
        &self,
        block: &Block,
        layers: &[usize],
        from: &mut f64,
        rows: &mut Vec<((usize, usize), Row)>,
    ) {
        let side =
            if block.plate.is_some() { PADDING + GAP / 2.0 } else { 0.0 };
        *from += side;
        if !block.nodes.is_empty() {
            let columns = widest(block, layers).min(self.most) as f64;
            let to = *from + columns * self.spacing;
            for &node in &block.nodes {
                let key = (layers[node], block.nodes[0]);
                let at = rows.partition_point(|(other, _)| *other < key);
                if rows.get(at).is_none_or(|(other, _)| *other != key) {
                    let (nodes, from, most) = (Vec::new(), *from, self.most);
                    rows.insert(at, (key, Row { nodes, from, to, most }));
                }
                rows[at].1.nodes.push(node);
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
    let mut counts = vec![0; count(layers)];
    for &node in &block.nodes {
        counts[layers[node]] += 1;
    }
    counts.into_iter().max().unwrap_or(0)
}

/// How many layers there are.
fn count(layers: &[usize]) -> usize {
    layers.iter().max().map_or(0, |last| last + 1)
}

/// How much of the width goes to the sides of plates.
fn padding(block: &Block) -> f64 {
    let own = if block.plate.is_some() { 2.0 * PADDING + GAP } else { 0.0 };
    own + block.inside.iter().map(padding).sum::<f64>()
}

/// The y of every node: a line for each layer, or several if a block has more than fit into one.
pub(crate) fn heights(rows: &[Row], layers: &[usize]) -> Vec<f64> {
    let mut lines = vec![0; count(layers)];
    for row in rows {
        let needed = row.nodes.len().div_ceil(row.most);
        if let Some(&node) = row.nodes.first() {
            lines[layers[node]] = needed.max(lines[layers[node]]);
        }
    }
    let above = |layer: usize| lines[..layer].iter().sum::<usize>();
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
