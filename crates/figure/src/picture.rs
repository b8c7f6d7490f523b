use crate::Table;

/// A finished picture: the SVG, and the same content for those who cannot see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// One `<svg>` element, to be placed inline: its colours come from the page.
    pub svg: String,
    /// What the picture shows, in one line; also the SVG's `<title>`.
    pub title: String,
    /// What a sighted reader takes from the picture, in sentences; also the SVG's `<desc>`.
    pub description: String,
    /// The plotted numbers.
    pub table: Table,
}
