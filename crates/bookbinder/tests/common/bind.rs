//! A book of a few pages, bound to a small library.

use std::path::Path;

use bookbinder::{library::Library, live::Live, preprocess::preprocess};
use mdbook_preprocessor::book::{Book, BookItem, Chapter};

use crate::workspace::workspace;

/// The pages with everything bound, or what is refused.
pub(crate) fn bind(
    library: Library,
    pages: &[(&str, &str)],
) -> Result<Vec<String>, String> {
    bind_in(workspace().path(), library, pages)
}

/// [`bind`], in a workspace that is there.
pub(crate) fn bind_in(
    root: &Path,
    library: Library,
    pages: &[(&str, &str)],
) -> Result<Vec<String>, String> {
    let pages = pages.iter().map(|(path, text)| {
        let text = (*text).to_owned();
        BookItem::Chapter(Chapter::new(path, text, *path, Vec::new()))
    });
    let mut book = Book::new_with_items(pages.collect());
    preprocess(&library, &Live::still(), &mut book, root, "book/src")
        .map_err(|error| error.to_string())?;
    Ok(book.chapters().map(|page| page.content.clone()).collect())
}
