//! The button *Fit* of the page *Your own data*: what it says is what this machine says.

use anyhow::{Context as _, ensure};
use own_data::{BELLS, Choice, Example, Reading};
use reader_tests::{book::Place, reader::Reader};
use report::{Question, Recorded};
use serde_json::json;

use crate::own_data::{act, idle, open};

/// What the report says, a line each.
const SAID: &str = "return [...fitting.querySelectorAll('.report > *')].map((line) => line.textContent)";

/// Where the sliders stand.
const SETTINGS: &str = "return [...settings.querySelectorAll('input, select')].map((control) => control.value)";

fn fitting(reader: &Reader, steps: &str) -> anyhow::Result<serde_json::Value> {
    let form = "const fitting = root.querySelectorAll('form')[2];";
    act(reader, &format!("{form} {steps}"))
}

/// Presses what saves the fitted bells in each language: the names and texts of the files.
fn saved(reader: &Reader) -> anyhow::Result<serde_json::Value> {
    fitting(
        reader,
        "window.saved = [];
         const address = URL.createObjectURL;
         const click = HTMLAnchorElement.prototype.click;
         URL.createObjectURL = (file) => (window.file = file, '');
         HTMLAnchorElement.prototype.click = function () {
             window.saved.push(window.file.text().then((text) => [this.download, text]));
         };
         for (const button of fitting.querySelectorAll('.downloads button')) button.click();
         URL.createObjectURL = address;
         HTMLAnchorElement.prototype.click = click;
         Promise.all(window.saved).then((files) => (window.files = files));",
    )?;
    reader.wait_until("window.files !== undefined")?;
    reader.run("const { files } = window; delete window.files; return files")
}

/// Presses *Fit*, and waits for the answer.
fn fit(reader: &Reader) -> anyhow::Result<()> {
    fitting(reader, "fitting.requestSubmit()")?;
    reader.wait_until(
        "!('fitting' in document.querySelector('.own-data').dataset)",
    )?;
    idle(reader)
}

/// Takes an example of the page.
fn take(reader: &Reader, example: Example) -> anyhow::Result<()> {
    let name = example.name();
    let press =
        format!("source.querySelector('[data-example={name}]').click()");
    act(reader, &press)?;
    idle(reader)
}

pub(crate) fn a_fit_says_in_the_page_what_it_says_on_this_machine(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    for example in Example::ALL {
        take(reader, example)?;
        fit(reader)?;
        let data =
            Reading::of(&example.text(), Choice::default()).into_data()?;
        let question = Question {
            bells: None,
            most: BELLS,
            recorded: Recorded::AsTheySeem,
        };
        let answer = question.answer(data.values())?;
        let mut expected = Vec::new();
        for section in answer.report.sections {
            expected.push(section.heading.to_owned());
            expected.extend(section.sentences);
        }
        let said = fitting(reader, SAID)?;
        ensure!(said == json!(expected), "{said} is not {expected:?}");
        let listings = report::listings(answer.chosen.best().mixture());
        let listings =
            listings.map(|listing| [listing.file.to_owned(), listing.text]);
        let saved = saved(reader)?;
        ensure!(saved == json!(listings), "{saved} is not {listings:?}");
        // The bells stand where the fit has them.
        let bells = answer.chosen.best().mixture();
        let means = bells.components_distribution().loc();
        for (index, mean) in means.iter().enumerate() {
            let slider = format!(
                "return Number(settings.elements['middle-{}'].value)",
                index + 1
            );
            let middle = act(reader, &slider)?.as_f64().context("a middle")?;
            let extent = data.extent();
            ensure!(
                (middle - mean).abs() < 1e-4 * extent,
                "{middle} is not {mean}"
            );
        }
    }
    Ok(())
}

pub(crate) fn a_fit_is_taken_back_stopped_and_forgotten_with_its_numbers(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Disk)?;
    let before = act(reader, SETTINGS)?;
    fit(reader)?;
    ensure!(act(reader, SETTINGS)? != before, "no bell moved");
    fitting(reader, "fitting.querySelector('[data-undo]').click()")?;
    idle(reader)?;
    let after = act(reader, SETTINGS)?;
    ensure!(after == before, "{before} has become {after}");
    let stopped = fitting(
        reader,
        "fitting.requestSubmit();
         fitting.querySelector('[data-stop-fit]').click();
         return [fitting.querySelector('[role=status]').textContent,
                 'fitting' in root.dataset]",
    )?;
    ensure!(stopped == json!(["The fit was stopped.", false]), "{stopped}");
    idle(reader)?;
    let stays = fitting(
        reader,
        "return [fitting.querySelector('[role=status]').textContent,
                 fitting.querySelector('[data-stop-fit]').hidden]",
    )?;
    ensure!(stays == json!(["The fit was stopped.", true]), "{stays}");
    fit(reader)?;
    take(reader, Example::ALL[1])?;
    let shown = fitting(
        reader,
        "return [...fitting.querySelectorAll('.report, .take-along, [data-undo]')].filter((it) => !it.hidden).length",
    )?;
    ensure!(shown == 0, "a report of other numbers stays");
    Ok(())
}

pub(crate) fn what_cannot_be_fitted_is_told_in_the_page(
    reader: &Reader,
) -> anyhow::Result<()> {
    open(reader, Place::Host)?;
    act(reader, "paste('1\\n1\\n1')")?;
    reader.wait_until("document.querySelector('.own-data [role=status]').textContent.startsWith('Your text: read 3')")?;
    idle(reader)?;
    fitting(reader, "fitting.elements.groups.value = '2'")?;
    fit(reader)?;
    let told = fitting(
        reader,
        "return fitting.querySelector('[role=status]').textContent",
    )?;
    let told = told.as_str().unwrap_or_default();
    ensure!(told.starts_with("There is no fit: 2 components"), "{told}");
    Ok(())
}
