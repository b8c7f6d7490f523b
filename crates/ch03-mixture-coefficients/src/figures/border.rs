use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, curve};
use libm::log;
use mixture::Distribution as _;

use crate::pair;

const CONTROLS: &[Control] = &[
    Control::slider("share", "share of the left bell", (0.05, 0.95, 0.01), 0.3),
    Control::slider(
        "separation",
        "distance of the means, in deviations",
        (1.0, 5.0, 0.1),
        3.0,
    ),
];

pub(super) const BORDER: Figure = Figure {
    name: "border",
    caption: "Move the share until two of the points become one. Above, the curve of the place and \
              the level of the share; points in which they meet: {crossings}. Below, the mixture \
              has a peak or a valley at the same places.",
    controls: CONTROLS,
    guess: None,
    show,
};

/// How far the pictures reach on both sides of the middle.
const REACH: f64 = 4.0;

fn show(settings: &Settings) -> Result<Shown, Error> {
    let (share, separation) =
        (settings.get("share")?, settings.get("separation")?);
    let half = 0.5 * separation;
    let mixture = pair(share, separation, 1.0)?;
    let density = mixture.scalar()?;
    let level = log(share / (1.0 - share));

    let place = |x: f64| 2.0 * half * x + log((half - x) / (half + x));
    let inside = 0.999 * half;
    let above = Axis::new("logarithm of the odds", -4.5, 4.5);
    let x = || Axis::new("from the middle, in deviations", -REACH, REACH);
    let mut curves = Panel::new(x(), above)
        .height(170.0)
        .level(level, "ln 𝜋₀/𝜋₁")
        .line("", curve(-inside, inside, place), Ink::Accent);
    let sum = curve(-REACH, REACH, |x| density.prob(x + half));
    let mut bells = Panel::new(x(), Axis::new("density", 0.0, 0.42))
        .area("", sum.clone(), Ink::Muted)
        .line("", sum, Ink::Whole)
        .height(100.0);
    let modes = mixture.modes()?;
    let turns = [modes.clone(), mixture.antimodes()?].concat();
    for turn in &turns {
        curves = curves.note(turn - half, level, "", Ink::Whole);
        bells = bells.note(turn - half, density.prob(*turn), "", Ink::Whole);
    }
    let title = "Where the level of the share meets the curve of the place";
    let facts = [
        Fact::count("crossings", turns.len()),
        Fact::count("peaks", modes.len()),
    ];
    Ok(Shown::new(Plot::new(title).panel(curves).panel(bells), facts))
}
