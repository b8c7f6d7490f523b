//! The notation: what its table has to hold.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "common/bind.rs"]
mod bind;
#[path = "common/library.rs"]
mod library;
#[path = "common/workspace.rs"]
mod workspace;

use insta::assert_snapshot;
use library::LIBRARY;

/// What is refused on a page of these formulas, beside a table of these rows.
fn refusal(formulas: &str, rows: &[&str]) -> String {
    let rows = rows.join(" | what it is |\n| ");
    let table = format!(
        "# Notation\n\n| symbol | |\n| --- | --- |\n| {rows} | what it is |\n"
    );
    let pages = [("notation.md", &*table), ("notes.md", formulas)];
    bind::bind(LIBRARY, &pages).err().unwrap_or_default()
}

#[test]
fn a_symbol_that_the_table_lacks_is_refused_once_a_page_where_it_stands_first()
{
    assert_snapshot!(refusal(
        "a $x$\n\n$$\n\\begin{aligned}\n&x \\\\\n&= \\pi\n\\end{aligned}\n$$\n\n$\\pi + \\mathcal{N}$",
        &["$x$"],
    ), @r"
    book/src/notes.md:6: the symbol `\pi` is not in the table of book/src/notation.md
    book/src/notes.md:10: the symbol `\mathcal{N}` is not in the table of book/src/notation.md
    ");
}

#[test]
fn a_symbol_that_only_a_caption_has_is_refused_where_the_figure_is_shown() {
    assert_snapshot!(refusal("a\n\n{{#figure ch42/line}}", &["$y$"]), @"book/src/notes.md:3: the symbol `f` is not in the table of book/src/notation.md");
}

#[test]
fn a_table_with_every_symbol_passes() {
    assert_eq!(
        refusal(
            "# The $x_k$\n\n$\\hat{\\mu}_1 = {{#fact ch42/area}} \\exp(x) \\text{ if } k$ in $\\mathbb{R}$",
            &["$x_k$, $\\mu$", "$\\exp(a)$", "$\\mathbb{R}$"],
        ),
        ""
    );
}

#[test]
fn what_stands_beside_the_first_column_is_explained_nowhere() {
    assert_snapshot!(refusal("$x$", &["$x$ | $y$"]), @"book/src/notation.md:5: the symbol `y` is not in the table of book/src/notation.md");
}

#[test]
fn a_row_that_no_other_page_needs_is_refused() {
    assert_snapshot!(refusal("$x$", &["$x$", "$h$", "$\\exp(x)$"]), @r"
    book/src/notation.md:6: no other page has the symbol `h`
    book/src/notation.md:7: no other page has the symbol `\exp`
    ");
}
