//! What the book keeps on the reader's machine: what was read, guessed and solved.

use anyhow::ensure;
use reader_tests::{reader::Reader, view::View};
use serde_json::json;

/// What the table of contents says beside the first chapter, and whether it offers to forget.
const TOLD: &str = "
    const links = [...document.querySelectorAll('mdbook-sidebar-scrollbox li.chapter-item a[href]')];
    const link = links.find((link) => link.pathname.endsWith('/chapter-1.html') && !link.hash);
    return [link.querySelector('.done')?.textContent ?? '', !document.querySelector('.kept').hidden];
";

pub(crate) fn what_was_read_guessed_and_solved_is_told_and_forgotten_at_a_press(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.look(View::default())?;
    reader.read("chapter-1.html")?;
    ensure!(reader.run(TOLD)? == json!(["", false]), "it tells before");
    reader.run(
        "document.querySelector('.exercise .solved input').click();
         const form = document.querySelector('form.guess');
         const field = form.querySelector('[name=guess]');
         if (field.type === 'radio') field.checked = true; else field.value = field.min;
         form.requestSubmit();",
    )?;
    reader.run("scrollTo(0, document.documentElement.scrollHeight)")?;
    reader.wait_until(
        "'chapter-1.html' in JSON.parse(localStorage.getItem('two-peaks')).read",
    )?;
    let told = json!([" ✓ read, 1 guessed, 1 solved", true]);
    let said = reader.run(TOLD)?;
    ensure!(said == told, "it tells {said}");
    // On another page, another day.
    reader.read("outro.html")?;
    let said = reader.run(TOLD)?;
    ensure!(said == told, "later it tells {said}");
    reader.read("chapter-1.html")?;
    let answered = "return [document.querySelectorAll('form.guess').length < document.querySelectorAll('.guess-answer').length,
        document.querySelector('.exercise .solved input').checked]";
    let again = reader.run(answered)?;
    ensure!(again == json!([true, true]), "the guess is asked again: {again}");
    reader.run("document.querySelector('.kept button').click()")?;
    let said = reader.run(TOLD)?;
    ensure!(said == json!(["", false]), "after all it tells {said}");
    ensure!(
        reader.run("return localStorage.length")? == 0,
        "something is kept"
    );
    Ok(())
}

pub(crate) fn a_link_to_a_page_keeps_every_figure_that_was_moved(
    reader: &Reader,
) -> anyhow::Result<()> {
    use reader_tests::figures::LiveFigure;

    let figures = ["ch03/weighted-sum", "ch03/map", "ch03/weights"];
    let figures = figures.map(LiveFigure::named);
    reader.read("chapter-3.html")?;
    let mut moved = Vec::new();
    for figure in figures {
        let figure = figure?;
        moved.push((figure, reader.set(figure, &figure.moved())?));
    }
    let address = reader.url()?;
    reader.open("about:blank")?;
    reader.open(&address)?;
    for (figure, was) in moved {
        let shown = reader.shown(figure)?;
        let name = figure.name();
        ensure!(shown.values == was.values, "{name} in {address}");
        shown.ensure_native(figure)?;
    }
    Ok(())
}
