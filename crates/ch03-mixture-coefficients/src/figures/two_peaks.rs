use chapter::{
    Among, Control, Error, Fact, Figure, Guess, Handle, Pull, Settings, Shown,
    peak,
};
use figure::{Axis, Ink, Panel, Plot, curve};
use mixture::Distribution as _;

use crate::{pair, smallest_share};

const WEIGHT: Control =
    Control::slider("share", "share of the left bell", (0.05, 0.95, 0.05), 0.5);

const SEPARATION: Control = Control::slider(
    "separation",
    "distance of the means, in deviations",
    (0.0, 6.0, 0.1),
    2.5,
);

pub(super) const TWO_PEAKS: Figure = Figure {
    name: "two-peaks",
    caption: "Two bells of the same width, {separation} standard deviations apart, the left one with \
              the share {share}. Peaks of their sum: {peaks}.",
    controls: &[SEPARATION, WEIGHT],
    guess: Some(Guess {
        question: "Two bells of the same width, in equal shares, {separation} standard deviations \
                   apart. How many peaks has their sum?",
        fact: "peaks",
        among: Among::Options(&[
            (
                "1",
                "Below two standard deviations the hollow between the tops fills up, and one is left.",
            ),
            (
                "2",
                "Two tops need more than two standard deviations between them.",
            ),
            ("3", "Two bells on a line never make a third top."),
        ]),
        drawn: None,
    }),
    show: two_peaks,
};

pub(super) const MAP: Figure = Figure {
    name: "map",
    caption: "Every dot is a mixture of two bells, their widths as 1 to {ratio}, whose peaks were \
              counted: {two} of the {all} have two, and are full. The curve is the border that the \
              formula draws for bells of the same width.",
    controls: &[Control::slider(
        "ratio",
        "second deviation over the first",
        (0.25, 4.0, 0.25),
        1.0,
    )],
    guess: None,
    show: map,
};

fn two_peaks(settings: &Settings) -> Result<Shown, Error> {
    let (share, separation) =
        (settings.get("share")?, settings.get("separation")?);
    let mixture = pair(share, separation, 1.0)?;
    let density = mixture.scalar()?;
    let sum = curve(-3.5, 9.5, |x| density.prob(x));
    let part = |weight: f64, bell: usize| -> Result<_, Error> {
        let bell = mixture.component(bell)?;
        let bell = bell.scalar()?;
        Ok(curve(-3.5, 9.5, |x| weight * bell.prob(x)))
    };
    let y = Axis::new("density", 0.0, 0.42);
    let x = Axis::new("distance from the left mean, in deviations", -3.5, 9.5);
    let mut panel = Panel::new(x, y)
        .area("", sum.clone(), Ink::Muted)
        .line("", sum, Ink::Whole)
        .area("", part(1.0 - share, 1)?, Ink::Second)
        .dashed_line("", part(share, 0)?, Ink::First)
        .dashed_line("", part(1.0 - share, 1)?, Ink::Second);
    let modes = mixture.modes()?;
    for mode in &modes {
        panel = panel.note(*mode, density.prob(*mode), "", Ink::Accent);
    }
    let title = "Two bells of one width, and the peaks of their sum";
    let facts = [
        Fact::number("separation", separation, 1),
        Fact::number("share", share, 2),
        Fact::count("peaks", modes.len()),
    ];
    let right = Handle::top(
        0,
        (separation, 1.0),
        1.0 - share,
        Ink::Second,
        "separation",
    );
    let handle = right.pulled_up(Pull::evenly("share", 1.0, -1.0 / peak(1.0)));
    let shown = Shown::new(Plot::new(title).panel(panel), facts);
    Ok(shown.with_handles([handle]))
}

/// The mixtures of the map, as separation and share: those with one peak, and those with two.
fn mapped(ratio: f64) -> Result<[Vec<(f64, f64)>; 2], Error> {
    let [mut one, mut two] = [Vec::new(), Vec::new()];
    for step in 1..=16 {
        let separation = 0.3 * f64::from(step);
        for row in 1..=12 {
            let share = f64::from(row) / 13.0;
            // Where the peaks are does not matter here; two bells have two at the most.
            let is_unimodal = pair(share, separation, ratio)?.is_unimodal()?;
            let with = if is_unimodal { &mut one } else { &mut two };
            with.push((separation, share));
        }
    }
    Ok([one, two])
}

fn map(settings: &Settings) -> Result<Shown, Error> {
    let ratio = settings.get("ratio")?;
    let [one, two] = mapped(ratio)?;
    let facts = [
        Fact::number("ratio", ratio, 2),
        Fact::count("two", two.len()),
        Fact::count("all", one.len() + two.len()),
    ];
    let border =
        curve(2.0, 5.0, |separation| smallest_share(separation).unwrap_or(0.5));
    let other_side = border.iter().map(|&(x, y)| (x, 1.0 - y));
    let border = other_side.rev().chain(border.iter().copied());
    let mut panel = Panel::new(
        Axis::new(
            "distance of the means, in deviations of the left bell",
            0.0,
            5.0,
        ),
        Axis::new("share of the left bell", 0.0, 1.0),
    )
    .height(230.0)
    .line("", border.collect::<Vec<_>>(), Ink::Accent);
    if !one.is_empty() {
        panel = panel.open_dots("one peak", one, Ink::Muted);
    }
    if !two.is_empty() {
        panel = panel.dots("two peaks", two, Ink::Whole);
    }
    let title = "Where two bells make one peak, and where two";
    Ok(Shown::new(Plot::new(title).panel(panel), facts))
}
