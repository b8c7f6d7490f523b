//! The address of a page holds what its reader has set.

use anyhow::ensure;
use reader_tests::{book::Place, figures::LiveFigure, reader::Reader};

use crate::pictures;

pub(crate) fn the_address_of_a_moved_figure_opens_the_same_picture(
    reader: &Reader,
) -> anyhow::Result<()> {
    for figure in LiveFigure::all() {
        reader.read(&figure.page())?;
        let moved = reader.set(figure, &figure.moved())?;
        let address = reader.url()?;
        reader.open("about:blank")?;
        reader.open(&address)?;
        let shown = reader.shown(figure)?;
        let is_same = shown.values == moved.values;
        ensure!(is_same, "{address} sets {:?}", shown.values);
        shown.ensure_native(figure)?;
        reader.wait_until(&format!(
            "(({{ top }}) => top < innerHeight \
             && top >= document.querySelector('#mdbook-menu-bar').getBoundingClientRect().bottom)\
             (document.querySelector('[data-figure=\"{}\"] .plot-picture').getBoundingClientRect())",
            figure.name()
        ))?;
    }
    Ok(())
}

/// Fragments that no figure writes.
const NONSENSE: &[&str] = &[
    "figure-9-9?share=0.4",
    "figure-3-1?share=0.4",
    "figure-3-6?peaks=2",
    "figure-3-5?share=half&separation=",
    "figure-3-5?share=NaN&separation=Infinity",
    "figure-3-5?share=1e999&separation=-1e99",
    "figure-3-5?share=0x10&separation=1_000",
    "figure-3-5?share=0.4567891234&share=2",
    "figure-3-5?share=%E0%A4%A&__proto__=1",
    "figure-3-5?",
    "figure-3-5??&&==",
    "figure-1-5?exam=7",
    "figure-1-5?exam=0.5",
    "figure-1-5?exam=algebra",
    "?",
    "%",
    "<b>",
];

pub(crate) fn nonsense_in_the_address_leaves_the_page_sound(
    reader: &Reader,
) -> anyhow::Result<()> {
    for fragment in NONSENSE {
        let page =
            if fragment.contains("exam") { "chapter-1" } else { "chapter-3" };
        open_and_look(reader, &format!("{page}.html"), fragment)?;
    }
    Ok(())
}

/// Opens a page at a fragment, and looks at all that its figures show and say.
fn open_and_look(
    reader: &Reader,
    page: &str,
    fragment: &str,
) -> anyhow::Result<()> {
    reader.open("about:blank")?;
    reader
        .open(&format!("{}{page}#{fragment}", reader.address(Place::Host)))?;
    for figure in pictures::on(page) {
        let shown = reader.shown(figure)?;
        let sound = shown.ensure_native(figure);
        ensure!(sound.is_ok(), "#{fragment}: {sound:?}");
        ensure!(
            figure.reaches(&shown.values),
            "#{fragment} sets {} to {:?}",
            figure.name(),
            shown.values
        );
    }
    let said = reader.console()?;
    ensure!(said.is_empty(), "#{fragment}: {said:?}");
    Ok(())
}

pub(crate) fn back_leads_to_the_moved_figure_and_then_to_the_page_before_it(
    reader: &Reader,
) -> anyhow::Result<()> {
    let figure = LiveFigure::named("ch03/map")?;
    reader.read("outro.html")?;
    reader.read(&figure.page())?;
    for values in figure.settings() {
        reader.set(figure, &values)?;
    }
    let moved = reader.set(figure, &figure.moved())?;
    let address = reader.url()?;
    reader.read("chapter-4.html")?;
    reader.go_back()?;
    ensure!(reader.url()? == address, "back leads to {}", reader.url()?);
    let shown = reader.shown(figure)?;
    ensure!(shown.values == moved.values, "{:?}", shown.values);
    shown.ensure_native(figure)?;
    reader.go_back()?;
    let before = reader.address(Place::Host) + "outro.html";
    ensure!(reader.url()? == before, "back leads to {}", reader.url()?);
    Ok(())
}
