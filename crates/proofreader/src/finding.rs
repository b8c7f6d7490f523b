use std::fmt;

/// Something wrong in a built book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The page or file, relative to the book's folder.
    pub place: String,
    /// What is wrong with it.
    pub what: String,
}

impl Finding {
    /// Something wrong at this place.
    pub fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.what)
    }
}
