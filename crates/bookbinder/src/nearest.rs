//! Errors that name what the reader probably meant.

use std::{error, fmt};

/// A name that nothing has, and the nearest one that something has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    kind: &'static str,
    name: String,
    nearest: Option<String>,
}

impl Unknown {
    /// No `kind` (`fact`, `figure`) is called `name`; these are the names that exist.
    pub fn new<S: AsRef<str>>(
        kind: &'static str,
        name: &str,
        known: impl IntoIterator<Item = S>,
    ) -> Self {
        let nearest = known
            .into_iter()
            .min_by_key(|known| {
                strsim::damerau_levenshtein(known.as_ref(), name)
            })
            .map(|known| known.as_ref().to_owned());
        Self { kind, name: name.to_owned(), nearest }
    }
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no {} is called `{}`", self.kind, self.name)?;
        match &self.nearest {
            Some(nearest) => write!(f, "; the nearest is `{nearest}`"),
            None => write!(f, "; there is none at all"),
        }
    }
}

impl error::Error for Unknown {}

#[cfg(test)]
mod tests {
    use super::Unknown;

    #[test]
    fn a_slip_of_the_fingers_is_one_step_away() {
        let unknown = Unknown::new(
            "fact",
            "ch02/naive-aera",
            ["ch02/area", "ch02/naive-area"],
        );
        assert_eq!(
            unknown.to_string(),
            "no fact is called `ch02/naive-aera`; the nearest is `ch02/naive-area`"
        );
    }

    #[test]
    fn where_there_are_no_names_none_is_near() {
        let unknown = Unknown::new("fact", "x", [""; 0]);
        assert_eq!(
            unknown.to_string(),
            "no fact is called `x`; there is none at all"
        );
    }
}
