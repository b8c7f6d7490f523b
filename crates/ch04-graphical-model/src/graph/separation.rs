use std::collections::BTreeSet;

use super::Graph;
use crate::GraphError;

impl Graph {
    /// Whether two nodes tell nothing of each other once these others are known, whatever the
    /// distributions at the nodes are.
    ///
    /// Only the ancestors of the nodes that are asked about matter. Among them, two parents of one
    /// child are joined, since they explain it together; then arrows lose their heads, and what is
    /// known is taken out. If no way is left from one node to the other, they are separated.
    ///
    /// # Errors
    ///
    /// [`GraphError::UnknownNode`] for a name that no node has.
    ///
    /// # Examples
    ///
    /// ```
    /// let gmm = ch04::gmm()?;
    /// // The shares tell of the grade, but not to whom the group is known.
    /// assert!(!gmm.d_separated("π", "X", &[])?);
    /// assert!(gmm.d_separated("π", "X", &["Z"])?);
    /// # Ok::<(), ch04::GraphError>(())
    /// ```
    ///
    /// # References
    ///
    /// Lauritzen, Dawid, Larsen and Leimer, *Independence properties of directed Markov fields*,
    /// Networks 20 (1990), 491–505; Bishop, *Pattern Recognition and Machine Learning* (2006),
    /// section 8.2.
    pub fn d_separated(
        &self,
        one: &str,
        other: &str,
        given: &[&str],
    ) -> Result<bool, GraphError> {
        let (one, other) = (self.place(one)?, self.place(other)?);
        let given = given.iter().map(|name| self.place(name));
        let given = given.collect::<Result<BTreeSet<_>, _>>()?;
        let asked = given.iter().copied().chain([one, other]);
        let ancestors = self.with_ancestors(asked.collect());
        let mut reached = BTreeSet::from([one]);
        let mut open = vec![one];
        while let Some(node) = open.pop() {
            for next in self.joined(node, &ancestors) {
                if !given.contains(&next) && reached.insert(next) {
                    open.push(next);
                }
            }
        }
        Ok(!reached.contains(&other))
    }

    /// These nodes and all from which a way of arrows leads to one of them.
    fn with_ancestors(&self, nodes: Vec<usize>) -> BTreeSet<usize> {
        let mut open = nodes;
        let mut found: BTreeSet<usize> = open.iter().copied().collect();
        while let Some(node) = open.pop() {
            for &parent in &self.parents[node] {
                if found.insert(parent) {
                    open.push(parent);
                }
            }
        }
        found
    }

    /// The parents of a node, its children, and their other parents, among some nodes.
    fn joined(&self, node: usize, among: &BTreeSet<usize>) -> Vec<usize> {
        let children = self.children[node].iter();
        let children = children.filter(|child| among.contains(child));
        let families = children.flat_map(|&child| {
            self.parents[child].iter().copied().chain([child])
        });
        let all = self.parents[node].iter().copied().chain(families);
        all.filter(|next| among.contains(next)).collect()
    }
}
