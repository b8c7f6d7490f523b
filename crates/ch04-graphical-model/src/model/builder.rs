use std::fmt;

use chapter::Error;

use crate::{Conditional, Graph, GraphError, Model};

/// A model while its numbers are given; [`build`](Self::build) checks them.
pub struct ModelBuilder<'a> {
    graph: &'a Graph,
    parameters: Vec<(String, Vec<f64>)>,
    conditionals: Vec<(String, Box<dyn Conditional>)>,
}

impl fmt::Debug for ModelBuilder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut builder = f.debug_struct("ModelBuilder");
        builder.field("graph", self.graph).finish_non_exhaustive()
    }
}

impl Model {
    /// A model over a graph, still without its numbers.
    #[must_use]
    pub fn of(graph: &Graph) -> ModelBuilder<'_> {
        let (parameters, conditionals) = (Vec::new(), Vec::new());
        ModelBuilder { graph, parameters, conditionals }
    }
}

impl ModelBuilder<'_> {
    /// The value of a parameter: one number or several, and one for each copy if there are several.
    /// The copies into which plates unroll it have one name here, that of the parameter.
    #[must_use]
    pub fn parameter(
        mut self,
        name: &str,
        values: impl IntoIterator<Item = f64>,
    ) -> Self {
        let values = values.into_iter().collect();
        self.parameters.retain(|(other, _)| other != name);
        self.parameters.push((name.to_owned(), values));
        self
    }

    /// The distribution of a random node given its parents, the same for all of its copies.
    #[must_use]
    pub fn conditional(
        mut self,
        name: &str,
        conditional: impl Conditional + 'static,
    ) -> Self {
        self.conditionals.retain(|(other, _)| other != name);
        self.conditionals.push((name.to_owned(), Box::new(conditional)));
        self
    }

    /// The model, checked.
    ///
    /// # Errors
    ///
    /// [`GraphError`]: a random node without a conditional or a parameter without a value, either
    /// of them for a node of the other kind or for none, a parameter in plates whose values are
    /// not as many as its copies, and plates that unroll to too much.
    pub fn build(self) -> Result<Model, Error> {
        self.check()?;
        let graph = self.graph.unroll()?;
        let order = graph.order();
        let order =
            order.into_iter().filter(|&node| graph.nodes[node].is_random());
        let order = order.collect();
        let values = self.values(&graph)?;
        Ok(Model { order, values, conditionals: self.conditionals, graph })
    }

    fn check(&self) -> Result<(), GraphError> {
        let nodes = &self.graph.nodes;
        let parameters = self.parameters.iter();
        let parameters = parameters.map(|(name, _)| (name, "value"));
        let conditionals = self.conditionals.iter();
        let conditionals = conditionals.map(|(name, _)| (name, "conditional"));
        let given: Vec<_> = parameters.chain(conditionals).collect();
        for &(name, what) in &given {
            let node = nodes.iter().find(|node| node.base == *name);
            let Some(node) = node else {
                let mut known: Vec<String> =
                    nodes.iter().map(|node| node.base.clone()).collect();
                known.dedup();
                return Err(GraphError::UnknownNode {
                    name: name.clone(),
                    known,
                });
            };
            if node.is_random() != (what == "conditional") {
                let kind =
                    if node.is_random() { "random" } else { "a parameter" };
                return Err(GraphError::Misplaced {
                    node: name.clone(),
                    kind,
                    what,
                });
            }
        }
        let lacks =
            |name: &String| given.iter().all(|(other, _)| *other != name);
        match nodes.iter().find(|node| lacks(&node.base)) {
            None => Ok(()),
            Some(node) if node.is_random() => {
                Err(GraphError::without_conditional(&node.base))
            }
            Some(node) => Err(GraphError::Missing {
                node: node.base.clone(),
                what: "value",
            }),
        }
    }

    /// The values of every node of the unrolled graph. The copies of a parameter have one value
    /// each; a parameter that has one copy has all of its values.
    fn values(&self, unrolled: &Graph) -> Result<Vec<Vec<f64>>, GraphError> {
        let mut values = vec![Vec::new(); unrolled.nodes.len()];
        for (name, given) in &self.parameters {
            let copies: Vec<usize> = (0..unrolled.nodes.len())
                .filter(|&copy| unrolled.nodes[copy].base == *name)
                .collect();
            if let [copy] = copies[..] {
                values[copy].clone_from(given);
            } else if copies.len() == given.len() {
                for (copy, value) in copies.into_iter().zip(given) {
                    values[copy].push(*value);
                }
            } else {
                let (copies, values) = (copies.len(), given.len());
                let node = name.clone();
                return Err(GraphError::Copies { node, copies, values });
            }
        }
        Ok(values)
    }
}
