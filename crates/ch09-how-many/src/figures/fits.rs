use ch07::quantile;
use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot};

use super::{MEASURED, counted, measured};
use crate::{DATA, expected};

const WHAT: Control = Control::choice("data", "data", &MEASURED, 0).refits();

const BELLS: Control = Control::slider("bells", "bells", (1.0, 6.0, 1.0), 1.0);

/// Does it fit at all?
pub(super) const FITS: Figure = Figure {
    name: "fits",
    caption: "Above, what is counted (bars) and the prediction of {bells} (dots). Below, each number against the place where \
              the model has as much below: a model that fits has them on the line. The farthest from it is {far} away.",
    controls: &[BELLS, WHAT],
    guess: None,
    show,
};

/// Each number once, with the part of all that lies below its middle.
fn parts(x: &[f64]) -> Vec<(f64, f64)> {
    let mut x = x.to_vec();
    x.sort_by(f64::total_cmp);
    let mut parts = Vec::new();
    let mut below = 0.0;
    for same in x.chunk_by(|one, other| one == other) {
        let count = same.len() as f64;
        parts.push((same[0], (below + 0.5 * count) / x.len() as f64));
        below += count;
    }
    parts
}

fn show(settings: &Settings) -> Result<Shown, Error> {
    let what = measured(settings.choice("data")?);
    let bells = settings.count("bells")?;
    let data = &DATA[what.place];
    let groups = data.with(bells)?.groups()?;
    let edges = what.edges();
    let bars = counted(&what.x, &edges);
    let expected = expected(&groups, &edges, data.count);
    let middles = edges.windows(2).map(|edge| f64::midpoint(edge[0], edge[1]));
    let dots: Vec<(f64, f64)> = middles.zip(expected).collect();
    let highest = bars.iter().copied().fold(0.0, f64::max);
    let top = 10.0 * (1.15 * highest / 10.0).ceil();
    let x = || Axis::new(what.label, what.from, what.to);
    let above = Panel::new(x(), Axis::new("count", 0.0, top))
        .height(130.0)
        .bars("", edges, bars, Ink::Muted)
        .dots("", dots, Ink::Accent);
    let pairs: Vec<(f64, f64)> = parts(&what.x)
        .into_iter()
        .map(|(x, part)| (quantile(&groups, part), x))
        .collect();
    let far = pairs.iter().map(|pair| (pair.0 - pair.1).abs());
    let far = far.fold(0.0, f64::max);
    let is_seen = |pair: &(f64, f64)| (what.from..=what.to).contains(&pair.0);
    let pairs: Vec<(f64, f64)> = pairs.into_iter().filter(is_seen).collect();
    let below = Panel::new(
        Axis::new("where the model has it", what.from, what.to),
        Axis::new("where it is", what.from, what.to),
    )
    .height(170.0)
    .line("", [(what.from, what.from), (what.to, what.to)], Ink::Muted)
    .dots("", pairs, Ink::Accent);
    let name = if bells == 1 { "bell" } else { "bells" };
    let facts = [
        Fact { text: format!("{bells} {name}"), ..Fact::count("bells", bells) },
        Fact::number("far", far, 1),
    ];
    let plot = Plot::new("What is counted and what is predicted");
    Ok(Shown::new(plot.panel(above).panel(below), facts))
}
