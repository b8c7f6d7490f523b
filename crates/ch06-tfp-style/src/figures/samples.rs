use ch01::Histogram;
use chapter::{Control, Error, Fact, Figure, Settings};
use figure::{Axis, Ink, Panel, Plot, curve, heights};
use mixture::Distribution;
use rand_pcg::{Pcg64, rand_core::SeedableRng};

use crate::mixture;

const CONTROLS: &[Control] = &[
    Control::slider("n", "grades", (100.0, 10000.0, 100.0), 1000.0),
    Control::slider("seed", "seed", (1.0, 50.0, 1.0), 1.0),
];

pub(crate) const FIGURE: Figure = Figure {
    name: "samples",
    caption: "{n} grades drawn from the mixture with the seed {seed}, and its density. The mean \
              of the sample is {sample-mean}, that of the mixture {mean}.",
    controls: CONTROLS,
    plot,
    facts,
};

/// The grades that the mixture gives for a seed.
fn sample(settings: &Settings) -> Result<Vec<f64>, Error> {
    let n = settings.count("n")?;
    let seed = settings.count("seed")?;
    let mut rng = Pcg64::seed_from_u64(seed as u64);
    let draws = mixture()?.sample(n, &mut rng);
    Ok(draws.into_iter().collect())
}

fn plot(settings: &Settings) -> Result<Plot, Error> {
    let histogram = Histogram::of(&sample(settings)?, 0.0, 0.2)?;
    let gmm = mixture()?;
    let gmm = gmm.scalar()?;
    let ends = (0.0, 7.0);
    let density = curve(ends.0, ends.1, |x| gmm.prob(x));
    let tops = heights(&density).chain(histogram.densities().iter().copied());
    let y = Axis::from_zero("density", tops);
    let panel = Panel::new(Axis::new("grade", ends.0, ends.1), y)
        .bars(
            "the sample",
            histogram.edges(),
            histogram.densities(),
            Ink::Muted,
        )
        .line("𝑝(𝑥)", density, Ink::Whole);
    Ok(Plot::new("A sample of the mixture and its density").panel(panel))
}

fn facts(settings: &Settings) -> Result<Vec<Fact>, Error> {
    let sample = sample(settings)?;
    let mean = sample.iter().sum::<f64>() / sample.len() as f64;
    Ok(vec![
        Fact::count("n", sample.len()),
        Fact::number("seed", settings.get("seed")?, 0),
        Fact::number("sample-mean", mean, 3),
        Fact::number("mean", mixture()?.scalar()?.mean(), 3),
    ])
}
