//! Measures how long the live figures take to follow their sliders in Chromium, and fails where that
//! is longer than the budget: `cargo run --package reader-tests --example redraw`.

#![allow(clippy::print_stdout, reason = "what a program prints")]

use std::path::Path;

use anyhow::{Context as _, ensure};
use bookbinder::{library::Library, live};
use reader_tests::{
    budget::Budget, figures::LiveFigure, reader::Reader, tools::Tools,
};

/// How often a figure is measured that is too slow.
const ROUNDS: usize = 3;

/// Takes each slider through its range in steps that the reader's hand makes, and tells how many
/// milliseconds lay between each event and the laid out picture.
const DRAG: &str = "
    const times = [];
    await settled(name);
    const lay = () => figureOf(name).getBoundingClientRect().height;
    for (const slider of controlsOf(name).filter((control) => control.type === 'range')) {
        const [min, max, first] = [slider.min, slider.max, slider.value].map(Number);
        for (let place = 0; place <= 24; place += 1) {
            slider.value = min + (max - min) * place / 24;
            // The figure draws with the next frame, between these two.
            let begun;
            requestAnimationFrame(() => (lay(), begun = performance.now()));
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await new Promise((done) => requestAnimationFrame(() => (lay(), done())));
            times.push(performance.now() - begun);
        }
        slider.value = first;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await frame();
    }
    return times;
";

fn main() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let tell = |text: &str| {
        println!("{text}");
        Ok(())
    };
    let live = live::make(&Library::book(), &root, tell)?;
    let folder = tempfile::tempdir()?;
    let folder = folder.path().join("book");
    let reader = Reader::start(&Tools::find()?, &root, &folder, &live)?;
    let most = Budget::read()?.redraw.milliseconds;
    let mut slow = Vec::new();
    println!("{:26} {:>7} {:>7}   milliseconds", "figure", "median", "longest");
    for figure in LiveFigure::all() {
        reader.read(&figure.page())?;
        let name = figure.name();
        let mut best = [f64::INFINITY; 2];
        // A machine that does something else meanwhile is asked again.
        for _ in 0..ROUNDS {
            let times = reader.ask(&format!("const name = {name:?}; {DRAG}"));
            let mut times: Vec<f64> =
                serde_json::from_value(times.context(name.clone())?)?;
            times.sort_by(f64::total_cmp);
            let Some(longest) = times.last() else { break };
            let median = times[times.len() / 2];
            if median < best[0] {
                best = [median, *longest];
            }
            if median <= most {
                break;
            }
        }
        let [median, longest] = best;
        // A figure of choices alone has nothing to drag.
        if median.is_infinite() {
            continue;
        }
        println!("{name:26} {median:7.1} {longest:7.1}");
        if median > most {
            slow.push(name);
        }
    }
    ensure!(
        slow.is_empty(),
        "more than {most} ms for half of the redraws: {}",
        slow.join(", ")
    );
    Ok(())
}
