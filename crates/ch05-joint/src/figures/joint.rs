use ch02::{breakpoints, integrate};
use ch03::bell_handles;
use chapter::{Control, Error, Fact, Figure, Handle, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, curve, heights, number};

use crate::{
    Joint,
    controls::{MODEL, joint},
};

pub(super) const JOINT: Figure = Figure {
    name: "joint",
    caption: "The joint: one curve for each group, to be dragged by its top and its flank. The area under the first is {first}, under the \
              second {second}, and together they are {both}. The broken line is their sum. Below, \
              the same close to 4.0.",
    controls: MODEL,
    guess: None,
    show: curves,
};

pub(super) const SLICE: Figure = Figure {
    name: "slice",
    caption: "Drag the grade. The joint at {x}: {first} for the prepared and {second} for the \
              unprepared. Their sum, {sum}, is the mixture; the shares of the two in it are the \
              posterior.",
    controls: &[Control::slider("x", "grade", (1.0, 6.0, 0.05), 4.0)],
    guess: None,
    show: slice,
};

fn curves(settings: &Settings) -> Result<Shown, Error> {
    let joint = joint(settings)?;
    let (from, to) = (0.0, 7.0);
    let sum = curve(from, to, |x| joint.marginal(x));
    let [first, second] = [0, 1].map(|z| group(&joint, z, from, to));
    let y = Axis::from_zero("joint density", heights(&sum));
    let panel = |x: Axis, y: Axis| {
        Panel::new(x, y)
            .height(118.0)
            .area("", first.clone(), Ink::First)
            .area("", second.clone(), Ink::Second)
            .dashed_line("", sum.clone(), Ink::Whole)
    };
    let whole = panel(ch01::grade_axis(from, to), y)
        .line("𝑝(0, 𝑥)", first.clone(), Ink::First)
        .line("𝑝(1, 𝑥)", second.clone(), Ink::Second);
    let close = panel(
        ch01::grade_axis(3.5, 4.5),
        Axis::new("joint density, close to 4.0", 0.0, 0.11)
            .ticks([0.0, 0.05, 0.1]),
    )
    .height(90.0)
    .line("", first.clone(), Ink::First)
    .line("", second.clone(), Ink::Second)
    .rule(4.0, "");
    let breaks = breakpoints(&joint.bells);
    let area = |z: usize| {
        integrate(|x| joint.by_index(z, x).unwrap_or(0.0), &breaks, 1e-9)
    };
    let (first, second) = (area(0)?.value, area(1)?.value);
    let facts = [
        Fact::number("first", first, 2),
        Fact::number("second", second, 2),
        Fact::number("both", first + second, 2),
    ];
    let plot =
        Plot::new("The joint of group and grade").panel(whole).panel(close);
    let bell = |z: usize| (joint.bells[z].loc(), joint.bells[z].scale());
    let shares = [joint.probs[0], joint.probs[1]];
    let handles = bell_handles(shares, [bell(0), bell(1)], "share");
    Ok(Shown::new(plot, facts).with_handles(handles))
}

fn slice(settings: &Settings) -> Result<Shown, Error> {
    let x = settings.get("x")?;
    if !(-1e3..=1e3).contains(&x) {
        return Err(Error::argument("x", "from -1000 to 1000", x));
    }
    let joint = Joint::of_the_model()?;
    let (prepared, unprepared) = (joint.by_index(0, x)?, joint.by_index(1, x)?);
    let facts = [
        Fact::number("x", x, 2),
        Fact::number("first", prepared, 4),
        Fact::number("second", unprepared, 4),
        Fact::number("sum", prepared + unprepared, 4),
    ];
    let (from, to) = (0.7, 6.3);
    let [first, second] = [0, 1].map(|z| group(&joint, z, from, to));
    let y = Axis::from_zero("joint density", heights(&second));
    let above = Panel::new(ch01::grade_axis(from, to), y)
        .height(150.0)
        .area("", first.clone(), Ink::First)
        .area("", second.clone(), Ink::Second)
        .line("prepared", first, Ink::First)
        .line("unprepared", second, Ink::Second)
        .rule(x, "")
        .note(x, prepared, "", Ink::First)
        .note(x, unprepared, "", Ink::Second);
    let posterior = joint.posterior(x);
    let share = |z: usize| number(posterior[z], 2);
    let names = [
        format!("prepared: {}", share(0)),
        format!("unprepared: {}", share(1)),
    ];
    let ticks = [0.5, 1.5].into_iter().zip(names.iter().map(String::as_str));
    let below = Panel::new(
        Axis::new("group, given the grade", 0.0, 2.0).named_ticks(ticks),
        Axis::new("posterior", 0.0, 1.08).ticks([0.0, 0.5, 1.0]),
    )
    .height(80.0)
    .bars("", [0.1, 0.9], [posterior[0]], Ink::First)
    .bars("", [1.1, 1.9], [posterior[1]], Ink::Second);
    let title = "The joint at one grade, and the posterior there";
    let handle =
        Handle::new(0, (x, joint.marginal(x)), Ink::Accent).across("x");
    let shown = Shown::new(Plot::new(title).panel(above).panel(below), facts);
    Ok(shown.with_handles([handle]))
}

/// The curve of a group, p(z, x) over x.
fn group(joint: &Joint, z: usize, from: f64, to: f64) -> Vec<(f64, f64)> {
    curve(from, to, |x| joint.by_index(z, x).unwrap_or(0.0))
}
