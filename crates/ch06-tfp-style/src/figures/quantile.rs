use chapter::{Control, Error, Fact, Figure, Settings};
use figure::{Axis, Ink, Panel, Plot, curve};
use mixture::Distribution;

use crate::mixture;

const CONTROLS: &[Control] =
    &[Control::slider("p", "probability", (0.01, 0.99, 0.01), 0.5)];

pub(crate) const FIGURE: Figure = Figure {
    name: "quantile",
    caption: "From the probability {p} across to the distribution function, and down to the grade \
              {quantile}: the share of the students at or below that grade is {p}.",
    controls: CONTROLS,
    plot,
    facts,
};

/// The probability that is asked for, and its quantile.
fn quantile(settings: &Settings) -> Result<(f64, f64), Error> {
    let p = settings.get("p")?;
    if !(p > 0.0 && p < 1.0) {
        return Err(Error::argument("p", "above 0 and below 1", p));
    }
    Ok((p, crate::quantile(p)?))
}

fn plot(settings: &Settings) -> Result<Plot, Error> {
    let (p, quantile) = quantile(settings)?;
    let gmm = mixture()?;
    let gmm = gmm.scalar()?;
    let ends = (0.0, 7.0);
    let x = Axis::new("grade", ends.0, ends.1);
    let y = Axis::new("distribution function", 0.0, 1.08)
        .ticks([0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
    let way = [(ends.0, p), (quantile, p), (quantile, 0.0)];
    let panel = Panel::new(x, y)
        .line("", curve(ends.0, ends.1, |x| gmm.cdf(x)), Ink::Whole)
        .dashed_line("", way, Ink::Accent)
        .note(quantile, p, figure::number(quantile, 2), Ink::Accent);
    Ok(Plot::new("The distribution function and its inverse").panel(panel))
}

fn facts(settings: &Settings) -> Result<Vec<Fact>, Error> {
    let (p, quantile) = quantile(settings)?;
    Ok(vec![Fact::number("p", p, 2), Fact::number("quantile", quantile, 2)])
}
