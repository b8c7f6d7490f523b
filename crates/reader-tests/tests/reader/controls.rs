//! The controls of a figure, by keyboard and by finger.

use std::{thread, time::Duration};

use anyhow::{Context as _, ensure};
use chapter::{Control, Kind};
use fantoccini::key::Key;
use reader_tests::{
    browser::Pointer, figures::LiveFigure, reader::Reader, view::View,
};

pub(crate) fn keys_move_a_slider_and_neither_the_page_nor_the_chapter(
    reader: &Reader,
) -> anyhow::Result<()> {
    let figure = open(reader, "ch02/strips")?;
    let Kind::Slider { min, max, step, default, .. } =
        figure.controls()[0].kind
    else {
        anyhow::bail!("strips are counted by a slider");
    };
    focus(reader, figure, "input")?;
    let place = "return [scrollY, location.pathname, history.length]";
    let before = reader.run(place)?;
    for (key, value) in [
        (Key::Right, default + step),
        (Key::Left, default),
        (Key::Up, default + step),
        (Key::Down, default),
        (Key::End, max),
        (Key::Right, max),
        (Key::Home, min),
        (Key::Left, min),
    ] {
        reader.press([key])?;
        let shown = reader.shown(figure)?;
        let is = shown.values[0];
        ensure!(is == value, "{key:?} moves it to {is}, not {value}");
        shown.ensure_native(figure)?;
    }
    reader.press([Key::PageUp])?;
    let shown = reader.shown(figure)?;
    ensure!(shown.values[0] > min + step, "a page is more than a step");
    shown.ensure_native(figure)?;
    // A page that is about to be left has begun to go by then.
    thread::sleep(Duration::from_millis(300));
    let after = reader.run(place)?;
    ensure!(after == before, "{before} has become {after}");
    Ok(())
}

pub(crate) fn a_finger_drags_a_slider(reader: &Reader) -> anyhow::Result<()> {
    reader.look(View { width: 390, ..View::default() })?;
    let figure = open(reader, "ch03/two-peaks")?;
    focus(reader, figure, "input")?;
    let place = "return [scrollX, scrollY]";
    let before = reader.run(place)?;
    let thumb = reader.run(&format!(
        "const slider = document.querySelector('{} input');
         const {{ left, right, top, bottom }} = slider.getBoundingClientRect();
         const share = (slider.value - slider.min) / (slider.max - slider.min);
         return [left + 8 + share * (right - left - 16), (top + bottom) / 2, right - 8];",
        selector(figure)
    ))?;
    let [x, y, end]: [f64; 3] = serde_json::from_value(thumb)?;
    reader.drag(Pointer::Finger, [x, y], [end, y])?;
    let shown = reader.shown(figure)?;
    let Kind::Slider { max, .. } = figure.controls()[0].kind else {
        anyhow::bail!("the separation is set by a slider");
    };
    ensure!(shown.values[0] == max, "dragged to {:?}", shown.values);
    shown.ensure_native(figure)?;
    let after = reader.run(place)?;
    ensure!(after == before, "the page went from {before} to {after}");
    Ok(())
}

pub(crate) fn a_choice_is_made_by_keyboard(
    reader: &Reader,
) -> anyhow::Result<()> {
    let figure = open(reader, "ch01/regents")?;
    focus(reader, figure, "select")?;
    reader.press([Key::Down])?;
    let shown = reader.shown(figure)?;
    let next = figure.controls()[0].default() + 1.0;
    ensure!(shown.values == [next], "chosen is {:?}", shown.values);
    shown.ensure_native(figure)
}

pub(crate) fn reset_brings_the_first_picture_and_its_address_back(
    reader: &Reader,
) -> anyhow::Result<()> {
    let figure = open(reader, "ch03/weighted-sum")?;
    reader.set(figure, &figure.moved())?.ensure_native(figure)?;
    focus(reader, figure, "[data-reset]")?;
    reader.press([Key::Enter])?;
    let shown = reader.shown(figure)?;
    let defaults: Vec<f64> =
        figure.controls().iter().map(Control::default).collect();
    ensure!(shown.values == defaults, "{:?}", shown.values);
    shown.ensure_native(figure)?;
    let address = reader.url()?;
    ensure!(!address.contains('?'), "{address} is not that of the figure");
    Ok(())
}

