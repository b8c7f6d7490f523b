//! What a reader reads stays where it is.

use anyhow::ensure;
use reader_tests::{reader::Reader, view::View};

use crate::pictures;

/// Collects what shifts in the text of the page, and lets the figures sleep until `awake` is called.
/// The words of a caption give way to its numbers, and may.
const WATCH: &str = "
    const shifts = [];
    const note = (entries) => {
        for (const { node, previousRect, currentRect } of entries.flatMap((entry) => entry.sources)) {
            const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
            const isInText = element?.closest('main') && !element.matches('figcaption *');
            const isWord = node !== element && element?.matches('figcaption');
            // A point that is dragged goes where it is dragged.
            if (!isInText || isWord || element.matches('.grip')) continue;
            const text = element.outerHTML.slice(0, 80).replace(/\\s+/g, ' ');
            const [from, to] = [previousRect, currentRect].map(({ x, y }) => `${x}, ${y}`);
            shifts.push(`${text} goes from ${from} to ${to}`);
        }
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'layout-shift' });
    const called = new Promise((resolve) => (globalThis.awake = resolve));
    globalThis.twoPeaks = new Proxy({}, {
        set(modules, chapter, start) {
            modules[chapter] = () => called.then(start);
            return true;
        },
    });
    globalThis.shifted = () => (note(observer.takeRecords()), shifts.splice(0));
";

/// Moves a figure through its settings. The first time it finds out how much room it needs, which
/// may move what follows the picture; the second time nothing moves.
const MOVE: &str = "
    await frame();
    await frame();
    shifted();
    awake();
    await drawOf(name);
    await frame();
    await frame();
    const found = shifted().map((shift) => `coming alive, ${shift}`);
    figureOf(name).scrollIntoView({ block: 'center' });
    for (const values of settings) {
        set(name, values);
        await frame();
    }
    await frame();
    shifted();
    for (const values of settings) {
        set(name, values);
        await frame();
        // By the next frame this one has been laid out.
        await frame();
        found.push(...shifted().map((shift) => `at ${values}, ${shift}`));
    }
    return found;
";

pub(crate) fn nothing_shifts_when_figures_come_alive_or_go_to_and_fro(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.run_first(WATCH)?;
    let mut faults = Vec::new();
    for width in [390, 1280] {
        reader.look(View { width, ..View::default() })?;
        for page in pictures::pages() {
            reader.read(&page)?;
            for figure in pictures::on(&page) {
                let (name, settings) = (figure.name(), figure.settings());
                let shifts = reader.ask(&format!(
                    "const name = {name:?}; const settings = {settings:?}; {MOVE}"
                ))?;
                let shifts: Vec<String> = serde_json::from_value(shifts)?;
                let line = |shift| format!("{name}, {width} wide: {shift}");
                faults.extend(shifts.into_iter().map(line));
            }
        }
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}
