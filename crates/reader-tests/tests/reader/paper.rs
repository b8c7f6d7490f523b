//! The book as a PDF.

use std::fs;

use anyhow::ensure;
use book::pdf;
use reader_tests::{
    book::{PRINT, Place},
    reader::Reader,
};
use url::Url;

pub(crate) fn the_book_is_a_pdf_with_title_contents_and_solutions_at_the_end(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.read(PRINT)?;
    let order = reader.run(
        "const parts = [...document.querySelectorAll('main .title-page, main .contents, main h1, main .solutions')];
         const names = parts.map((part) => part.id || part.className);
         return [names.slice(0, 3), names.at(-1),
             document.querySelectorAll('.exercise summary').length === document.querySelectorAll('.solutions h3').length,
             [...document.querySelectorAll('.contents a')].every((link) => document.getElementById(link.hash.slice(1)))];",
    )?;
    let expected = serde_json::json!([
        ["title-page", "contents", "introduction"],
        "solutions",
        true,
        true
    ]);
    ensure!(order == expected, "{order}");
    let folder = Url::parse(&reader.address(Place::Disk))?;
    let Ok(folder) = folder.to_file_path() else {
        anyhow::bail!("{folder} is no folder");
    };
    let target = tempfile::tempdir()?;
    let file = target.path().join("book.pdf");
    pdf::make(&folder, &file)?;
    let made = fs::read(&file)?;
    ensure!(made.starts_with(b"%PDF-"), "it is no PDF");
    let pages =
        made.windows(12).filter(|bytes| bytes == b"/Type /Page\n").count();
    ensure!((60..200).contains(&pages), "it has {pages} pages");
    Ok(())
}
