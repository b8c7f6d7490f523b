use ch07::fitted;
use chapter::{Error, Fact};
use fit::{Fit, Sample};

use crate::{
    CLUMPS, certificate::waiting, class_as_intervals, class_as_numbers,
    tops_of_the_clumps,
};

/// The numbers that the prose of the chapter quotes.
pub(crate) fn facts() -> Result<Vec<Fact>, Error> {
    let [higher, lower] = tops_of_the_clumps()?;
    let [one, two] = [1, 2].map(|bells| fitted(Sample::new(waiting()), bells));
    let (one, two) = (one?, two?);
    let bound = |fit: &Fit| {
        let gain = fit.gain_at_most(5.0);
        gain.map_err(|_| Error::argument("floor", "positive", 5.0))
    };
    let scale = |fit: &Fit| fit.mixture().components_distribution().scale()[1];
    let clumps = fitted(Sample::new(CLUMPS), 2)?;
    let worst = datasets::grades().into_iter().filter(|x| *x == 5.0);
    Ok(vec![
        Fact::count("at-the-wall", worst.count()),
        Fact::number("higher", higher.log_likelihood, 2),
        Fact::number("lower", lower.log_likelihood, 2),
        Fact::number("gap", higher.log_likelihood - lower.log_likelihood, 2),
        Fact::count("starts", clumps.starts()),
        Fact::count("agreeing", clumps.agreeing_starts()),
        Fact::number("gained", two.log_likelihood() - one.log_likelihood(), 1),
        Fact::number("one-at-most", bound(&one)?, 1),
        Fact::number("two-at-most", bound(&two)?, 1),
        Fact::number("narrow", scale(&class_as_numbers()?), 2),
        Fact::number("wide", scale(&class_as_intervals()?), 2),
    ])
}
