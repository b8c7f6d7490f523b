use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, curve};
use mixture::Distribution as _;

use crate::{RECORDED_TAILS, Recorded, mixture};

const CONTROLS: &[Control] =
    &[Control::slider("to", "up to the grade", (7.0, 9.0, 0.25), 8.5).refits()];

pub(crate) const FIGURE: Figure = Figure {
    name: "tails",
    caption: "The logarithm of the probability of more than a grade. The line is exact. TensorFlow \
              Probability's mixture, asked for many grades at once, stays at {stuck} from {stuck-from} \
              on in float32, and says −∞ from {infinite-from} on in float64.",
    controls: CONTROLS,
    guess: None,
    show,
};

/// Where the axis and the recording begin; the recording ends at 9.
const FROM: f64 = 5.0;

fn show(settings: &Settings) -> Result<Shown, Error> {
    let to = settings.get("to")?;
    if !(FROM < to && to <= 9.0) {
        return Err(Error::argument("to", "above 5 and at most 9", to));
    }
    let gmm = mixture()?;
    let gmm = gmm.scalar()?;
    let exact = |x: f64| gmm.log_survival_function(x);
    let lowest = 1.05 * exact(to);
    let x = ch01::grade_axis(FROM, to);
    let y = Axis::new("log survival function", lowest, 0.0);
    let panel = Panel::new(x, y)
        .dots("float64", seen(to, |tfp| tfp.float64), Ink::Accent)
        .open_dots("float32", seen(to, |tfp| tfp.float32), Ink::Muted)
        .line("exact", curve(FROM, to, exact), Ink::Whole);
    let Breaks { stuck, stuck_from, infinite_from } = breaks();
    let panel = if infinite_from < to {
        panel.rule(infinite_from, "float64: −∞")
    } else {
        panel
    };
    let plot = Plot::new("The far tail of the mixture").panel(panel);
    let facts = [
        Fact::number("stuck", stuck, 2),
        Fact::number("stuck-from", stuck_from, 2),
        Fact::number("infinite-from", infinite_from, 2),
    ];
    Ok(Shown::new(plot, facts))
}

/// What was recorded and can be drawn: −∞ cannot.
fn seen(to: f64, precision: impl Fn(Recorded) -> f64) -> Vec<(f64, f64)> {
    RECORDED_TAILS
        .iter()
        .map(|&(grade, tfp)| (grade, precision(tfp)))
        .filter(|(grade, value)| *grade <= to && value.is_finite())
        .collect()
}

/// Where TensorFlow Probability's tails end.
pub(crate) struct Breaks {
    /// The value at which float32 stays.
    pub(crate) stuck: f64,
    /// The first grade at which it has that value.
    pub(crate) stuck_from: f64,
    /// The first grade at which float64 is −∞.
    pub(crate) infinite_from: f64,
}

pub(crate) fn breaks() -> Breaks {
    let tails = RECORDED_TAILS;
    let stuck = tails.last().map_or(f64::NAN, |(_, tfp)| tfp.float32);
    let first = |breaks: &dyn Fn(Recorded) -> bool| {
        let found = tails.iter().find(|(_, tfp)| breaks(*tfp));
        found.map_or(f64::NAN, |(grade, _)| *grade)
    };
    Breaks {
        stuck,
        stuck_from: first(&|tfp| tfp.float32 == stuck),
        infinite_from: first(&|tfp| tfp.float64 == f64::NEG_INFINITY),
    }
}
