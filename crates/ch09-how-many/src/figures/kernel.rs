use chapter::{Among, Control, Error, Fact, Figure, Guess, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, curve, heights};

use super::{MEASURED, counted, measured};
use crate::DATA;

const WHAT: Control = Control::choice("data", "data", &MEASURED, 0).refits();

const BANDWIDTH: Control = Control::slider(
    "bandwidth",
    "bandwidth, in deviations of the data",
    (0.05, 1.0, 0.025),
    0.1,
);

/// Peaks without a model.
pub(super) const KERNEL: Figure = Figure {
    name: "kernel",
    caption: "A small bell over every number, {bandwidth} wide: the sum has {peaks}. From {two} on it has no more than \
              two peaks, and from {one} on a single one.",
    controls: &[BANDWIDTH, WHAT],
    guess: Some(Guess {
        question: "A bell of a tenth of the data's deviation is laid over every waiting time of Old Faithful. How many \
                   peaks has the sum of them?",
        fact: "peaks",
        among: Among::Options(&[
            (
                "2 peaks",
                "So many are left when the bandwidth is larger; here small heaps of luck still show.",
            ),
            ("3 peaks", "There are more: small heaps of luck still show."),
            (
                "5 peaks",
                "Two of them are the data's; the others are small heaps of luck.",
            ),
        ]),
        drawn: None,
    }),
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let what = measured(settings.choice("data")?);
    let share = settings.get("bandwidth")?;
    let bandwidth = share * ch01::Gaussian::fit(&what.x)?.scale();
    let density = ch01::kernel_density(&what.x, bandwidth)?;
    let scale = what.x.len() as f64 * what.bin;
    let points = curve(what.from, what.to, |x| scale * density(x));
    let row: Vec<f64> = heights(&points).collect();
    let peaks = ch01::peaks(&row, 0.0)?;
    let edges = what.edges();
    let bars = counted(&what.x, &edges);
    let highest = bars.iter().copied().fold(0.0, f64::max);
    let top = 10.0 * (1.6 * highest / 10.0).ceil();
    let tops = peaks.iter().map(|peak| points[peak.index]);
    let tops = tops.filter(|point| point.1 <= top).collect::<Vec<_>>();
    let panel = Panel::new(
        Axis::new(what.label, what.from, what.to),
        Axis::new("count", 0.0, top),
    )
    .height(220.0)
    .bars("", edges, bars, Ink::Muted)
    .line("", points, Ink::Whole)
    .dots("", tops, Ink::Accent);
    let [one, two, _] =
        DATA[what.place].peaks.map_or([0.0; 3], |peaks| peaks.bandwidths);
    let facts = [
        Fact::number("bandwidth", bandwidth, 2),
        Fact {
            text: counted_peaks(peaks.len()),
            ..Fact::count("peaks", peaks.len())
        },
        Fact::number("one", one, 2),
        Fact::number("two", two, 2),
    ];
    let plot = Plot::new("A kernel estimate and its peaks").panel(panel);
    Ok(Shown::new(plot, facts))
}

fn counted_peaks(peaks: usize) -> String {
    if peaks == 1 { "1 peak".to_owned() } else { format!("{peaks} peaks") }
}
