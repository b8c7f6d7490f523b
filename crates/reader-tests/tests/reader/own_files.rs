//! The page *Your own data*: what files are refused, and how others are read.

use anyhow::ensure;
use own_data::{Choice, Reading};
use reader_tests::{book::Place, reader::Reader};
use serde_json::json;

use crate::own_data::{act, ensure_drawn, idle, open, wait_for};

/// Chooses a file as a reader does who clicks on the field first.
const CHOOSE: &str = r#"
    const chosen = source.elements.file;
    // No window opens for a click that nobody made.
    chosen.addEventListener("click", (event) => event.preventDefault(), { once: true });
    const pick = (name, parts) => {
        chosen.dispatchEvent(new MouseEvent("click", { cancelable: true }));
        const isEmpty = chosen.value === "";
        chosen.files = fileOf(name, parts).files;
        chosen.dispatchEvent(new Event("change", { bubbles: true }));
        return isEmpty;
    };
    const names = () => [...chosen.files].map((file) => file.name).join();
"#;

pub(crate) fn the_same_file_is_chosen_twice(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    for text in ["1\n2\n", "3\n4\n5\n"] {
        let pick =
            format!("{CHOOSE} return pick('grades.csv', [{}])", json!(text));
        ensure!(act(reader, &pick)? == true, "the last choice is still there");
        let count = text.lines().count();
        wait_for(
            reader,
            &format!(
                "grades.csv: read {count} numbers (one number a line, decimal points)."
            ),
        )?;
        ensure_drawn(reader, text, Choice::default())?;
    }
    let names = act(reader, &format!("{CHOOSE} return names()"))?;
    ensure!(names == "grades.csv", "the field shows {names}");
    Ok(())
}

/// Beside the old numbers there is neither its name nor what was wrong with its lines.
pub(crate) fn of_a_refused_file_nothing_stays_but_the_reason(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    let good = "1\nx\n2\n";
    for (steps, said) in [
        (
            "pick('words.csv', ['no\\nnumber\\n'])",
            "words.csv: there is no number in it. The last picture stays.",
        ),
        (
            "pick('book.xlsx', [Uint8Array.of(80, 75, 3, 4, 20, 0)])",
            "book.xlsx: it is a spreadsheet or an archive and no text, so save it as CSV. The last picture stays.",
        ),
        (
            "pick('book.xls', [Uint8Array.of(208, 207, 17, 224, 161)])",
            "book.xls: it is a spreadsheet or an archive and no text, so save it as CSV. The last picture stays.",
        ),
        (
            // Zeros that are not all there at once.
            "pick('all.csv', [new Blob(Array(201).fill(new Blob([new Uint8Array(2 ** 20)])))])",
            "all.csv: it is larger than 200 MB, too large to be read here. The last picture stays.",
        ),
    ] {
        act(reader, &format!("drop(fileOf('good.csv', [{}]))", json!(good)))?;
        wait_for(
            reader,
            "good.csv: read 2 numbers (one number a line, decimal points). 1 line was not read:",
        )?;
        act(reader, &format!("{CHOOSE} {steps}"))?;
        wait_for(reader, said)?;
        let left = act(
            reader,
            &format!(
                "{CHOOSE} return names() + source.querySelector('.complaints').textContent.trim()"
            ),
        )?;
        ensure!(left == "", "after “{said}” there is still {left}");
        ensure_drawn(reader, good, Choice::default())?;
    }
    Ok(())
}

pub(crate) fn a_file_that_is_no_unicode_keeps_its_letters(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    // In Latin-1 every character up to ÿ is the byte of its number.
    let text = "größe;n\n1,5;1\n2,5;2\n";
    act(
        reader,
        &format!(
            "drop(fileOf('latin.csv', [Uint8Array.from({}, (c) => c.charCodeAt(0))]))",
            json!(text)
        ),
    )?;
    let layout =
        "column 1 of 2 (“größe”), set apart by semicolons, decimal commas";
    wait_for(
        reader,
        &format!(
            "latin.csv: read 2 numbers ({layout}). It is not UTF-8: its letters were read as Windows-1252."
        ),
    )?;
    ensure_drawn(reader, text, Choice::default())
}

/// Names that would be elements, if anything took them for HTML.
pub(crate) fn a_header_that_is_html_stays_text(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    let text = "a<img src onerror=b()>,<svg onload=b()>\n1.5,<img src=x onerror=b()>\n2.5,4\n";
    act(
        reader,
        &format!(
            "globalThis.b = () => (globalThis.wasBad = true);
             drop(fileOf('<img src onerror=b()>.csv', [{}]))",
            json!(text)
        ),
    )?;
    wait_for(
        reader,
        "<img src onerror=b()>.csv: read 2 numbers (column 1 of 2 (“a<img src onerror=b()>”), set apart by commas, decimal points).",
    )?;
    for column in [0, 1] {
        act(reader, &format!("choose('column', '{column}')"))?;
        idle(reader)?;
        let choice = Choice { column: Some(column), ..Choice::default() };
        ensure_drawn(reader, text, choice)?;
        let name = &Reading::of(text, choice).layout.columns[column];
        let labels = act(
            reader,
            "return [...root.querySelectorAll('.plot-picture text')].map((text) => text.textContent)",
        )?;
        let labels = labels.as_array().cloned().unwrap_or_default();
        ensure!(labels.contains(&json!(name)), "no {name} among {labels:?}");
    }
    act(reader, "root.querySelector('details').open = true")?;
    let strangers = act(
        reader,
        "return root.querySelectorAll('img, script, foreignObject, [onload], [onerror]').length",
    )?;
    ensure!(strangers == 0, "{strangers} elements came out of a name");
    ensure!(reader.is("globalThis.wasBad === undefined")?, "a name was run");
    Ok(())
}
