use chapter::{Control, Error, Fact, Figure, Settings};
use figure::{Axis, Ink, Panel, Plot};

use super::{curve, slider};
use crate::{Recorded, log_survival, recorded_tails};

const CONTROLS: &[Control] =
    &[slider("to", "up to the grade", (6.5, 12.0, 0.5), 8.5)];

pub(crate) const FIGURE: Figure = Figure {
    name: "tails",
    caption: "The logarithm of the probability of more than a grade. The line is exact. TensorFlow \
              Probability's mixture, asked for many grades at once, stays at {stuck} from {stuck-from} \
              on in float32, and says −∞ from {infinite-from} on in float64.",
    controls: CONTROLS,
    plot,
    facts,
};

/// Where the axis begins, left of the last grade.
const FROM: f64 = 5.0;

fn plot(settings: &Settings) -> Result<Plot, Error> {
    let to = settings.get("to")?;
    if !(FROM < to && to <= 100.0) {
        return Err(Error::argument("to", "above 5 and at most 100", to));
    }
    let lowest = 1.05 * log_survival(to)?;
    let x = Axis::new("grade", FROM, to);
    let y = Axis::new("log survival function", lowest, 0.0);
    let panel = Panel::new(x, y)
        .dots("float64", seen(to, |tfp| tfp.float64), Ink::First)
        .dots("float32", seen(to, |tfp| tfp.float32), Ink::Second)
        .line("exact", exact((FROM, to))?, Ink::Whole);
    let [_, _, infinite_from] = breaks();
    let panel = if infinite_from < to {
        panel.rule(infinite_from, "float64: −∞")
    } else {
        panel
    };
    Ok(Plot::new("The far tail of the mixture").panel(panel))
}

fn exact(ends: (f64, f64)) -> Result<Vec<(f64, f64)>, Error> {
    let places = curve(ends, |x| x);
    places.into_iter().map(|(x, _)| Ok((x, log_survival(x)?))).collect()
}

/// What was recorded and can be drawn: −∞ cannot.
fn seen(to: f64, precision: impl Fn(Recorded) -> f64) -> Vec<(f64, f64)> {
    recorded_tails()
        .into_iter()
        .map(|(grade, tfp)| (grade, precision(tfp)))
        .filter(|(grade, value)| *grade <= to && value.is_finite())
        .collect()
}

fn facts(_: &Settings) -> Result<Vec<Fact>, Error> {
    let [stuck, stuck_from, infinite_from] = breaks();
    Ok(vec![
        Fact::number("stuck", stuck, 2),
        Fact::number("stuck-from", stuck_from, 2),
        Fact::number("infinite-from", infinite_from, 2),
    ])
}

/// Where TensorFlow Probability's tails end: the value at which float32 stays, the grade from which
/// it does, and the first grade at which float64 is −∞.
pub(crate) fn breaks() -> [f64; 3] {
    let tails = recorded_tails();
    let stuck = tails.last().map_or(f64::NAN, |(_, tfp)| tfp.float32);
    let first = |breaks: &dyn Fn(Recorded) -> bool| {
        let found = tails.iter().find(|(_, tfp)| breaks(*tfp));
        found.map_or(f64::NAN, |(grade, _)| *grade)
    };
    let stuck_from = first(&|tfp| tfp.float32 == stuck);
    let infinite_from = first(&|tfp| tfp.float64 == f64::NEG_INFINITY);
    [stuck, stuck_from, infinite_from]
}
