use chapter::{Control, Error, Fact, Figure, Kind, Settings};
use figure::{Axis, Ink, Panel, Plot};

use crate::line;

const SLOPE: Control = Control {
    name: "slope",
    label: "slope",
    kind: Kind::Slider {
        min: 0.0,
        max: 1.0,
        step: 0.1,
        default: 0.5,
        unit: "",
    },
};

pub(crate) const FIGURES: &[Figure] = &[Figure {
    name: "line",
    caption: "The line through the origin with slope {slope}.",
    controls: &[SLOPE],
    plot,
    facts,
}];

fn plot(settings: &Settings) -> Result<Plot, Error> {
    let end = line(settings.get("slope")?, 2.0)?;
    let panel =
        Panel::new(Axis::new("x", 0.0, 2.0), Axis::new("height", 0.0, 2.0));
    let panel = panel.line("line", [(0.0, 0.0), (2.0, end)], Ink::First);
    Ok(Plot::new("A line through the origin").panel(panel))
}

fn facts(settings: &Settings) -> Result<Vec<Fact>, Error> {
    Ok(vec![Fact::number("slope", settings.get("slope")?, 1)])
}
