use chapter::{Error, Fact};
use datasets::CLASS;
use mixture::{Distribution as _, Normal};

use crate::{DOUBT, Joint, figures};

/// The numbers that the prose of the chapter quotes.
pub(crate) fn facts() -> Result<Vec<Fact>, Error> {
    let joint = Joint::of_the_model()?;
    let unprepared = |x: f64| joint.posterior(x)[1];
    let [first, second] = joint.boundaries()?[..] else {
        let found = joint.boundaries()?.len() as f64;
        return Err(Error::argument("the boundaries", "two", found));
    };
    let bells = [0, 1].map(|z| joint.bells[z].prob(4.0));
    let (from, to) = joint.doubtful_stretches()?[0];
    let doubtful = CLASS.iter().filter(|s| (from..to).contains(&s.grade));
    let grades = datasets::grades();
    let dead_from = figures::dead_from(&joint);
    let deviations = (dead_from - ch03::LOC[0]) / ch03::SCALE[0];
    Ok(vec![
        Fact::number("prepared-at-4", joint.by_index(0, 4.0)?, 4),
        Fact::number("unprepared-at-4", joint.by_index(1, 4.0)?, 4),
        Fact::number("marginal-at-4", joint.marginal(4.0), 4),
        Fact::percent("posterior-at-3-7", unprepared(3.7), 0),
        Fact::percent("posterior-at-4", unprepared(4.0), 0),
        Fact::percent("error-rate", error_rate(first, second)?, 1),
        Fact::percent("posterior-around-4", around(3.85, 4.15)?, 0),
        Fact::percent("without-shares", bells[1] / (bells[0] + bells[1]), 0),
        Fact::percent("posterior-at-4-3", unprepared(4.3), 0),
        Fact::percent("posterior-at-5", unprepared(5.0), 2),
        Fact::percent("least-doubtful", DOUBT.0, 0),
        Fact::percent("most-doubtful", DOUBT.1, 0),
        Fact::number("zone-from", from, 2),
        Fact::number("zone-to", to, 2),
        Fact::count_in_words("doubtful", doubtful.count()),
        Fact::number("first-boundary", first, 2),
        Fact::number("second-boundary", second, 2),
        Fact::number("dead-from", dead_from, 2),
        Fact::number("dead-deviations", deviations, 1),
        Fact::number("log-likelihood", joint.log_likelihood(&grades)?, 1),
        Fact::count("product-dies-after", joint.product_dies_after(&grades)?),
    ])
}

/// The probability of being unprepared, of somebody whose draw lies between two grades.
fn around(from: f64, to: f64) -> Result<f64, Error> {
    let bells = Normal::new(ch03::LOC, ch03::SCALE)?;
    let inside = bells.cdf(to)? - bells.cdf(from)?;
    let [prepared, unprepared] = [0, 1].map(|z| ch03::PROBS[z] * inside[[z]]);
    Ok(unprepared / (prepared + unprepared))
}

/// How often the more probable group is the wrong one: the unprepared between the boundaries are
/// right, and so are the prepared outside of them.
fn error_rate(first: f64, second: f64) -> Result<f64, Error> {
    let bells = Normal::new(ch03::LOC, ch03::SCALE)?;
    let between = bells.prob_between(first, second)?;
    let [prepared, unprepared] = [0, 1].map(|z| between[[z]]);
    Ok(ch03::PROBS[0] * prepared + ch03::PROBS[1] * (1.0 - unprepared))
}
