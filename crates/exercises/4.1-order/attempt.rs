//! Exercise 4.1. Replace the `todo!()`, then run `cargo book exercise 4.1`.

/// The nodes of a graph in an order in which each one comes after its parents.
///
/// The nodes are counted from 0, and `parents[node]` are the nodes from which
/// an arrow leads to it. `None` if there is no such order: the arrows run in a
/// circle.
pub fn order(parents: &[Vec<usize>]) -> Option<Vec<usize>> {
    todo!()
}
