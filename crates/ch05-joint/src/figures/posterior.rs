use ch03::BELLS;
use chapter::{Error, Fact, Figure, Settings, Shown};
use datasets::{CLASS, GRADE_SCALE, Group};
use figure::{Axis, Ink, Panel, Plot, curve};

use crate::{DOUBT, Joint, controls::SHARE};

pub(super) const POSTERIOR: Figure = Figure {
    name: "posterior",
    caption: "The probability of the unprepared group, given the grade: {at-four} at 4.0 and {at-four-three} \
              at 4.3. In the shaded stretch neither group reaches {high}.",
    controls: &[SHARE, BELLS[1], BELLS[3]],
    guess: None,
    show: posterior,
};

pub(super) const SOFT_LABELS: Figure = Figure {
    name: "soft-labels",
    caption: "The class, and how much of each bar belongs to either group. The parts of the second \
              group add up to {expected} students; {unprepared} were drawn from it.",
    controls: &[],
    guess: None,
    show: soft_labels,
};

/// The model with other shares and deviations, its means in their places.
fn moved(settings: &Settings) -> Result<Joint, Error> {
    let share = settings.get("share")?;
    let bell = |loc, scale| ch01::Gaussian::new(loc, settings.get(scale)?);
    let [prepared, unprepared] = ch03::LOC;
    let bells = [bell(prepared, "scale-0")?, bell(unprepared, "scale-1")?];
    Joint::new([share, 1.0 - share], bells)
}

fn posterior(settings: &Settings) -> Result<Shown, Error> {
    let joint = moved(settings)?;
    let unprepared = |x: f64| joint.posterior(x)[1];
    let (from, to) = (0.7, 8.3);
    let panel = Panel::new(
        Axis::new(ch01::GRADE, from, to),
        Axis::new("probability of the unprepared group", 0.0, 1.08),
    );
    let panel = match joint.doubtful_zone() {
        Ok((from, to)) => panel.span(from, to, "doubtful"),
        Err(_) => panel,
    };
    let curve = curve(from, to, unprepared);
    let panel = panel.level(0.5, "").line("", curve, Ink::Second);
    let title = "The posterior probability of the unprepared group";
    let facts = [
        Fact::percent("at-four", unprepared(4.0), 0),
        Fact::percent("at-four-three", unprepared(4.3), 0),
        Fact::percent("high", DOUBT.1, 0),
    ];
    Ok(Shown::new(Plot::new(title).panel(panel), facts))
}

/// How many students have each grade of the scale, and how much of each belongs to the second
/// group.
fn parts() -> Result<Vec<(f64, f64)>, Error> {
    let joint = Joint::of_the_model()?;
    let part = |grade: f64| {
        let students = CLASS.iter().filter(|s| s.grade == grade).count() as f64;
        (students, students * joint.posterior(grade)[1])
    };
    Ok(GRADE_SCALE.into_iter().map(part).collect())
}

fn soft_labels(_: &Settings) -> Result<Shown, Error> {
    let parts = parts()?;
    let facts = [
        Fact::number("expected", parts.iter().map(|part| part.1).sum(), 1),
        Fact::count("unprepared", Group::Unprepared.among(&CLASS).count()),
    ];
    let edges: Vec<f64> =
        (0..=GRADE_SCALE.len()).map(|edge| edge as f64).collect();
    let (all, unprepared): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    let names = GRADE_SCALE.map(|grade| figure::number(grade, 1));
    let ticks = names.iter().enumerate();
    let ticks = ticks.map(|(nth, name)| (nth as f64 + 0.5, name.as_str()));
    let x = Axis::new("grade, one step of the scale a bar", 0.0, 13.0)
        .named_ticks(ticks);
    let y = Axis::from_zero("students", all.iter().copied());
    let panel = Panel::new(x, y)
        .bars("unprepared", edges.clone(), unprepared.clone(), Ink::Second)
        .stacked_bars("prepared", edges, unprepared, all, Ink::First);
    let title = "The class, each bar divided between the groups";
    Ok(Shown::new(Plot::new(title).panel(panel), facts))
}
