use std::collections::BTreeMap;

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
pub struct Assignment(BTreeMap<String, f64>);

impl Assignment {
    /// The value of a node.
    ///
    /// # Errors
    ///
    /// [`GraphError::Missing`] if the node has none.
    pub fn get(&self, node: &str) -> Result<f64, Error> {
        let value = self.0.get(node).copied();
        let missing =
            || GraphError::Missing { node: node.to_owned(), what: "value" };
        Ok(value.ok_or_else(missing)?)
    }

    /// Gives a node a value, in place of the one it has.
    pub fn set(&mut self, node: &str, value: f64) {
        self.0.insert(node.to_owned(), value);
    }

    /// The nodes that have a value, with it, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().map(|(node, value)| (node.as_str(), *value))
    }
}

impl<'a, I: IntoIterator<Item = (&'a str, f64)>> From<I> for Assignment {
    fn from(values: I) -> Self {
        let owned = |(node, value): (&str, f64)| (node.to_owned(), value);
        Self(values.into_iter().map(owned).collect())
    }
}
