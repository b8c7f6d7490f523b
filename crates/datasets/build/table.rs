use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail, ensure};
use csv::{Reader, StringRecord};

/// A CSV file whose cells say, when they are wrong, where they stand.
#[derive(Debug)]
pub(crate) struct Table {
    path: PathBuf,
    header: StringRecord,
    records: Vec<StringRecord>,
}

impl Table {
    /// Reads a file that must have exactly these columns.
    pub(crate) fn read(path: &Path, columns: &[&str]) -> Result<Self> {
        let file = File::open(path)
            .with_context(|| format!("cannot open {}", path.display()))?;
        Self::parse(path, file, columns)
    }

    /// Reads the text of a file that must have exactly these columns.
    pub(crate) fn parse(
        path: &Path,
        text: impl Read,
        columns: &[&str],
    ) -> Result<Self> {
        let broken = || format!("{} is not a table", path.display());
        let mut reader = Reader::from_reader(text);
        let header = reader.headers().with_context(broken)?.clone();
        ensure!(
            header == *columns,
            "{}:1: the columns must be `{}`, got `{}`",
            path.display(),
            columns.join(","),
            header.iter().collect::<Vec<_>>().join(",")
        );
        let records =
            reader.records().collect::<Result<_, _>>().with_context(broken)?;
        Ok(Self { path: path.to_owned(), header, records })
    }

    /// How many rows stand under the header.
    pub(crate) fn rows(&self) -> usize {
        self.records.len()
    }

    /// A finite number.
    pub(crate) fn number(&self, row: usize, column: usize) -> Result<f64> {
        match self.cell(row, column).parse() {
            Ok(number) if f64::is_finite(number) => Ok(number),
            _ => self.refuse(row, column, "a finite number"),
        }
    }

    /// A whole number that is not negative.
    pub(crate) fn count(&self, row: usize, column: usize) -> Result<u32> {
        match self.cell(row, column).parse() {
            Ok(count) => Ok(count),
            Err(_) => self.refuse(row, column, "a count"),
        }
    }

    /// The index of the word that the cell holds.
    pub(crate) fn one_of(
        &self,
        row: usize,
        column: usize,
        words: &[&str],
    ) -> Result<usize> {
        match words.iter().position(|&word| word == self.cell(row, column)) {
            Some(index) => Ok(index),
            None => {
                self.refuse(row, column, &format!("`{}`", words.join("` or `")))
            }
        }
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        &self.records[row][column]
    }

    fn refuse<T>(
        &self,
        row: usize,
        column: usize,
        requirement: &str,
    ) -> Result<T> {
        let line = self.records[row].position().map_or(0, csv::Position::line);
        bail!(
            "{}:{line}: `{}` must be {requirement}, got `{}`",
            self.path.display(),
            &self.header[column],
            self.cell(row, column)
        )
    }
}
