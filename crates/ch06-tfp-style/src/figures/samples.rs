use ch01::Histogram;
use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, curve, heights};
use mixture::Distribution;
use rand_pcg::{Pcg64, rand_core::SeedableRng};

use crate::mixture;

const CONTROLS: &[Control] = &[
    Control::slider("n", "grades", (100.0, 10000.0, 100.0), 1000.0).played(),
    Control::slider("seed", "seed", (1.0, 50.0, 1.0), 1.0),
];

pub(crate) const FIGURE: Figure = Figure {
    name: "samples",
    caption: "{n} grades drawn from the mixture with the seed {seed}, and its density. The mean \
              of the sample is {sample-mean}, that of the mixture {mean}.",
    controls: CONTROLS,
    guess: None,
    show,
};

fn show(settings: &Settings) -> Result<Shown, Error> {
    let n = settings.count("n")?;
    let seed = settings.count("seed")?;
    let gmm = mixture()?;
    let draws = gmm.sample(n, &mut Pcg64::seed_from_u64(seed as u64));
    let sample: Vec<f64> = draws.into_iter().collect();
    let histogram = Histogram::of(&sample, 0.0, 0.2)?;
    let gmm = gmm.scalar()?;
    let ends = (0.0, 7.0);
    let density = curve(ends.0, ends.1, |x| gmm.prob(x));
    let tops = heights(&density).chain(histogram.densities().iter().copied());
    let y = Axis::from_zero("density", tops);
    let panel = Panel::new(ch01::grade_axis(ends.0, ends.1), y)
        .bars(
            "the sample",
            histogram.edges(),
            histogram.densities(),
            Ink::Muted,
        )
        .line("𝑝(𝑥)", density, Ink::Whole);
    let plot =
        Plot::new("A sample of the mixture and its density").panel(panel);
    let mean = sample.iter().sum::<f64>() / sample.len() as f64;
    let facts = [
        Fact::count("n", n),
        Fact::number("seed", seed as f64, 0),
        Fact::number("sample-mean", mean, 3),
        Fact::number("mean", gmm.mean(), 3),
    ];
    Ok(Shown::new(plot, facts))
}
