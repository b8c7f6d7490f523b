//! Chapter 2: Superposition.
//!
//! Two bells drawn over the class and added look right and are wrong: the area under their sum is
//! two, and what has the area two is no density. The chapter measures that area by a rule whose
//! error is known.

mod figures;
mod integrate;
mod run;
mod sketch;

pub use integrate::{Integral, integrate, midpoint_rule};
pub use sketch::{BREAKS, SKETCH, area, area_up_to, breakpoints, superpose};

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
    let [wide, narrow] = &bells;
    let each = [area(&bells[..1])?, area(&bells[1..])?];
    let both = area(&bells)?;
    let first_moment =
        integrate(|x| x * superpose(&bells, x), &breakpoints(&bells), 1e-9)?;
    let within = |bell: &ch01::Gaussian, deviations: f64| {
        let (from, to) = (
            bell.loc() - deviations * bell.scale(),
            bell.loc() + deviations * bell.scale(),
        );
        integrate(|x| bell.prob(x), &[from, bell.loc(), to], 1e-12)
    };
    Ok(vec![
        Fact::number("wide-height", wide.prob(wide.loc()), 2),
        Fact::number("narrow-height", narrow.prob(narrow.loc()), 2),
        Fact::percent("within-one", within(wide, 1.0)?.value, 1),
        Fact::percent("within-two", within(narrow, 2.0)?.value, 1),
        Fact::number("wide-area", each[0].value, 6),
        Fact::number("narrow-area", each[1].value, 6),
        Fact::number("naive-area", both.value, 6),
        Fact::count("naive-evaluations", both.evaluations),
        Fact::number("naive-up-to-cut", area_up_to(&bells, 4.7)?.value, 2),
        Fact::number("naive-average", first_moment.value, 1),
        Fact::number(
            "steep-height",
            ch01::Gaussian::new(0.0, 0.1)?.prob(0.0),
            2,
        ),
    ])
}
