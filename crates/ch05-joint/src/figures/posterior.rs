use std::ops::Range;

use ch03::BELLS;
use chapter::{Error, Fact, Figure, Settings, Shown};
use datasets::{CLASS, GRADE_SCALE, Group};
use figure::{Axis, Ink, Panel, Plot, curve};

use crate::{DOUBT, Joint, controls::SHARE};

pub(super) const POSTERIOR: Figure = Figure {
    name: "posterior",
    caption: "The probability of the unprepared group, given the grade: {at-four} at 4.0 and {at-four-three} \
              at 4.3. In the shaded stretches neither group reaches {high}.",
    controls: &[SHARE, BELLS[1], BELLS[3]],
    guess: None,
    show: posterior,
};

pub(super) const SOFT_LABELS: Figure = Figure {
    name: "soft-labels",
    caption: "The class, and how much of each bar belongs to either group; below, three bars close to \
              4.0. The parts of the second group add up to {expected} students; {unprepared} were drawn from it.",
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
        ch01::grade_axis(from, to),
        Axis::new("probability of the unprepared group", 0.0, 1.08),
    );
    // There are none where a group has no share.
    let stretches = joint.doubtful_stretches().unwrap_or_default();
    let stretches = stretches.into_iter();
    let panel = stretches
        .map(|stretch| (stretch.0.max(from), stretch.1.min(to)))
        .filter(|(from, to)| from < to)
        .fold(panel, |panel, (from, to)| panel.span(from, to, "doubtful"));
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

/// How many students have each grade of the scale, and how many of them belong to the second group.
struct Parts {
    students: [f64; 13],
    unprepared: [f64; 13],
}

impl Parts {
    fn of_the_class() -> Result<Self, Error> {
        let joint = Joint::of_the_model()?;
        let students = GRADE_SCALE.map(|grade| {
            CLASS.iter().filter(|s| s.grade == grade).count() as f64
        });
        let mut unprepared = students;
        for (part, grade) in unprepared.iter_mut().zip(GRADE_SCALE) {
            *part *= joint.posterior(grade)[1];
        }
        Ok(Self { students, unprepared })
    }

    /// The bars of some grades, each divided between the groups.
    fn bars(&self, grades: Range<usize>, y: &str, names: [&str; 2]) -> Panel {
        let edges: Vec<f64> =
            (grades.start..=grades.end).map(|edge| edge as f64).collect();
        let ticks = GRADE_SCALE.map(|grade| figure::number(grade, 1));
        let ticks = ticks.iter().enumerate();
        let ticks = ticks.map(|(nth, name)| (nth as f64 + 0.5, name.as_str()));
        let (from, to) = (grades.start as f64, grades.end as f64);
        let x = Axis::new("grade, one step of the scale a bar", from, to)
            .ends(ch01::BETTER_TO_WORSE);
        let students = &self.students[grades.clone()];
        let y = Axis::from_zero(y, students.iter().copied());
        let second = &self.unprepared[grades];
        let [prepared, unprepared] = names;
        Panel::new(x.named_ticks(ticks), y)
            .bars(unprepared, edges.clone(), second, Ink::Second)
            .stacked_bars(prepared, edges, second, students, Ink::First)
    }
}

fn soft_labels(_: &Settings) -> Result<Shown, Error> {
    let parts = Parts::of_the_class()?;
    let facts = [
        Fact::number("expected", parts.unprepared.iter().sum(), 1),
        Fact::count("unprepared", Group::Unprepared.among(&CLASS).count()),
    ];
    let all = parts.bars(0..13, "students", ["prepared", "unprepared"]);
    // From 3.7 to 4.3.
    let close = parts.bars(8..11, "students, close to 4.0", [""; 2]);
    let title = "The class, each bar divided between the groups";
    let plot = Plot::new(title).panel(all).panel(close.height(130.0));
    Ok(Shown::new(plot, facts))
}
