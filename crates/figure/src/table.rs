/// The numbers behind a picture, as rows of text under named columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of each column, with its unit where it has one.
    pub header: Vec<String>,
    /// The rows; each has one cell a column.
    pub rows: Vec<Vec<String>>,
}
