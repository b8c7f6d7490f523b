use crate::text::{escaped, on_one_line};

/// The numbers behind a picture, as rows of text under named columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of each column, with its unit where it has one.
    pub header: Vec<String>,
    /// The rows; each has one cell per column.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table as HTML, on one line.
    ///
    /// # Examples
    ///
    /// ```
    /// let table = figure::Table {
    ///     header: vec!["x".to_owned()],
    ///     rows: vec![vec!["< 1".to_owned()]],
    /// };
    /// let head = r#"<thead><tr><th scope="col">x</th></tr></thead>"#;
    /// let body = "<tbody><tr><td>&lt; 1</td></tr></tbody>";
    /// assert_eq!(table.to_html(), format!("<table>{head}{body}</table>"));
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut html = String::from("<table><thead>");
        push_row(&mut html, r#"<th scope="col">"#, &self.header, "</th>");
        html.push_str("</thead><tbody>");
        for row in &self.rows {
            push_row(&mut html, "<td>", row, "</td>");
        }
        html.push_str("</tbody></table>");
        on_one_line(&html)
    }
}

fn push_row(html: &mut String, opening: &str, cells: &[String], closing: &str) {
    html.push_str("<tr>");
    for cell in cells {
        html.push_str(opening);
        html.push_str(&escaped(cell));
        html.push_str(closing);
    }
    html.push_str("</tr>");
}
