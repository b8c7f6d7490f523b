use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot};

use crate::{DATA, criteria::Criterion};

const DATA_SET: Control = Control::choice(
    "data",
    "data",
    &["the class", "Old Faithful", "galaxies", "crabs", "flippers"],
    0,
)
.refits();

/// What one bell more brings, and what it costs.
pub(super) const CRITERIA: Figure = Figure {
    name: "criteria",
    caption: "Above, the log-likelihood of one bell to six, and of data that were held out. Below, three criteria; the \
              least is the best, and marked. AIC chooses {aic}, BIC {bic}, ICL {icl}, held-out data {held-out}.",
    controls: &[DATA_SET],
    guess: None,
    show,
};

/// Draws a curve with its name.
type Stroke = fn(Panel, &str, Vec<(f64, f64)>) -> Panel;

/// What of a line is not above `top`, in pieces; where it crosses, it is cut.
fn pieces(values: [f64; 6], top: f64) -> Vec<Vec<(f64, f64)>> {
    let mut pieces = vec![Vec::new()];
    let points = (0..6).map(|at| (at as f64 + 1.0, values[at]));
    let points: Vec<(f64, f64)> = points.collect();
    for pair in points.windows(2) {
        let [one, other] = [pair[0], pair[1]];
        let crossing = || {
            let part = (top - one.1) / (other.1 - one.1);
            (one.0 + part, top)
        };
        let ends = match (one.1 <= top, other.1 <= top) {
            (true, true) => [one, other],
            (true, false) => [one, crossing()],
            (false, true) => [crossing(), other],
            (false, false) => continue,
        };
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&ends[0]) => {
                piece.push(ends[1]);
            }
            _ => pieces.push(ends.to_vec()),
        }
    }
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

fn show(settings: &Settings) -> Result<Shown, Error> {
    let data = &DATA[settings.choice("data")?];
    let of = |values: [f64; 6]| {
        values.into_iter().fold(f64::INFINITY, f64::min)
            ..=values.into_iter().fold(f64::NEG_INFINITY, f64::max)
    };
    let inside = data.fits.map(|fit| fit.log_likelihood);
    let outside = data.fits.map(|fit| fit.held_out);
    let range = |one: [f64; 6], other: [f64; 6]| {
        let (one, other) = (of(one), of(other));
        let low = one.start().min(*other.start());
        let high = one.end().max(*other.end());
        let margin = 0.08 * (high - low);
        (low - margin, high + margin)
    };
    let [aic, bic, icl] = [Criterion::Aic, Criterion::Bic, Criterion::Icl]
        .map(|it| data.values(it));
    let (low, high) = range(inside, outside);
    let bells =
        || Axis::new("bells", 0.5, 6.5).ticks([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let line = |values: [f64; 6]| {
        (0..6).map(move |at| (at as f64 + 1.0, values[at])).collect::<Vec<_>>()
    };
    let likelihood =
        Panel::new(bells(), Axis::new("log-likelihood", low, high))
            .height(110.0)
            .line("all data", line(inside), Ink::Whole)
            .dashed_line("held out", line(outside), Ink::Muted);
    let (low, top) = range(aic, bic);
    let mut panel =
        Panel::new(bells(), Axis::new("criterion", low, top)).height(150.0);
    let best = |values: [f64; 6], criterion| {
        let chosen = data.chosen(criterion);
        (chosen as f64, values[chosen - 1])
    };
    let strokes: [(_, _, Stroke); 3] = [
        ("AIC", aic, |panel, label, points| {
            panel.line(label, points, Ink::First)
        }),
        ("BIC", bic, |panel, label, points| {
            panel.dashed_line(label, points, Ink::Second)
        }),
        ("ICL", icl, |panel, label, points| {
            panel.dotted_line(label, points, Ink::Accent)
        }),
    ];
    for (label, values, stroke) in strokes {
        // The first piece has the name.
        let labels = std::iter::once(label).chain(std::iter::repeat(""));
        for (piece, label) in pieces(values, top).into_iter().zip(labels) {
            panel = stroke(panel, label, piece);
        }
    }
    let panel = panel
        .dots("", [best(aic, Criterion::Aic)], Ink::First)
        .dots("", [best(bic, Criterion::Bic)], Ink::Second)
        .open_dots("", [best(icl, Criterion::Icl)], Ink::Accent);
    let fact =
        |name, criterion| Fact::count_in_words(name, data.chosen(criterion));
    let facts = [
        fact("aic", Criterion::Aic),
        fact("bic", Criterion::Bic),
        fact("icl", Criterion::Icl),
        fact("held-out", Criterion::HeldOut),
    ];
    let plot = Plot::new("How many bells, by four criteria");
    Ok(Shown::new(plot.panel(likelihood).panel(panel), facts))
}
