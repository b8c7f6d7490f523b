//! What a figure does when it cannot draw.

use anyhow::ensure;
use reader_tests::{figures::LiveFigure, reader::Reader};

use crate::pictures;

/// Puts `globalThis.hostile` in place of the modules' functions, while there is one.
const HOSTILE: &str = "
    globalThis.twoPeaks = new Proxy({}, {
        set(modules, chapter, start) {
            modules[chapter] = async () => {
                const draw = await start();
                return (...call) => (globalThis.hostile ?? ((draw, call) => draw(...call)))(draw, call);
            };
            return true;
        },
    });
";

/// What goes wrong, and what the figure says then.
const FAILURES: [(&str, &str); 3] = [
    // A trap of WebAssembly itself, whose memory is not that large.
    ("(draw, [name]) => draw(name, { length: 2 ** 28 })", "drawing failed"),
    ("(draw, [name]) => draw(name, [NaN, NaN])", "NaN"),
    ("() => 'nothing that could be read'", "drawing failed"),
];

pub(crate) fn the_last_good_picture_stays_and_the_next_good_setting_works(
    reader: &Reader,
) -> anyhow::Result<()> {
    let figure = LiveFigure::named("ch03/two-peaks")?;
    let name = figure.name();
    let settings = figure.settings();
    reader.run_first(HOSTILE)?;
    reader.read(&figure.page())?;
    for (hostile, reason) in FAILURES {
        reader.set(figure, &settings[1])?.ensure_native(figure)?;
        let told = reader.ask(&format!(
            "const before = shown({name:?});
             globalThis.hostile = {hostile};
             set({name:?}, {:?});
             await frame();
             await frame();
             globalThis.hostile = undefined;
             const after = shown({name:?});
             for (const part of ['svg', 'table']) {{
                 if (after[part] !== before[part]) return `another ${{part}}`;
             }}
             return after.status;",
            settings[2]
        ))?;
        let told = told.as_str().unwrap_or_default();
        let is_told = told.starts_with("The last picture stays: ")
            && told.contains(reason);
        ensure!(is_told, "{hostile}: {told}");
        reader.set(figure, &settings[3])?.ensure_native(figure)?;
    }
    Ok(())
}

pub(crate) fn a_figure_whose_script_is_missing_says_that_it_stays_still(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.block(&["*/live/*"])?;
    stays_still(reader, "is missing")
}

pub(crate) fn a_figure_whose_script_is_broken_says_that_it_stays_still(
    reader: &Reader,
) -> anyhow::Result<()> {
    // What comes for a script may be something else: the start of one, the page of a login.
    reader.run_first(
        "Object.defineProperty(globalThis, 'twoPeaks', { get: () => undefined, set: () => {} })",
    )?;
    stays_still(reader, "")
}

pub(crate) fn a_figure_in_an_old_browser_says_that_it_stays_still(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.run_first("delete globalThis.DecompressionStream")?;
    stays_still(reader, "DecompressionStream")
}

fn stays_still(reader: &Reader, reason: &str) -> anyhow::Result<()> {
    let page = "chapter-2.html";
    reader.read(page)?;
    for figure in pictures::on(page) {
        let name = figure.name();
        let form = format!(
            "document.querySelector('[data-figure=\"{name}\"] form.controls')"
        );
        let status =
            format!("{form}.querySelector('[role=status]').textContent");
        reader.wait_until(&format!("{status} !== ''"))?;
        let told = reader.run(&format!("return {status}"))?;
        let told = told.as_str().unwrap_or_default();
        let is_told = told.starts_with("The figure stays still: ")
            && told.contains(reason);
        ensure!(is_told, "{name}: {told}");
        let is_dead = format!(
            "[...{form}.elements].every((control) => control.disabled)"
        );
        ensure!(reader.is(&is_dead)?, "{name} can be moved");
        let picture = format!(
            "document.querySelector('[data-figure=\"{name}\"] svg').checkVisibility()"
        );
        ensure!(reader.is(&picture)?, "{name} has no picture");
    }
    Ok(())
}
