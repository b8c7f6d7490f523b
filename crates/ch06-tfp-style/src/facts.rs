use chapter::{Error, Fact};
use mixture::{Categorical, Distribution, MixtureSameFamily, Normal};

use crate::{
    antimodes, decision_boundaries, density, entropy,
    figures::{Breaks, breaks},
    grid, log_survival, mixture, modes, quantile, recorded,
};

/// The grades of the listings: the first mean, one between the peaks, and the second mean.
pub(crate) const GRADES: [f64; 3] = [2.5, 3.6, 4.8];

/// The numbers that the prose quotes.
pub(crate) fn facts() -> Result<Vec<Fact>, Error> {
    Ok([listed()?, plotted()?, beyond()?, tails()?].concat())
}

/// The model, where the text sets it beside the class.
fn listed() -> Result<Vec<Fact>, Error> {
    let gmm = mixture()?;
    let unprepared = gmm.posterior_marginal(GRADES[1])?.probs()[1];
    let gmm = gmm.scalar()?;
    let mut grades = datasets::grades();
    let up_to = grades.iter().filter(|grade| **grade <= GRADES[1]).count();
    grades.sort_by(f64::total_cmp);
    let middle = grades.len() / 2;
    let class_median = f64::midpoint(grades[middle - 1], grades[middle]);
    Ok(vec![
        Fact::number("variance", gmm.variance(), 4),
        Fact::percent("cdf-3-6", gmm.cdf(GRADES[1]), 1),
        Fact::percent("class-up-to-3-6", up_to as f64 / grades.len() as f64, 1),
        Fact::number("class-median", class_median, 1),
        Fact::percent("unprepared-at-3-6", unprepared, 2),
    ])
}

fn plotted() -> Result<Vec<Fact>, Error> {
    let curve = density(&grid())?;
    let highest = curve
        .iter()
        .max_by(|one, other| one.1.total_cmp(&other.1))
        .map_or(f64::NAN, |point| point.0);
    Ok(vec![
        Fact::count("grid-points", curve.len()),
        Fact::number("grid-highest", highest, 4),
    ])
}

/// What only our mixture answers.
fn beyond() -> Result<Vec<Fact>, Error> {
    let mut facts = vec![
        Fact::number("median", quantile(0.5)?, 3),
        Fact::number("quantile-95", quantile(0.95)?, 3),
        Fact::number("median-of-the-gap", median_of_the_gap()?, 2),
        Fact::number("entropy", entropy()?, 4),
        Fact::number("entropy-of-one-bell", entropy_of_one_bell()?, 4),
    ];
    let peaks = [("mode-1", "mode-1-height"), ("mode-2", "mode-2-height")];
    let valley = [("antimode", "antimode-height")];
    let turns = peaks.iter().zip(modes()?);
    for ((place, height), (x, y)) in
        turns.chain(valley.iter().zip(antimodes()?))
    {
        facts.push(Fact::number(place, x, 4));
        facts.push(Fact::number(height, y, 3));
    }
    let boundaries = ["boundary-left", "boundary-right"];
    for (name, x) in boundaries.into_iter().zip(decision_boundaries()?) {
        facts.push(Fact::number(name, x, 3));
    }
    Ok(facts)
}

/// The far tails, ours and those of TensorFlow Probability.
fn tails() -> Result<Vec<Fact>, Error> {
    let tfp = recorded("gmm.log_survival_function(6.0)")?;
    let seven = recorded("gmm.log_survival_function(7.0)")?;
    let mean = recorded("unnormalised.mean()")?;
    let Breaks { stuck, stuck_from, infinite_from } = breaks();
    Ok(vec![
        Fact::number("log-survival-6", log_survival(6.0)?, 4),
        Fact::number("log-survival-7", log_survival(7.0)?, 4),
        Fact::number("log-survival-20", log_survival(20.0)?, 4),
        Fact::number("tfp-log-survival-6-float32", tfp.float32, 4),
        Fact::number("tfp-log-survival-6-float64", tfp.float64, 4),
        Fact::number("tfp-log-survival-7-float64", seven.float64, 4),
        Fact::number("tfp-stuck", stuck, 2),
        Fact::number("tfp-stuck-from", stuck_from, 2),
        Fact::number("tfp-infinite-from", infinite_from, 2),
        Fact::number("tfp-mean-of-3-and-7", mean.float32, 0),
    ])
}

/// The entropy of the Gaussian that has the mean and the variance of the mixture.
fn entropy_of_one_bell() -> Result<f64, Error> {
    let gmm = mixture()?;
    let bell = Normal::new(gmm.mean(), gmm.stddev())?;
    Ok(bell.entropy()[[]])
}

/// The median of two halves with a gap between them that holds next to nothing.
fn median_of_the_gap() -> Result<f64, Error> {
    let cat = Categorical::from_probs([0.5, 0.5])?;
    let normal = Normal::new([0.0, 3.0], [0.3, 0.1])?;
    Ok(MixtureSameFamily::new(cat, normal)?.quantile(0.5)?[[]])
}
