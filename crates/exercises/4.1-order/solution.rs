//! The solution of exercise 4.1.

/// The nodes of a graph in an order in which each one comes after its parents.
///
/// The nodes are counted from 0, and `parents[node]` are the nodes from which
/// an arrow leads to it. `None` if there is no such order: the arrows run in a
/// circle.
pub fn order(parents: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut order: Vec<usize> = Vec::new();
    while order.len() < parents.len() {
        let is_ready = |node: &usize| {
            let after_parents =
                parents[*node].iter().all(|p| order.contains(p));
            after_parents && !order.contains(node)
        };
        let next = (0..parents.len()).find(is_ready)?;
        order.push(next);
    }
    Some(order)
}
