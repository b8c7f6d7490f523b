//! Chapter 2: Superposition.
//!
//! Two bells drawn over the class and added look right and are wrong: the area under their sum is
//! two, and a curve with the area two is no density. The chapter measures that area by a rule whose
//! error is known.

mod figures;
mod integrate;
mod run;
mod sketch;

pub use integrate::{Integral, integrate, midpoint_rule};
pub use sketch::{
    ASKED, SKETCH, area, area_up_to, area_within, breakpoints, check_bells,
    superpose,
};

use ch01::CUT;
use chapter::{Chapter, Error, Fact};

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    number: 2,
    slug: "superposition",
    title: "Superposition",
    run: run::run,
    figures: figures::FIGURES,
    facts,
};

fn facts() -> Result<Vec<Fact>, Error> {
    let bells = sketch::sketch()?;
    let [wide, narrow] = bells;
    let both = area(&bells)?;
    let average =
        integrate(|x| x * superpose(&bells, x), &breakpoints(&bells), 1e-9)?;
    let steep = ch01::Gaussian::new(0.0, 0.1)?;
    let beyond_the_cut = area(&bells)?.value - area_up_to(&bells, CUT)?.value;
    Ok(vec![
        Fact::number("wide-mean", wide.loc(), 1),
        Fact::number("wide-deviation", wide.scale(), 1),
        Fact::number("wide-height", wide.prob(wide.loc()), 2),
        Fact::number("narrow-mean", narrow.loc(), 1),
        Fact::number("narrow-deviation", narrow.scale(), 1),
        Fact::number("narrow-height", narrow.prob(narrow.loc()), 2),
        Fact::percent("within-one", area_within(wide, 1.0)?.value, 1),
        Fact::percent("within-two", area_within(narrow, 2.0)?.value, 1),
        Fact::number("steep-height", steep.prob(steep.loc()), 2),
        Fact::number("wide-area", area(&[wide])?.value, 6),
        Fact::number("narrow-area", area(&[narrow])?.value, 6),
        Fact::number("naive-area", both.value, 6),
        Fact::count("naive-evaluations", both.evaluations),
        Fact::number("asked", ASKED, 1),
        Fact::number("naive-up-to", area_up_to(&bells, ASKED)?.value, 2),
        Fact::number("naive-average", average.value, 1),
        Fact::percent("half-beyond-the-cut", beyond_the_cut / 2.0, 0),
    ])
}
