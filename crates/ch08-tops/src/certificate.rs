use ch01::Gaussian;
use ch05::Joint;
use ch07::round;
use chapter::Error;

/// What the log-likelihood of numbers gains at once, per share, if a little of all shares is given to a new
/// bell (Lindsay 1983, *Annals of Statistics* 11, 86–94).
///
/// # Examples
///
/// ```
/// use ch01::Gaussian;
/// use ch05::Joint;
///
/// let one = Joint::new([1.0], [Gaussian::new(0.0, 2.0)?])?;
/// let numbers = [-3.0, -3.1, 2.9, 3.0];
/// assert!(ch08::gain_of_a_bell(&one, &numbers, &Gaussian::new(3.0, 0.5)?) > 0.0);
/// assert!(ch08::gain_of_a_bell(&one, &numbers, &Gaussian::new(0.0, 0.5)?) < 0.0);
/// # Ok::<(), chapter::Error>(())
/// ```
#[must_use]
pub fn gain_of_a_bell(
    mixture: &Joint,
    numbers: &[f64],
    bell: &Gaussian,
) -> f64 {
    let ratios = numbers.iter().map(|&x| bell.prob(x) / mixture.marginal(x));
    ratios.sum::<f64>() - numbers.len() as f64
}

/// The waiting times of Old Faithful, in minutes.
pub(crate) fn waiting() -> Vec<f64> {
    datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min).collect()
}

/// One bell or two fitted to the waiting times of Old Faithful.
///
/// # Errors
///
/// [`Error::Argument`] for another number of bells.
pub fn geyser(bells: usize) -> Result<Joint, Error> {
    let waiting = waiting();
    match bells {
        1 => Joint::new([1.0], [Gaussian::fit(&waiting)?]),
        2 => {
            let start = [Gaussian::new(55.0, 6.0)?, Gaussian::new(80.0, 6.0)?];
            let mut groups = Joint::new([0.4, 0.6], start)?;
            // The two are far apart: so few rounds are enough.
            for _ in 0..15 {
                groups = round(&groups, &waiting)?;
            }
            Ok(groups)
        }
        _ => Err(Error::argument("bells", "one or two", bells as f64)),
    }
}
