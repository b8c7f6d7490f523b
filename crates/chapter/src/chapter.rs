use std::io;

use crate::{Error, Fact, Figure};

/// One chapter of the book.
#[derive(Debug)]
pub struct Chapter {
    /// Its number, counted from 1.
    pub number: u8,
    /// The last part of its crate's name: `superposition`.
    pub slug: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Prints the chapter's run: its claims and their numbers, in tables.
    pub run: fn(&mut dyn io::Write) -> Result<(), Error>,
    /// Its figures, in the order of the prose.
    pub figures: &'static [Figure],
    /// The numbers that its prose quotes.
    pub facts: fn() -> Result<Vec<Fact>, Error>,
}

impl Chapter {
    /// The short name by which the prose calls the chapter's crate: `ch02`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("ch{:02}", self.number)
    }

    /// The name of the chapter's package: `ch02-superposition`.
    #[must_use]
    pub fn package(&self) -> String {
        format!("{}-{}", self.name(), self.slug)
    }

    /// The figure of this name, if the chapter has it.
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<&'static Figure> {
        self.figures.iter().find(|figure| figure.name == name)
    }

    /// The `id` of a figure's SVG element, by which everything inside it is prefixed.
    #[must_use]
    pub fn figure_id(&self, figure: &Figure) -> String {
        format!("{}-{}", self.name(), figure.name)
    }
}
