use ch01::{CUT, Gaussian};
use chapter::{Error, Fact};
use datasets::{CLASS, Group};
use mixture::Distribution as _;

use crate::{
    GOOD, LOC, Moments, PROBS, SCALE, SEASON_PROBS, days, model, prob_good,
    smallest_share, weighted_area, weights::bells,
};

/// The numbers that the prose of the chapter quotes.
pub(crate) fn facts() -> Result<Vec<Fact>, Error> {
    let mixture = model()?;
    let density = mixture.scalar()?;
    let moments = Moments::of(&PROBS, &bells()?)?;
    let class = Gaussian::fit(&datasets::grades())?;
    let within = class_within()?;
    let unprepared = Group::Unprepared.among(&CLASS).count();
    let [first, second] = mixture.modes()?[..] else {
        let found = mixture.modes()?.len() as f64;
        return Err(Error::argument("the modes of the model", "two", found));
    };
    let valley = mixture.antimodes()?[0];
    // A share that is enough: to a thousandth, rounded up.
    let enough = |separation| {
        let share = smallest_share(separation).unwrap_or(0.5);
        (1000.0 * share).ceil() / 1000.0
    };
    let summer = days(&SEASON_PROBS, &GOOD)[2].prob;
    Ok(vec![
        Fact::count("class-unprepared", unprepared),
        Fact::number("first-share", PROBS[0], 1),
        Fact::number("second-share", PROBS[1], 1),
        Fact::number("first-mean", LOC[0], 1),
        Fact::number("second-mean", LOC[1], 1),
        Fact::number("first-deviation", SCALE[0], 1),
        Fact::number("second-deviation", SCALE[1], 1),
        Fact::number("area", weighted_area(&PROBS, &bells()?)?.value, 6),
        Fact::percent("beyond-the-cut", density.survival_function(CUT), 0),
        Fact::number("sum-of-means", LOC[0] + LOC[1], 1),
        Fact::number("mean", moments.mean, 2),
        Fact::number("within", moments.within, 3),
        Fact::number("between", moments.between, 3),
        Fact::number("variance", moments.variance(), 3),
        Fact::percent("share-between", moments.between / moments.variance(), 0),
        Fact::number("class-variance", class.scale() * class.scale(), 3),
        Fact::number("class-within", within, 3),
        Fact::number("first-mode", first, 2),
        Fact::number("first-height", density.prob(first), 2),
        Fact::number("second-mode", second, 2),
        Fact::number("second-height", density.prob(second), 2),
        Fact::number("valley", valley, 2),
        Fact::number("valley-height", density.prob(valley), 3),
        Fact::percent("smallest-share-at-3", enough(3.0), 1),
        Fact::percent("smallest-share-at-4", enough(4.0), 1),
        Fact::number("good-in-spring", GOOD[0], 1),
        Fact::number("good-in-summer", GOOD[1], 1),
        Fact::number("good-in-autumn", GOOD[2], 1),
        Fact::number("good-in-winter", GOOD[3], 1),
        Fact::number("summer-and-good", summer, 3),
        Fact::number("good", prob_good(&days(&SEASON_PROBS, &GOOD)), 3),
        Fact::percent(
            "summer-given-good",
            summer / prob_good(&days(&SEASON_PROBS, &GOOD)),
            0,
        ),
    ])
}

/// How much the grades of the class vary within their groups, on average.
fn class_within() -> Result<f64, Error> {
    let mut within = 0.0;
    for group in Group::ALL {
        let grades: Vec<f64> = group.among(&CLASS).map(|s| s.grade).collect();
        let bell = Gaussian::fit(&grades)?;
        let share = grades.len() as f64 / CLASS.len() as f64;
        within += share * bell.scale() * bell.scale();
    }
    Ok(within)
}
