mod criteria;
mod fits;
mod groups;
mod kernel;
mod null;
mod scores;

use ch05::Joint;
use chapter::Figure;
use datasets::{FAITHFUL, GALAXIES, PENGUINS};

pub(crate) const FIGURES: &[Figure] = &[
    criteria::CRITERIA,
    null::NULL,
    groups::GROUPS,
    kernel::KERNEL,
    fits::FITS,
    scores::SCORES_FITTED,
];

/// The numbers of a data set of which single numbers are known, with a histogram's axis for them.
struct Measured {
    x: Vec<f64>,
    /// Its place in the chapter's [data](crate::DATA).
    place: usize,
    label: &'static str,
    from: f64,
    to: f64,
    bin: f64,
}

/// What the reader chooses among; in the order of [`measured`].
const MEASURED: [&str; 3] = ["Old Faithful", "galaxies", "flippers"];

fn measured(choice: usize) -> Measured {
    match choice {
        0 => Measured {
            x: FAITHFUL.iter().map(|it| it.waiting_min).collect(),
            place: 1,
            label: "minutes until the next eruption",
            from: 35.0,
            to: 105.0,
            bin: 5.0,
        },
        1 => Measured {
            x: GALAXIES.iter().map(|speed| speed / 1000.0).collect(),
            place: 2,
            label: "velocity, in 1000 km/s",
            from: 5.0,
            to: 40.0,
            bin: 2.5,
        },
        _ => Measured {
            x: PENGUINS.iter().map(|it| it.flipper_mm).collect(),
            place: 4,
            label: "flipper, in mm",
            from: 165.0,
            to: 240.0,
            bin: 5.0,
        },
    }
}

impl Measured {
    /// The edges of the bins, halfway between what is measured, so that nothing lies on one.
    fn edges(&self) -> Vec<f64> {
        let bins = ((self.to - self.from) / self.bin) as i32;
        (0..=bins)
            .map(|at| self.from - 0.5 + self.bin * f64::from(at))
            .collect()
    }
}

/// How many of `x` are between each edge and the next.
fn counted(x: &[f64], edges: &[f64]) -> Vec<f64> {
    let within = |edge: &[f64]| {
        x.iter().filter(|x| (edge[0]..edge[1]).contains(x)).count() as f64
    };
    edges.windows(2).map(within).collect()
}

/// One bell of several, as high as its share.
fn part(groups: &Joint, bell: usize, x: f64) -> f64 {
    groups.probs()[bell] * groups.bells()[bell].prob(x)
}
