use ch03::{BELLS, PROBS, bell_handles};
use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, heights};
use mixture::{Categorical, Distribution, MixtureSameFamily, Normal};

use crate::grid;

const CONTROLS: &[Control] = &[
    Control::slider(
        "probs-0",
        "share π₀ of the first",
        (0.05, 0.95, 0.05),
        PROBS[0],
    )
    .ink(Ink::First),
    BELLS[0],
    BELLS[1],
    BELLS[2],
    BELLS[3],
];

pub(crate) const FIGURE: Figure = Figure {
    name: "density",
    caption: "The density of the mixture at {points} points, joined by a line, and the two \
              components, each times its weight, to be dragged by top and flank. Mean {mean}, standard deviation {stddev}.",
    controls: CONTROLS,
    guess: None,
    show,
};

fn model(settings: &Settings) -> Result<MixtureSameFamily<Normal>, Error> {
    let prepared = settings.get("probs-0")?;
    let pair = |first, second| {
        Ok::<_, Error>([settings.get(first)?, settings.get(second)?])
    };
    let normal =
        Normal::new(pair("loc-0", "loc-1")?, pair("scale-0", "scale-1")?)?;
    let cat = Categorical::from_probs([prepared, 1.0 - prepared])?;
    Ok(MixtureSameFamily::new(cat, normal)?)
}

fn show(settings: &Settings) -> Result<Shown, Error> {
    let gmm = model(settings)?;
    let grid = grid();
    let points = |heights: Vec<f64>| grid.iter().copied().zip(heights);
    let part = |k| {
        let weight = gmm.mixture_distribution().probs()[k];
        let prob = gmm.component(k)?.prob(&grid)?;
        Ok::<_, Error>(points(prob.iter().map(|p| p * weight).collect()))
    };
    let whole: Vec<_> =
        points(gmm.prob(&grid)?.into_iter().collect()).collect();
    let y = Axis::from_zero("density", heights(&whole));
    let panel = Panel::new(ch01::grade_axis(0.0, 7.0), y)
        .area("", whole.clone(), Ink::Muted)
        .line("𝑝(𝑥)", whole, Ink::Whole)
        .dashed_line("𝜋₀ 𝑝₀(𝑥)", part(0)?, Ink::First)
        .dashed_line("𝜋₁ 𝑝₁(𝑥)", part(1)?, Ink::Second);
    let plot = Plot::new("The density of the mixture").panel(panel);
    let get = |name| settings.get(name);
    let weights = [get("probs-0")?, 1.0 - get("probs-0")?];
    let bells =
        [(get("loc-0")?, get("scale-0")?), (get("loc-1")?, get("scale-1")?)];
    let gmm = gmm.scalar()?;
    let facts = [
        Fact::count("points", grid.len()),
        Fact::number("mean", gmm.mean(), 2),
        Fact::number("stddev", gmm.stddev(), 2),
    ];
    let handles = bell_handles(weights, bells, "probs-0");
    Ok(Shown::new(plot, facts).with_handles(handles))
}
