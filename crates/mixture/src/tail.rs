/// Which side of a point a probability is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// At and below the point.
    Lower,
    /// Above the point.
    Upper,
}

impl Tail {
    /// The other side.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Lower => Self::Upper,
            Self::Upper => Self::Lower,
        }
    }
}
