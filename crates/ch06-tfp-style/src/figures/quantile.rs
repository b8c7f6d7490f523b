use chapter::{
    Among, Control, Error, Fact, Figure, Guess, Handle, Pull, Settings, Shown,
};
use figure::{Axis, Ink, Panel, Plot, curve, heights};
use mixture::Distribution;

use crate::{mixture, quantile};

const CONTROLS: &[Control] =
    &[Control::slider("p", "probability", (0.01, 0.99, 0.01), 0.5)];

pub(crate) const FIGURE: Figure = Figure {
    name: "quantile",
    caption: "Drag the probability: from {p} across to the distribution function, and down to the grade \
              {quantile}: by the model, the share of the students at or below that grade is {p}.",
    controls: CONTROLS,
    guess: Some(Guess {
        question: "By the model, half of all students get a certain grade or a better one. Which grade is it?",
        fact: "quantile",
        among: Among::Numbers { min: 1.0, max: 5.0, step: 0.01 },
        drawn: Some(before_the_median),
    }),
    show,
};

/// The density, in which the reader points at the grade that halves it.
fn before_the_median() -> Result<Plot, Error> {
    let gmm = mixture()?;
    let gmm = gmm.scalar()?;
    let density = curve(0.0, 7.0, |x| gmm.prob(x));
    let y = Axis::from_zero("density", heights(&density));
    let panel = Panel::new(ch01::grade_axis(0.0, 7.0), y)
        .height(110.0)
        .area("", density.clone(), Ink::Muted)
        .line("", density, Ink::Whole);
    Ok(Plot::new("The density of the mixture").panel(panel))
}

fn show(settings: &Settings) -> Result<Shown, Error> {
    let p = settings.get("p")?;
    if !(p > 0.0 && p < 1.0) {
        return Err(Error::argument("p", "above 0 and below 1", p));
    }
    let quantile = quantile(p)?;
    let gmm = mixture()?;
    let gmm = gmm.scalar()?;
    let ends = (0.0, 7.0);
    let x = ch01::grade_axis(ends.0, ends.1);
    let y = Axis::new("distribution function", 0.0, 1.08)
        .ticks([0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
    let way = [(ends.0, p), (quantile, p), (quantile, 0.0)];
    let panel = Panel::new(x, y)
        .line("", curve(ends.0, ends.1, |x| gmm.cdf(x)), Ink::Whole)
        .dashed_line("", way, Ink::Accent)
        .note(quantile, p, figure::number(quantile, 2), Ink::Accent);
    let title = "The distribution function and its inverse";
    let facts =
        [Fact::number("p", p, 2), Fact::number("quantile", quantile, 2)];
    let handle =
        Handle::new(0, (0.0, p), Ink::Accent).pulled_up(Pull::along("p"));
    let shown = Shown::new(Plot::new(title).panel(panel), facts);
    Ok(shown.with_handles([handle]))
}
