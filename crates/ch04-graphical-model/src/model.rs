use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use chapter::Error;
use rand::Rng;

use crate::{Assignment, Conditional, Graph, GraphError, Parents};

/// A graph with its numbers: a value for every parameter, and for every random node its
/// distribution given its parents.
///
/// The plates are unrolled: the model of a graph with a plate over n = 1, 2, 3 has the random nodes
/// `Z_1`, `Z_2` and `Z_3`, which share the conditional of `Z`.
pub struct Model {
    graph: Graph,
    /// The random nodes, every one after its parents.
    order: Vec<usize>,
    /// The value of every parameter of the unrolled graph; nothing for random nodes.
    values: Vec<Vec<f64>>,
    conditionals: BTreeMap<String, Box<dyn Conditional>>,
}

impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut model = f.debug_struct("Model");
        model.field("graph", &self.graph).finish_non_exhaustive()
    }
}

impl Model {
    /// A model over a graph, still without its numbers.
    #[must_use]
    pub fn of(graph: &Graph) -> ModelBuilder<'_> {
        let (parameters, conditionals) = (BTreeMap::new(), BTreeMap::new());
        ModelBuilder { graph, parameters, conditionals }
    }

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
        let conditional = self.conditionals.get(&node.base);
        Ok(conditional.map(AsRef::as_ref).ok_or_else(|| missing(&node.base))?)
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

/// A model while its numbers are given; [`build`](Self::build) checks them.
pub struct ModelBuilder<'a> {
    graph: &'a Graph,
    parameters: BTreeMap<String, Vec<f64>>,
    conditionals: BTreeMap<String, Box<dyn Conditional>>,
}

impl fmt::Debug for ModelBuilder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut builder = f.debug_struct("ModelBuilder");
        builder.field("graph", self.graph).finish_non_exhaustive()
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
        self.parameters.insert(name.to_owned(), values);
        self
    }

    /// The distribution of a random node given its parents, the same for all of its copies.
    #[must_use]
    pub fn conditional(
        mut self,
        name: &str,
        conditional: impl Conditional + 'static,
    ) -> Self {
        self.conditionals.insert(name.to_owned(), Box::new(conditional));
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
        let parameters = self.parameters.keys().map(|name| (name, "value"));
        let conditionals =
            self.conditionals.keys().map(|name| (name, "conditional"));
        for (name, what) in parameters.chain(conditionals) {
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
        let lacks = |name: &String| {
            !self.parameters.contains_key(name)
                && !self.conditionals.contains_key(name)
        };
        match nodes.iter().find(|node| lacks(&node.base)) {
            None => Ok(()),
            Some(node) if node.is_random() => Err(missing(&node.base)),
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

fn missing(node: &str) -> GraphError {
    GraphError::Missing { node: node.to_owned(), what: "conditional" }
}
