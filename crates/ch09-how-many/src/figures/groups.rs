use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use datasets::{PENGUINS, Penguin, Sex, Species};
use figure::{Axis, Ink, Panel, Plot, curve};

use super::{counted, part};
use crate::{DATA, calls, criteria::Criterion};

const EXAMPLE: Control = Control::choice(
    "example",
    "example",
    &["phone calls", "Adélies of two sexes", "penguins of three species"],
    0,
)
.refits();

/// Three questions with three answers.
pub(super) const GROUPS: Figure = Figure {
    name: "groups",
    caption: "Groups: {groups}. Bells, by BIC: {bells}. Peaks that the data support: {peaks}. The bars are divided by \
              the true groups; the curves are the bells and their sum.",
    controls: &[EXAMPLE],
    guess: None,
    show,
};

/// An example: its place in the chapter's data, its groups, and where its histogram ends.
struct Example {
    place: usize,
    groups: Vec<Vec<f64>>,
    label: &'static str,
    count: &'static str,
    from: f64,
    bin: f64,
    bins: i32,
}

fn flippers(is_in: impl Fn(&Penguin) -> bool) -> Vec<f64> {
    let among = PENGUINS.iter().filter(|it| is_in(it));
    among.map(|penguin| penguin.flipper_mm).collect()
}

fn example(choice: usize) -> Example {
    let adelies =
        |sex| flippers(|it| it.species == Species::Adelie && it.sex == sex);
    match choice {
        0 => Example {
            place: 6,
            groups: vec![calls()],
            label: "minutes",
            count: "calls",
            from: 0.0,
            bin: 1.0,
            bins: 25,
        },
        1 => Example {
            place: 5,
            groups: [Some(Sex::Female), Some(Sex::Male), None]
                .map(adelies)
                .into(),
            label: "flipper, in mm",
            count: "penguins",
            from: 169.5,
            bin: 3.0,
            bins: 15,
        },
        _ => Example {
            place: 4,
            groups: Species::ALL
                .map(|species| flippers(|it| it.species == species))
                .into(),
            label: "flipper, in mm",
            count: "penguins",
            from: 169.5,
            bin: 3.0,
            bins: 22,
        },
    }
}

fn show(settings: &Settings) -> Result<Shown, Error> {
    let example = example(settings.choice("example")?);
    let data = &DATA[example.place];
    let bells = data.chosen(Criterion::Bic);
    let groups = data.with(bells)?.groups()?;
    let edges: Vec<f64> = (0..=example.bins)
        .map(|at| example.from + example.bin * f64::from(at))
        .collect();
    let (from, to) = (edges[0], edges[edges.len() - 1]);
    let scale = data.count * example.bin;
    let sum = curve(from, to, |x| scale * groups.marginal(x));
    let mut bases = vec![0.0; edges.len() - 1];
    let mut stacks = Vec::new();
    for group in &example.groups {
        let tops: Vec<f64> = counted(group, &edges)
            .iter()
            .zip(&bases)
            .map(|(count, base)| base + count)
            .collect();
        stacks.push((std::mem::replace(&mut bases, tops.clone()), tops));
    }
    let high = figure::heights(&sum).chain(bases).fold(0.0, f64::max);
    let top = 10.0 * (1.05 * high / 10.0).ceil();
    let mut panel = Panel::new(
        Axis::new(example.label, from, to),
        Axis::new(example.count, 0.0, top),
    )
    .height(220.0);
    for ((bases, tops), ink) in
        stacks.into_iter().zip([Ink::First, Ink::Second, Ink::Accent])
    {
        panel = panel.stacked_bars("", edges.clone(), bases, tops, ink);
    }
    for bell in 0..bells {
        let points = curve(from, to, |x| scale * part(&groups, bell, x));
        panel = panel.dashed_line("", points, Ink::Accent);
    }
    let panel = panel.line("", sum, Ink::Whole);
    // Penguins of unknown sex are no group.
    let count = example.groups.len() - usize::from(example.place == 5);
    let peaks = data.peaks.map_or(1, |peaks| peaks.supported());
    let facts = [
        Fact::count_in_words("groups", count),
        Fact::count_in_words("bells", bells),
        Fact::count_in_words("peaks", peaks),
    ];
    Ok(Shown::new(Plot::new("Groups, bells and peaks").panel(panel), facts))
}
