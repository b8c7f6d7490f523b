//! What a reader reads stays where it is.

use anyhow::ensure;
use reader_tests::{reader::Reader, view::View};

use crate::pictures;

/// Collects what shifts from the first paint on.
const WATCH: &str = "
    globalThis.shifts = [];
    globalThis.observer = new PerformanceObserver((list) => note(list.getEntries()));
    const note = (entries) => {
        for (const { value, sources } of entries) {
            const moved = sources.map(({ node, previousRect, currentRect }) =>
                `${node?.outerHTML?.slice(0, 80) ?? node?.data} from ${previousRect.y} to ${currentRect.y}`);
            shifts.push(`${value} ${moved.join(', ')}`);
        }
    };
    globalThis.shifted = () => (note(observer.takeRecords()), shifts.splice(0));
    observer.observe({ type: 'layout-shift', buffered: true });
";

pub(crate) fn nothing_shifts_when_figures_come_alive_or_are_moved(
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
                    "const figure = figureOf({name:?});
                     const found = shifted().map((shift) => `coming: ${{shift}}`);
                     figure.scrollIntoView({{ block: 'center' }});
                     for (const values of {settings:?}) {{
                         set({name:?}, values);
                         await settled({name:?});
                         await frame();
                         found.push(...shifted().map((shift) => `${{values}}: ${{shift}}`));
                     }}
                     return found;"
                ))?;
                let shifts: Vec<String> = serde_json::from_value(shifts)?;
                let line = |shift| format!("{name}, {width}: {shift}");
                faults.extend(shifts.into_iter().map(line));
            }
        }
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}
