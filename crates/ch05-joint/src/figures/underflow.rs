use chapter::{Control, Error, Fact, Figure, Handle, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, curve, heights};
use libm::log10;

use crate::Joint;

pub(super) const UNDERFLOW: Figure = Figure {
    name: "underflow",
    caption: "Drag the grade. How small the model's density is, in powers of ten: multiplied out, and by logarithms. \
              Multiplied out it is zero from {dead} on. At {x} it is ten to the power of {power}.",
    controls: &[Control::slider("x", "grade", (5.0, 50.0, 0.5), 40.0)],
    guess: None,
    show,
};

/// The natural logarithm of ten.
const LN_10: f64 = std::f64::consts::LN_10;

/// The first grade, in steps of a hundredth, at which the density multiplied out is zero.
pub(crate) fn dead_from(joint: &Joint) -> f64 {
    let grade = |step: i32| f64::from(step) / 100.0;
    let dead = (500..10_000).map(grade).find(|&x| joint.marginal(x) == 0.0);
    dead.unwrap_or(100.0)
}

fn show(settings: &Settings) -> Result<Shown, Error> {
    let x = settings.get("x")?;
    if !(5.0..=1000.0).contains(&x) {
        return Err(Error::argument("x", "from 5 to 1000", x));
    }
    let joint = Joint::of_the_model()?;
    let power = |x: f64| joint.log_marginal(x) / LN_10;
    // As far as the slider goes, and a little more.
    let to = 52.0;
    let logs = curve(2.0, to, power);
    let naive = curve(2.0, to, |x| log10(joint.marginal(x)));
    let mut naive: Vec<_> =
        naive.into_iter().filter(|p| p.1.is_finite()).collect();
    // To the last grade at which it is not zero.
    let last = dead_from(&joint) - 0.01;
    if last <= to {
        naive.push((last, log10(joint.marginal(last))));
    }
    let lowest = heights(&logs).fold(0.0, f64::min);
    let y = Axis::new("power of ten", lowest, 0.05 * -lowest);
    let mut panel = Panel::new(ch01::grade_axis(2.0, to), y).line(
        "by logarithms",
        logs,
        Ink::Whole,
    );
    if let Some(&(end, height)) = naive.last() {
        panel = panel.dashed_line("multiplied out", naive.clone(), Ink::Accent);
        panel = panel.note(end, height, "zero from here on", Ink::Accent);
    }
    let panel = panel.rule(x, "");
    let title = "Where the density becomes zero, and its logarithm does not";
    let facts = [
        Fact::number("dead", dead_from(&joint), 2),
        Fact::number("x", x, 1),
        Fact::number("power", power(x), 0),
    ];
    let handle = Handle::new(0, (x, power(x)), Ink::Accent).across("x");
    let shown = Shown::new(Plot::new(title).panel(panel), facts);
    Ok(shown.with_handles([handle]))
}
