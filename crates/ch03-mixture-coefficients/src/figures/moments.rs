use chapter::{Error, Fact, Figure, Handle, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, curve, heights};

use crate::{
    Moments, chosen_bells,
    controls::{MODEL, shares},
    weighted_sum,
};

pub(super) const WITHIN_AND_BETWEEN: Figure = Figure {
    name: "within-and-between",
    caption: "Above: the mixture and its mean, {mean}. Below: drag the share. The variance, {variance}, is what \
              the groups vary within themselves, {within}, plus what their means vary, {between}.",
    controls: MODEL,
    guess: None,
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let (weights, bells) = (shares(settings)?, chosen_bells(settings)?);
    let moments = Moments::of(&weights, &bells)?;
    let sum = curve(0.0, 7.0, |x| weighted_sum(&weights, &bells, x));
    let y = Axis::from_zero("density", heights(&sum));
    let above = Panel::new(ch01::grade_axis(0.0, 7.0), y)
        .height(90.0)
        .area("", sum.clone(), Ink::Muted)
        .line("", sum, Ink::Whole)
        .rule(moments.mean, "mean");
    let mut of_all = Vec::new();
    for step in 0..=100 {
        let share = f64::from(step) / 100.0;
        of_all.push((share, Moments::of(&[share, 1.0 - share], &bells)?));
    }
    let part = |value: fn(&Moments) -> f64| -> Vec<(f64, f64)> {
        of_all.iter().map(|(share, all)| (*share, value(all))).collect()
    };
    let all = part(Moments::variance);
    let y = Axis::from_zero("variance", heights(&all));
    let below = Panel::new(Axis::new("share of the first group", 0.0, 1.0), y)
        .height(132.0)
        .line("all", all, Ink::Whole)
        .dashed_line("within", part(|all| all.within), Ink::Muted)
        .line("between", part(|all| all.between), Ink::Accent)
        .rule(weights[0], "");
    let title = "The variance of a mixture, within and between its groups";
    let facts = [
        Fact::number("mean", moments.mean, 2),
        Fact::number("within", moments.within, 3),
        Fact::number("between", moments.between, 3),
        Fact::number("variance", moments.variance(), 3),
    ];
    let at = (weights[0], moments.variance());
    let handle = Handle::new(1, at, Ink::Accent).across("share");
    let shown = Shown::new(Plot::new(title).panel(above).panel(below), facts);
    Ok(shown.with_handles([handle]))
}
