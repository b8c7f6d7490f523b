pub(crate) mod assignment;
pub(crate) mod builder;
pub(crate) mod conditional;

use std::{collections::BTreeSet, fmt};

use chapter::Error;
use rand::Rng;

use crate::{Assignment, Conditional, Graph, GraphError, Parents};

/// A graph with its numbers: a value for every parameter, and for every random node its
/// distribution given its parents.
///
/// The plates are unrolled: the model of a graph with a plate over n = 1, 2, 3 has the random nodes
/// `Z_1`, `Z_2` and `Z_3`, which share the conditional of `Z`.
pub struct Model {
    pub(crate) graph: Graph,
    /// The random nodes, every one after its parents.
    pub(crate) order: Vec<usize>,
    /// The value of every parameter of the unrolled graph; nothing for random nodes.
    pub(crate) values: Vec<Vec<f64>>,
    pub(crate) conditionals: Vec<(String, Box<dyn Conditional>)>,
}

impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut model = f.debug_struct("Model");
        model.field("graph", &self.graph).finish_non_exhaustive()
    }
}

impl Model {
    /// The graph, its plates unrolled.
    #[must_use]
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The logarithm of the joint density: the sum over the random nodes of log p(node | parents).
    ///
    /// # Errors
    ///
    /// [`GraphError::Missing`] for a random node without a value, [`GraphError::UnknownNode`] for a
    /// value of something else, and whatever the conditionals refuse.
    ///
    /// # Examples
    ///
    /// ```
    /// use ch04::Assignment;
    ///
    /// let student = Assignment::from([("Z", 1.0), ("X", 4.8)]);
    /// let joint = ch04::gmm_model()?.log_joint(&student)?.exp();
    /// assert!((joint - 0.4 * 1.329_807_601).abs() < 1e-9);
    /// # Ok::<(), chapter::Error>(())
    /// ```
    pub fn log_joint(&self, assignment: &Assignment) -> Result<f64, Error> {
        self.check_names(assignment)?;
        let mut log_joint = 0.0;
        for &node in &self.order {
            let parents = self.parents(node, assignment)?;
            let value = assignment.get(self.graph.nodes[node].name())?;
            log_joint += self.conditional(node)?.log_prob(value, &parents)?;
        }
        Ok(log_joint)
    }

    /// One draw from the joint density, by walking down the arrows: every node is drawn given its
    /// parents, which were drawn before it.
    ///
    /// # Errors
    ///
    /// Whatever the conditionals refuse.
    ///
    /// # Examples
    ///
    /// ```
    /// use rand_pcg::{Pcg64, rand_core::SeedableRng};
    ///
    /// let mut rng = Pcg64::seed_from_u64(42);
    /// let student = ch04::gmm_model()?.sample_ancestral(&mut rng)?;
    /// assert!([0.0, 1.0].contains(&student.get("Z")?));
    /// # Ok::<(), chapter::Error>(())
    /// ```
    pub fn sample_ancestral(
        &self,
        rng: &mut dyn Rng,
    ) -> Result<Assignment, Error> {
        let mut drawn = Assignment::default();
        for &node in &self.order {
            let parents = self.parents(node, &drawn)?;
            let value = self.conditional(node)?.sample(&parents, rng)?;
            drawn.set(self.graph.nodes[node].name(), value);
        }
        Ok(drawn)
    }

    fn conditional(&self, node: usize) -> Result<&dyn Conditional, Error> {
        let node = &self.graph.nodes[node];
        let mut conditionals = self.conditionals.iter();
        let conditional = conditionals.find(|(base, _)| *base == node.base);
        let conditional = conditional
            .ok_or_else(|| GraphError::without_conditional(&node.base))?;
        Ok(conditional.1.as_ref())
    }

    /// The values of a node's parents, those of one name together.
    fn parents(
        &self,
        node: usize,
        assignment: &Assignment,
    ) -> Result<Parents<'_>, Error> {
        let nodes = &self.graph.nodes;
        let mut values: Vec<(&str, Vec<f64>)> = Vec::new();
        for &parent in &self.graph.parents[node] {
            let name = nodes[parent].base.as_str();
            if values.last().is_none_or(|(last, _)| *last != name) {
                values.push((name, Vec::new()));
            }
            if let Some((_, values)) = values.last_mut() {
                if nodes[parent].is_random() {
                    values.push(assignment.get(nodes[parent].name())?);
                } else {
                    values.extend(&self.values[parent]);
                }
            }
        }
        Ok(Parents { of: nodes[node].name(), values })
    }

    fn check_names(&self, assignment: &Assignment) -> Result<(), GraphError> {
        let random =
            self.order.iter().map(|&node| self.graph.nodes[node].name());
        let known: BTreeSet<&str> = random.collect();
        match assignment.iter().find(|(name, _)| !known.contains(name)) {
            None => Ok(()),
            Some((name, _)) => Err(GraphError::UnknownNode {
                name: name.to_owned(),
                known: known.into_iter().map(str::to_owned).collect(),
            }),
        }
    }
}
