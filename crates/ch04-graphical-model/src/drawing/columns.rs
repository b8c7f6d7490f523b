//! How far to the right every node stands: ordered within its row so that few arrows cross, and as
//! straight over its neighbours as the room allows.

use crate::Graph;

/// How often the rows are put in order; a few times is enough for all that can be gained.
const SWEEPS: usize = 12;

/// Nodes of one block in one row of the picture, and the room that they have.
#[derive(Debug)]
pub(crate) struct Row {
    /// The nodes of a layer of the block; more than fit beside each other stand in several lines.
    pub(crate) nodes: Vec<usize>,
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// How many of them stand beside each other.
    pub(crate) most: usize,
}

/// The x of every node, for rows that are given from above, and their order from left to right.
pub(crate) fn columns(
    graph: &Graph,
    rows: &mut [Row],
    spacing: f64,
) -> Vec<f64> {
    let mut xs = vec![0.0; graph.nodes.len()];
    for row in &*rows {
        let middle = vec![f64::midpoint(row.from, row.to); row.nodes.len()];
        place(row, &middle, spacing, &mut xs);
    }
    for sweep in 0..SWEEPS {
        // Downwards and upwards in turn.
        for step in 0..rows.len() {
            let at = if sweep % 2 == 0 { step } else { rows.len() - 1 - step };
            let row = &mut rows[at];
            order(graph, row, &xs);
            let wished: Vec<f64> = row
                .nodes
                .iter()
                .map(|&node| barycentre(graph, node, &xs))
                .collect();
            place(row, &wished, spacing, &mut xs);
        }
    }
    xs
}

/// The mean place of a node's neighbours: of the random ones if it is random itself and has some,
/// so that a chain of random variables stands straight, whatever parameters are beside it.
fn barycentre(graph: &Graph, node: usize, xs: &[f64]) -> f64 {
    let all = graph.parents[node].iter().chain(&graph.children[node]);
    let mean = |neighbours: Vec<usize>| {
        let sum: f64 = neighbours.iter().map(|&node| xs[node]).sum();
        (!neighbours.is_empty()).then_some(sum / neighbours.len() as f64)
    };
    let random =
        all.clone().copied().filter(|&node| graph.nodes[node].is_random());
    mean(random.collect())
        .or_else(|| mean(all.copied().collect()))
        .unwrap_or(xs[node])
}

/// Orders a row by the barycentres (Sugiyama, Tagawa & Toda 1981). Of nodes that want the same
/// place the random ones come into the middle, and the parameters to both sides of them.
fn order(graph: &Graph, row: &mut Row, xs: &[f64]) {
    // In thousandths: sums of the same numbers in another order are the same place.
    let mut keyed: Vec<(i64, usize)> = Vec::new();
    for &node in &row.nodes {
        let place = libm::round(1000.0 * barycentre(graph, node, xs)) as i64;
        let key = (place, node);
        keyed.insert(keyed.partition_point(|other| *other < key), key);
    }
    let mut ordered = Vec::new();
    for tied in keyed.chunk_by(|one, other| one.0 == other.0) {
        let tied = tied.iter().map(|(_, node)| *node);
        let (random, parameters): (Vec<usize>, Vec<usize>) =
            tied.partition(|&node| graph.nodes[node].is_random());
        let (left, right) = parameters.split_at(parameters.len() / 2);
        ordered.extend(left.iter().chain(&random).chain(right).copied());
    }
    row.nodes = ordered;
}

/// Puts the nodes of a row as near to where they wish to be as their distance, their order and
/// their room allow: the least squares under these conditions.
fn place(row: &Row, wished: &[f64], spacing: f64, xs: &mut [f64]) {
    for (nodes, wished) in
        row.nodes.chunks(row.most).zip(wished.chunks(row.most))
    {
        // Less its place in the line, a node's x must not fall from one to the next.
        let shifted: Vec<f64> = wished
            .iter()
            .enumerate()
            .map(|(place, x)| x - place as f64 * spacing)
            .collect();
        let (low, last) = (row.from + spacing / 2.0, nodes.len() as f64 - 1.0);
        let high = (row.to - spacing / 2.0 - last * spacing).max(low);
        for (place, (&node, x)) in
            nodes.iter().zip(isotonic(&shifted)).enumerate()
        {
            xs[node] = x.clamp(low, high) + place as f64 * spacing;
        }
    }
}

/// The non-falling sequence nearest to `values`, by pooling neighbours that fall (Ayer et al. 1955).
fn isotonic(values: &[f64]) -> Vec<f64> {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for &value in values {
        pools.push((value, 1));
        while let [.., (one, many), (other, more)] = pools[..]
            && one >= other
        {
            let all = many + more;
            let mean = (one * many as f64 + other * more as f64) / all as f64;
            pools.truncate(pools.len() - 2);
            pools.push((mean, all));
        }
    }
    pools.into_iter().flat_map(|(mean, many)| vec![mean; many]).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::isotonic;

    proptest! {
        #[test]
        fn the_nearest_rising_sequence_rises_and_is_nearer_than_its_neighbours(
            values in prop::collection::vec(-9.0..9.0, 1..8),
            step in -0.5..0.5,
        ) {
            let nearest = isotonic(&values);
            prop_assert!(nearest.windows(2).all(|pair| pair[0] <= pair[1]));
            let distance = |one: &[f64]| -> f64 {
                one.iter().zip(&values).map(|(a, b)| (a - b) * (a - b)).sum()
            };
            // Moving all from one place on up, or down, keeps it rising.
            for from in 0..values.len() {
                let mut moved = nearest.clone();
                let rest = if step > 0.0 { from..values.len() } else { 0..from + 1 };
                moved[rest].iter_mut().for_each(|value| *value += step);
                prop_assert!(distance(&nearest) <= distance(&moved) + 1e-9);
            }
        }
    }
}
