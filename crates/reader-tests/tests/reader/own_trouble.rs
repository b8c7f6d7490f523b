//! The page *Your own data*: its module breaks, or takes too long.

use anyhow::ensure;
use own_data::{Choice, Example};
use reader_tests::{book::Place, reader::Reader};

use crate::own_data::{act, ensure_drawn, idle, open, paste_three, wait_for};

/// Gives the worker a module that ends in a trap of its own where a text says `trap`, or while
/// sliders ask for bells of the width that is their largest, and that never ends where it says
/// `hang`.
const HOSTILE: &str = "
    globalThis.twoPeaks = new Proxy({}, {
        set(modules, name, open) {
            const worse = `async () => {
                const OwnData = await (${open})();
                // The module's memory is not that large; that of the browser need not be.
                const large = () => ({ length: 2 ** 28 });
                return class extends OwnData {
                    read(text, ...choice) {
                        if (text.includes('trap')) super.draw(large());
                        while (text.includes('hang'));
                        return super.read(text, ...choice);
                    }
                    draw(values, width) {
                        return super.draw(values[2] === 10 ? large() : values, width);
                    }
                };
            }`;
            modules[name] = { toString: () => worse };
            return true;
        },
    });
";

pub(crate) fn after_a_trap_the_page_says_so_and_goes_on(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.run_first(HOSTILE)?;
    open(reader, Place::Host)?;
    let faithful = Example::Faithful.text();
    for _ in 0..2 {
        act(reader, "paste('1\\ntrap\\n2')")?;
        wait_until_said(
            reader,
            "Your text: it failed (unreachable",
            "; it may be too large. The last picture stays.",
        )?;
        ensure!(
            act(reader, "return field.value")? == "1\ntrap\n2",
            "the text is gone"
        );
        // The module is another one, which reads again what the picture shows.
        act(reader, "set('middle-1', 54.6)")?;
        idle(reader)?;
        ensure_drawn(reader, &faithful, Choice::default())?;
    }
    paste_three(reader)?;
    // A picture may fail as well.
    let told = act(
        reader,
        "const before = root.querySelector('.plot-picture').innerHTML;
         set('amount-1', 10);
         globalThis.isSame = () => before === root.querySelector('.plot-picture').innerHTML;",
    );
    told?;
    idle(reader)?;
    let status = "settings.querySelector('[role=status]').textContent";
    let told = act(reader, &format!("return {status}"))?;
    let told = told.as_str().unwrap_or_default();
    ensure!(
        told.starts_with("The last picture stays: it failed (unreachable"),
        "{told}"
    );
    ensure!(reader.is("globalThis.isSame()")?, "the picture is another one");
    act(reader, "set('amount-1', 9)")?;
    idle(reader)?;
    ensure_drawn(reader, "1\n2\n4", Choice::default())
}

pub(crate) fn a_reading_that_takes_long_is_stopped_by_the_reader(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.run_first(HOSTILE)?;
    open(reader, Place::Host)?;
    let stop = "document.querySelector('.own-data [data-stop]')";
    ensure!(reader.is(&format!("{stop}.hidden"))?, "there is nothing to stop");
    act(reader, "paste('1\\nhang')")?;
    reader.wait_until(&format!("{stop}.checkVisibility()"))?;
    act(reader, "root.querySelector('[data-stop]').focus()")?;
    reader.press([fantoccini::key::Key::Enter])?;
    wait_for(
        reader,
        "Your text: the reading was stopped. The last picture stays.",
    )?;
    ensure!(reader.is(&format!("{stop}.hidden"))?, "it can be stopped again");
    ensure!(
        reader.is("document.activeElement.role === 'status'")?,
        "the focus is elsewhere"
    );
    act(reader, "set('middle-1', 54.6)")?;
    idle(reader)?;
    ensure_drawn(reader, &Example::Faithful.text(), Choice::default())?;
    act(reader, "paste('5\\n6\\n8')")?;
    wait_for(
        reader,
        "Your text: read 3 numbers (one number a line, decimal points).",
    )?;
    ensure_drawn(reader, "5\n6\n8", Choice::default())
}

/// A browser says in words of its own what a trap is.
fn wait_until_said(
    reader: &Reader,
    start: &str,
    end: &str,
) -> anyhow::Result<()> {
    let said = "document.querySelector('.own-data [role=status]').textContent";
    reader.wait_until(&format!(
        "{said}.startsWith('{start}') && {said}.endsWith('{end}')"
    ))
}
