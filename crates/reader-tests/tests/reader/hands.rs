//! Points of a picture that are dragged.

use anyhow::ensure;
use own_data::{Choice, Example};
use reader_tests::{
    book::Place, browser::Pointer, figures::LiveFigure, reader::Reader,
    view::View,
};

use crate::own_data as page;

/// Figures, the point of each that is taken, and how far it is dragged, in CSS pixels.
const DRAGS: [(&str, usize, [f64; 2]); 9] = [
    ("ch01/cut", 0, [-60.0, 0.0]),
    ("ch02/bell", 0, [40.0, 0.0]),
    ("ch02/bell", 1, [25.0, 0.0]),
    ("ch02/sum-of-two", 2, [-50.0, 0.0]),
    ("ch03/weights", 0, [-60.0, -20.0]),
    ("ch03/weighted-sum", 0, [30.0, -25.0]),
    ("ch05/joint", 3, [12.0, 0.0]),
    ("ch05/slice", 0, [-40.0, 0.0]),
    ("ch06/density", 2, [-45.0, 30.0]),
];

/// The middle of a point of a figure, in the middle of the window.
fn middle(figure: &str, point: usize) -> String {
    format!(
        "const figure = document.querySelector('{figure}');
         figure.querySelector('.plot-picture').scrollIntoView({{ block: 'center' }});
         const {{ left, top, width, height }} = figure.querySelectorAll('.grip')[{point}].getBoundingClientRect();
         return [left + width / 2, top + height / 2];"
    )
}

fn place(
    reader: &Reader,
    figure: &str,
    point: usize,
) -> anyhow::Result<[f64; 2]> {
    let there =
        format!("document.querySelectorAll('{figure} .grip').length > {point}");
    reader.wait_until(&there)?;
    Ok(serde_json::from_value(reader.run(&middle(figure, point))?)?)
}

pub(crate) fn what_is_dragged_moves_its_sliders_and_stays_under_the_pointer(
    reader: &Reader,
) -> anyhow::Result<()> {
    for (width, pointer) in [(1280, Pointer::Mouse), (390, Pointer::Finger)] {
        reader.look(View { width, ..View::default() })?;
        for (name, point, by) in DRAGS {
            let figure = LiveFigure::named(name)?;
            reader.read(&figure.page())?;
            let selector = format!("[data-figure=\"{name}\"]");
            let [x, y] = place(reader, &selector, point)?;
            // Taken beside its middle, it does not jump there.
            let beside = [x + 7.0, y - 5.0];
            reader.drag(
                pointer,
                beside,
                [beside[0] + by[0], beside[1] + by[1]],
            )?;
            let shown = reader.shown(figure)?;
            let at = format!("{name} by {pointer:?}: {:?}", shown.values);
            ensure!(
                shown.values != figure.settings()[0],
                "{at}: nothing moved"
            );
            ensure!(figure.reaches(&shown.values), "{at}: beyond the sliders");
            shown.ensure_native(figure)?;
            // To the nearest step of its slider.
            let now = place(reader, &selector, point)?;
            let off = (now[0] - x - by[0]).abs();
            ensure!(off < 9.0, "{at}: {off} pixels off");
        }
    }
    Ok(())
}

pub(crate) fn the_bells_of_the_readers_own_data_are_dragged(
    reader: &Reader,
) -> anyhow::Result<()> {
    page::open(reader, Place::Host)?;
    let set = |name: &str| {
        reader.run(&format!(
            "return Number(document.getElementById('own-data-{name}').value)"
        ))
    };
    let before = [set("middle-2")?, set("amount-2")?, set("width-2")?];
    let [x, y] = place(reader, ".own-data", 2)?;
    reader.drag(Pointer::Mouse, [x, y], [x - 20.0, y - 15.0])?;
    let is_idle = "!('busy' in document.querySelector('.own-data').dataset)";
    reader.wait_until(is_idle)?;
    let after = [set("middle-2")?, set("amount-2")?, set("width-2")?];
    ensure!(after[0].as_f64() < before[0].as_f64(), "{before:?} {after:?}");
    ensure!(after[1].as_f64() > before[1].as_f64(), "{before:?} {after:?}");
    ensure!(after[2] == before[2], "{before:?} {after:?}");
    let seen = "return [...document.querySelectorAll('.own-data [data-bell]')].findIndex((bell) => !bell.hidden)";
    ensure!(reader.run(seen)? == 1, "the sliders of another bell are seen");
    let text = Example::Faithful.text();
    page::ensure_drawn(reader, &text, Choice::default())
}
