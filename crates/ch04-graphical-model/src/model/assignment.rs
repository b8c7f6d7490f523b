use chapter::Error;

use crate::GraphError;

/// A value for random nodes, by their names. A class is the number that counts it.
///
/// # Examples
///
/// ```
/// use ch04::Assignment;
///
/// let student = Assignment::from([("Z", 1.0), ("X", 4.9)]);
/// assert_eq!(student.get("X")?, 4.9);
/// assert_eq!(student.get("Y").unwrap_err().to_string(), "Y has no value");
/// # Ok::<(), chapter::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assignment(Vec<(String, f64)>);

impl Assignment {
    /// The value of a node.
    ///
    /// # Errors
    ///
    /// [`GraphError::Missing`] if the node has none.
    pub fn get(&self, node: &str) -> Result<f64, Error> {
        let missing =
            |_| GraphError::Missing { node: node.to_owned(), what: "value" };
        Ok(self.0[self.find(node).map_err(missing)?].1)
    }

    /// Gives a node a value, in place of the one it has.
    pub fn set(&mut self, node: &str, value: f64) {
        match self.find(node) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (node.to_owned(), value)),
        }
    }

    /// Where a node stands among the names, which are sorted, or where it would.
    fn find(&self, node: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(node))
    }

    /// The nodes that have a value, with it, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().map(|(node, value)| (node.as_str(), *value))
    }
}

impl<'a, I: IntoIterator<Item = (&'a str, f64)>> From<I> for Assignment {
    fn from(values: I) -> Self {
        let mut assignment = Self::default();
        for (node, value) in values {
            assignment.set(node, value);
        }
        assignment
    }
}
