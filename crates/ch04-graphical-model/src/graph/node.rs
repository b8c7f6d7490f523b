/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A random variable that nobody sees: a white circle.
    Latent,
    /// A random variable that is seen: a shaded circle.
    Observed,
    /// A number, or several, that is given: a small box.
    Parameter,
}

/// A node of a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub(crate) name: String,
    /// The name without the index that unrolling gave it.
    pub(crate) base: String,
    pub(crate) kind: Kind,
}

impl Node {
    /// Its name: `Z`, or `Z_1` for the first of the nodes into which a plate unrolled `Z`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it stands for.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether it is a random variable, latent or observed.
    #[must_use]
    pub fn is_random(&self) -> bool {
        self.kind != Kind::Parameter
    }
}
