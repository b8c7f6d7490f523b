use ch07::{as_groups, fitted};
use chapter::{Error, Fact, Figure, Settings, Shown};
use datasets::CRABS;
use figure::{Axis, Ink, Panel, Plot, curve};
use fit::Sample;

/// Pearson's crabs, in his own bins.
pub(super) const CRABS_FITTED: Figure = Figure {
    name: "crabs",
    caption: "Weldon's thousand crabs in their 29 bins, the outer two without an end, and two bells fitted to the bins: \
              shares {first} and {second}, means {first-mean} and {second-mean}, deviations {first-deviation} and \
              {second-deviation}.",
    controls: &[],
    guess: None,
    show,
};

fn show(_: &Settings) -> Result<Shown, Error> {
    let counts = CRABS.iter().map(|bin| f64::from(bin.count));
    let bins = Sample::intervals(
        CRABS.iter().map(|bin| bin.from),
        CRABS.iter().map(|bin| bin.to),
    );
    let fit = fitted(bins.and_then(|bins| bins.weights(counts)), 2)?;
    let groups = as_groups(fit.mixture())?;
    let finite =
        CRABS.iter().filter(|bin| bin.from.is_finite() && bin.to.is_finite());
    let x = Axis::new("forehead over body length", 0.57, 0.71);
    let mut panel = Panel::new(x, Axis::new("crabs in a bin", 0.0, 130.0));
    let mut width = 0.004;
    for bin in finite {
        width = bin.to - bin.from;
        panel = panel.bars(
            "",
            [bin.from, bin.to],
            [f64::from(bin.count)],
            Ink::Muted,
        );
    }
    let bell = |k: usize| {
        let (share, bell) = (groups.probs()[k], groups.bells()[k]);
        curve(0.57, 0.71, move |x| 1000.0 * width * share * bell.prob(x))
    };
    let sum = curve(0.57, 0.71, |x| 1000.0 * width * groups.marginal(x));
    let panel = panel
        .line("", sum, Ink::Whole)
        .line("", bell(0), Ink::First)
        .dashed_line("", bell(1), Ink::Second);
    let facts = [
        Fact::number("first", groups.probs()[0], 3),
        Fact::number("second", groups.probs()[1], 3),
        Fact::number("first-mean", groups.bells()[0].loc(), 4),
        Fact::number("second-mean", groups.bells()[1].loc(), 4),
        Fact::number("first-deviation", groups.bells()[0].scale(), 4),
        Fact::number("second-deviation", groups.bells()[1].scale(), 4),
    ];
    Ok(Shown::new(
        Plot::new("A thousand crabs and two bells").panel(panel),
        facts,
    ))
}
