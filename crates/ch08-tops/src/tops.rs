use ch01::Gaussian;
use ch05::Joint;
use ch07::round;
use chapter::Error;

use crate::CLUMPS;

/// Where a climb ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Top {
    /// The groups there.
    pub groups: Joint,
    /// The log-likelihood there.
    pub log_likelihood: f64,
}

/// After so many rounds nothing moves any more.
const ROUNDS: usize = 120;

/// Two bells of one deviation at two means, in equal shares.
pub(crate) fn start(
    [first, second]: [f64; 2],
    scale: f64,
) -> Result<Joint, Error> {
    let bells = [Gaussian::new(first, scale)?, Gaussian::new(second, scale)?];
    Joint::new([0.5, 0.5], bells)
}

/// The top above two bells that begin at these means; `None` where a bell is left with nothing or with one
/// number.
///
/// # Errors
///
/// [`Error::Argument`] for a deviation that is not positive, or what is not finite.
pub fn climb_to_the_top(
    means: [f64; 2],
    scale: f64,
) -> Result<Option<Top>, Error> {
    climb(start(means, scale)?, ROUNDS)
}

/// The place where so many rounds lead from some groups.
pub(crate) fn climb(
    mut groups: Joint,
    rounds: usize,
) -> Result<Option<Top>, Error> {
    for _ in 0..rounds {
        match round(&groups, &CLUMPS) {
            Ok(next) => groups = next,
            Err(_) => return Ok(None),
        }
        if groups.bells().iter().any(|bell| bell.scale() < 1e-3) {
            return Ok(None);
        }
    }
    let log_likelihood = groups.log_likelihood(&CLUMPS)?;
    Ok(Some(Top { groups, log_likelihood }))
}

/// The two tops of the clumps, the higher one first, their bells from left to right.
///
/// # Errors
///
/// None: the starts are known to end there.
pub fn tops_of_the_clumps() -> Result<[Top; 2], Error> {
    let top = |means| -> Result<Top, Error> {
        let top = climb_to_the_top(means, 1.0)?;
        top.ok_or_else(|| Error::argument("a start", "one that ends", means[0]))
    };
    Ok([top([3.0, 9.0])?, top([1.0, 7.0])?])
}

/// Twenty starts with their log-likelihood round by round: the race of the sieve. The starts are drawn by the
/// golden ratio, which spreads them.
///
/// # Errors
///
/// None: the starts are those of bells.
pub fn race(rounds: usize) -> Result<Vec<Vec<f64>>, Error> {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let runner = |index: usize| -> Result<Vec<f64>, Error> {
        let place = |turn: f64| {
            let part = GOLDEN * turn;
            10.0 * (part - part.floor())
        };
        let first = place(2.0 * index as f64 + 1.0);
        let second = place(2.0 * index as f64 + 1.7);
        let mut groups = start([first, second], 2.5)?;
        let mut history = vec![groups.log_likelihood(&CLUMPS)?];
        for _ in 0..rounds {
            let Ok(next) = round(&groups, &CLUMPS) else { break };
            if next.bells().iter().any(|bell| bell.scale() < 0.05) {
                break;
            }
            groups = next;
            history.push(groups.log_likelihood(&CLUMPS)?);
        }
        Ok(history)
    };
    (0..20).map(runner).collect()
}
