use ch05::Joint;
use chapter::{Error, Fact};
use datasets::FAITHFUL;
use fit::{Fit, Sample};

use crate::{Climb, START, STOPS, e_step, fitted, harden, m_step, overlapping};

/// Where hard labels lead: each student is counted wholly in the likeliest group, until nobody moves.
fn with_hard_labels(grades: &[f64]) -> Result<Joint, Error> {
    let mut groups = START.groups()?;
    loop {
        let next = m_step(grades, &harden(&e_step(&groups, grades)))?;
        if next == groups {
            return Ok(groups);
        }
        groups = next;
    }
}

/// The numbers that the prose of the chapter quotes.
pub(crate) fn facts() -> Result<Vec<Fact>, Error> {
    let grades = datasets::grades();
    let climb = Climb::from(START.groups()?, &grades)?;
    let climb = climb.half_steps(40, None, &grades)?;
    let [first, .., last] = climb.history[..] else { return Ok(Vec::new()) };
    let top = &climb.groups;
    let hard = with_hard_labels(&grades)?;
    let start = START.groups()?;
    let labels = e_step(&start, &grades);
    let soft = labels.iter().map(|label| label[0]).sum::<f64>();
    let at_four = start.posterior(4.0)[0];
    let [sklearn, mclust, mixtools] = STOPS;
    let overlapping = fitted(Sample::new(overlapping()?), 2)?;
    let geyser =
        fitted(Sample::new(FAITHFUL.iter().map(|it| it.waiting_min)), 2)?;
    let share = |fit: &Fit| fit.mixture().mixture_distribution().probs()[0];
    let missing = |fit: &Fit, stop: crate::Stop| {
        fit.log_likelihood() - stop.log_likelihood
    };
    Ok(vec![
        Fact::count("sklearn-rounds", sklearn.rounds),
        Fact::number("sklearn-first", sklearn.first, 2),
        Fact::number("sklearn-missing", missing(&overlapping, sklearn), 2),
        Fact::number("overlapping-first", share(&overlapping), 2),
        Fact::number("mclust-missing", missing(&geyser, mclust), 4),
        Fact::count("mixtools-rounds", mixtools.rounds),
        Fact::number("soft-count", soft, 1),
        Fact::number("first-of-a-four", at_four, 2),
        Fact::number("second-of-a-four", 1.0 - at_four, 2),
        Fact::number("first-share", top.probs()[0], 2),
        Fact::number("second-share", top.probs()[1], 2),
        Fact::number("first-mean", top.bells()[0].loc(), 2),
        Fact::number("second-mean", top.bells()[1].loc(), 2),
        Fact::number("first-deviation", top.bells()[0].scale(), 2),
        Fact::number("second-deviation", top.bells()[1].scale(), 2),
        Fact::number("hard-first-deviation", hard.bells()[0].scale(), 2),
        Fact::number("hard-second-deviation", hard.bells()[1].scale(), 2),
        Fact::number("at-the-start", first, 1),
        Fact::number("after-twenty", last, 2),
        // In hundredths of a grade every density is a hundredth.
        Fact::number(
            "in-hundredths",
            last - grades.len() as f64 * libm::log(100.0),
            1,
        ),
    ])
}
