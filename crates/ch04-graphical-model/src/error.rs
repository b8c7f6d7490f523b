use thiserror::Error;

/// What is not a graph, or not a model over one, in words that name the nodes.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum GraphError {
    /// A node, a plate's index or its count without a name.
    #[error("a {what} must have a name")]
    Nameless {
        /// What has none.
        what: &'static str,
    },
    /// Two things with one name.
    #[error("two {what} are called `{name}`")]
    Duplicate {
        /// What there are two of: `nodes`.
        what: &'static str,
        /// Their name.
        name: String,
    },
    /// A name that no node has.
    #[error("no node is called `{name}`{}; the nodes are {}", hint(name, known), known.join(", "))]
    UnknownNode {
        /// The name that was asked for.
        name: String,
        /// The names of the nodes.
        known: Vec<String>,
    },
    /// An arrow that is drawn twice.
    #[error("the arrow {from} → {to} is drawn twice")]
    DuplicateArrow {
        /// Where it begins.
        from: String,
        /// Where it ends.
        to: String,
    },
    /// An arrow into a parameter.
    #[error(
        "{from} → {to}: no arrow leads into a parameter, whose value is given"
    )]
    IntoParameter {
        /// Where it begins.
        from: String,
        /// The parameter.
        to: String,
    },
    /// Arrows that lead back to where they began.
    #[error("{} is a cycle", nodes.join(" → "))]
    Cycle {
        /// The nodes along it; the last is the first.
        nodes: Vec<String>,
    },
    /// A plate around nothing.
    #[error("the plate over {index} contains no node")]
    EmptyPlate {
        /// The plate's index.
        index: String,
    },
    /// Two plates that share nodes without one being inside the other.
    #[error(
        "the plates over {one} and {other} share {shared}, but {outside} is in the one alone and \
         {beyond} in the other"
    )]
    Overlap {
        /// The index of the one plate.
        one: String,
        /// The index of the other.
        other: String,
        /// A node that both contain.
        shared: String,
        /// A node that only the one contains.
        outside: String,
        /// A node that only the other contains.
        beyond: String,
    },
    /// A graph that unrolls to more than can be handled.
    #[error("unrolled, the graph has more than {most} {what}")]
    TooLarge {
        /// What there are too many of: `nodes`.
        what: &'static str,
        /// How many there may be.
        most: usize,
    },
    /// A random node without a conditional distribution, or a parameter without a value.
    #[error("{node} has no {what}")]
    Missing {
        /// The node.
        node: String,
        /// What it lacks: `value`.
        what: &'static str,
    },
    /// A conditional for a parameter, or a fixed value for a random node.
    #[error("{node} is {kind} and takes no {what}")]
    Misplaced {
        /// The node.
        node: String,
        /// What it is: `a parameter`.
        kind: &'static str,
        /// What it was given: `conditional`.
        what: &'static str,
    },
    /// A parameter in plates with a number of values that is not its number of copies.
    #[error("{node} has {copies} copies, but {values} values")]
    Copies {
        /// The parameter.
        node: String,
        /// How many copies its plates make.
        copies: usize,
        /// How many values it was given.
        values: usize,
    },
    /// A conditional that asks for a node which is not among the parents.
    #[error("{node} has no parent called `{parent}`; its parents are {}", known.join(", "))]
    NoParent {
        /// The node.
        node: String,
        /// The parent that was asked for.
        parent: String,
        /// The names of its parents.
        known: Vec<String>,
    },
}

impl From<GraphError> for chapter::Error {
    fn from(error: GraphError) -> Self {
        Self::Refusal(error.to_string())
    }
}

/// The nearest of the known names, if one is near.
fn hint(name: &str, known: &[String]) -> String {
    let distance = |other: &&String| strsim::osa_distance(name, other);
    match known.iter().min_by_key(distance) {
        Some(nearest) if 2 * distance(&nearest) <= name.chars().count() => {
            format!(" (nearest: `{nearest}`)")
        }
        _ => String::new(),
    }
}

impl GraphError {
    /// Refuses a random node that has no distribution.
    pub(crate) fn without_conditional(node: &str) -> Self {
        Self::Missing { node: node.to_owned(), what: "conditional" }
    }
}