/// Time in which a second of the page's intervals is a fortieth of one.
const FAST: &str = "
    const slow = setInterval;
    globalThis.setInterval = (call, milliseconds) => slow(call, milliseconds / 40);
";

pub(crate) fn play_goes_to_the_end_and_pause_stops_it(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.run_first(FAST)?;
    for name in ["ch04/walk", "ch04/samples"] {
        let figure = open(reader, name)?;
        let (index, max) = played(reader, figure)?;
        let text = play_button(figure, "textContent");
        focus(reader, figure, "[data-play]")?;
        // It may be at the end before anybody has looked once.
        reader.run(&format!(
            "globalThis.said = [];
             const button = document.querySelector('{} [data-play]');
             new MutationObserver(() => said.push(button.textContent))
                 .observe(button, {{ childList: true }});",
            selector(figure)
        ))?;
        reader.press([Key::Enter])?;
        reader.wait_until("said.length > 1 && said.at(-1) === 'Play'")?;
        let shown = reader.shown(figure)?;
        ensure!(shown.values[index] == max, "{name}: {:?}", shown.values);
        shown.ensure_native(figure)?;

        // From the end it begins again, and the same key stops it on its way.
        reader.press([Key::Enter, Key::Enter])?;
        reader.wait_until(&format!("{text} === 'Play'"))?;
        let stopped = reader.shown(figure)?;
        thread::sleep(Duration::from_millis(100));
        let later = reader.shown(figure)?;
        ensure!(stopped.values == later.values, "{name} goes on");
        ensure!(later.values[index] < max, "{name}: {:?}", later.values);
        later.ensure_native(figure)?;
    }
    Ok(())
}

pub(crate) fn nothing_moves_by_itself_for_those_who_prefer_that(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.run_first(FAST)?;
    reader.look(View { calm: true, ..View::default() })?;
    let figure = open(reader, "ch04/walk")?;
    let (index, max) = played(reader, figure)?;
    let before = reader.shown(figure)?;
    ensure!(before.values[index] == max, "the walk begins at its end");
    let text = reader
        .run(&format!("return {}", play_button(figure, "textContent")))?;
    ensure!(text == "Step", "the button says {text}");
    focus(reader, figure, "[data-play]")?;
    for wanted in [0.0, 1.0, 2.0] {
        reader.press([Key::Enter])?;
        // Seconds of the page's time.
        thread::sleep(Duration::from_millis(100));
        let shown = reader.shown(figure)?;
        let is = shown.values[index];
        ensure!(is == wanted, "it is at {is}, not {wanted}");
        shown.ensure_native(figure)?;
    }
    let moving = reader.run("return document.getAnimations().length")?;
    ensure!(moving == 0, "{moving} animations run");
    Ok(())
}

/// Which control of a figure is played, and its end.
fn played(reader: &Reader, figure: LiveFigure) -> anyhow::Result<(usize, f64)> {
    let name = reader
        .run(&format!("return {}", play_button(figure, "dataset.play")))?;
    let mut controls = figure.controls().iter();
    let index = controls.position(|control| name == control.name);
    let index = index.context("nothing is played")?;
    let Kind::Slider { max, .. } = figure.controls()[index].kind else {
        anyhow::bail!("{name} is no slider");
    };
    Ok((index, max))
}

fn play_button(figure: LiveFigure, property: &str) -> String {
    let figure = selector(figure);
    format!("document.querySelector('{figure} [data-play]').{property}")
}

/// Opens the page of a figure.
fn open(reader: &Reader, name: &str) -> anyhow::Result<LiveFigure> {
    let figure = LiveFigure::named(name)?;
    reader.read(&figure.page())?;
    // Who would rather see it than guess.
    reader.run(&format!(
        "document.querySelector('{} [data-skip]')?.click()",
        selector(figure)
    ))?;
    Ok(figure)
}

/// Brings a part of a figure into the middle of the window and gives it the focus.
fn focus(
    reader: &Reader,
    figure: LiveFigure,
    part: &str,
) -> anyhow::Result<()> {
    reader.run(&format!(
        "const part = document.querySelector('{} {part}');
         part.scrollIntoView({{ block: 'center' }});
         part.focus({{ preventScroll: true }});",
        selector(figure)
    ))?;
    Ok(())
}

fn selector(figure: LiveFigure) -> String {
    format!("figure[data-figure=\"{}\"]", figure.name())
}
