use std::collections::BTreeSet;

use crate::{
    Graph, Plate,
    notation::{Script, Term},
};

/// A factor of a joint density.
enum Factor {
    /// p(node | parents).
    Conditional { node: Term, parents: Vec<Term> },
    /// The product of factors over a plate.
    Product { plate: usize, factors: Vec<Factor> },
}

impl Graph {
    /// The joint density as the graph says it, in LaTeX: the product over the random nodes of the
    /// density of each given its parents.
    ///
    /// # Examples
    ///
    /// ```
    /// let latex = ch04::gmm()?.factorization_latex();
    /// assert_eq!(latex, r"p(Z, X) = p(Z \mid \pi)\, p(X \mid Z, \mu, \sigma)");
    /// # Ok::<(), ch04::GraphError>(())
    /// ```
    #[must_use]
    pub fn factorization_latex(&self) -> String {
        self.factorization(Script::Latex)
    }

    /// The joint density as the graph says it, in plain text.
    ///
    /// # Examples
    ///
    /// ```
    /// let text = ch04::gmm_with_observations(3)?.factorization_text();
    /// let expected = "p(Z_{1:N}, X_{1:N}) = ∏_{n=1}^{N} p(Z_n | π) p(X_n | Z_n, μ, σ)";
    /// assert_eq!(text, expected);
    /// # Ok::<(), ch04::GraphError>(())
    /// ```
    #[must_use]
    pub fn factorization_text(&self) -> String {
        self.factorization(Script::Text)
    }

    fn factorization(&self, script: Script) -> String {
        let order = self.order();
        let random =
            order.iter().copied().filter(|&node| self.nodes[node].is_random());
        let random: Vec<usize> = random.collect();
        if random.is_empty() {
            // The product of no factors.
            return "1".to_owned();
        }
        let all: Vec<String> = random
            .iter()
            .map(|&node| script.term(&self.term(node, None)))
            .collect();
        let factors = self.product(&random, &[]);
        format!("p({}) = {}", all.join(", "), self.written(&factors, script))
    }

    /// The factors of nodes that stand inside the plates `around`.
    fn product(&self, nodes: &[usize], around: &[usize]) -> Vec<Factor> {
        let mut factors = Vec::new();
        let mut plates = BTreeSet::new();
        for &node in nodes {
            match self.plates_around(node).get(around.len()) {
                None => factors.push(self.conditional(node)),
                Some(&plate) => {
                    plates.insert(plate);
                }
            }
        }
        for plate in plates {
            let inside: Vec<usize> = nodes
                .iter()
                .copied()
                .filter(|&node| self.plates[plate].contains(node))
                .collect();
            let factors_inside =
                self.product(&inside, &[around, &[plate]].concat());
            factors.push(Factor::Product { plate, factors: factors_inside });
        }
        factors
    }

    fn conditional(&self, node: usize) -> Factor {
        let parents = self.parents[node].iter();
        Factor::Conditional {
            node: self.term(node, Some(node)),
            parents: parents
                .map(|&parent| self.term(parent, Some(node)))
                .collect(),
        }
    }

    /// A node as a child sees it: its index is the child's in a plate around both, and runs over
    /// all of a plate that is around the node alone.
    fn term(&self, node: usize, child: Option<usize>) -> Term {
        let around =
            child.map(|child| self.plates_around(child)).unwrap_or_default();
        let index = |&place: &usize| {
            let plate = &self.plates[place];
            if around.contains(&place) {
                plate.index.clone()
            } else {
                format!("{}:{}", plate.first, last(plate))
            }
        };
        let indices = self.plates_around(node).iter().map(index).collect();
        Term::of(&self.nodes[node].name, indices)
    }

    fn written(&self, factors: &[Factor], script: Script) -> String {
        let written =
            factors.iter().enumerate().map(|(place, factor)| match factor {
                Factor::Conditional { node, parents } => {
                    let parents: Vec<String> = parents
                        .iter()
                        .map(|parent| script.term(parent))
                        .collect();
                    let node = script.term(node);
                    if parents.is_empty() {
                        format!("p({node})")
                    } else {
                        format!(
                            "p({node}{}{})",
                            script.given(),
                            parents.join(", ")
                        )
                    }
                }
                Factor::Product { plate, factors: inside } => {
                    let plate = &self.plates[*plate];
                    let sign =
                        script.product(&plate.index, plate.first, &last(plate));
                    let inside = self.written(inside, script);
                    // A product reaches as far to the right as it can.
                    if place + 1 < factors.len() {
                        format!("{sign}{}", script.bracketed(&inside))
                    } else {
                        format!("{sign}{inside}")
                    }
                }
            });
        written.collect::<Vec<_>>().join(script.times())
    }
}

/// The last value of a plate's index, in the plate's own terms: `N`, or `D-1`.
fn last(plate: &Plate) -> String {
    match plate.first {
        0 => format!("{}-1", plate.count),
        _ => plate.count.clone(),
    }
}
