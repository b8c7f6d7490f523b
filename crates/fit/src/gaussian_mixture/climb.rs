//! From a start to a top: accelerated steps that never fall, and Newton's method at the end.

use crate::{
    em::{Parameters, Scaled, Sums},
    fit::is_on_floor,
    information::Information,
};

/// So many steps each start takes before the best go on.
const SIEVE: usize = 12;

/// So many starts go on.
const SURVIVORS: usize = 6;

/// After so many accelerated steps a climb has not arrived.
const MOST: usize = 2000;

/// What may be left to gain at a top, in nats.
const LEFT: f64 = 1e-9;

/// By how much parameters may still move there, of themselves or of the spread.
const STANDING: f64 = 1e-8;

/// Log-likelihoods that differ by less are of one top.
const SAME: f64 = 1e-6;

/// Where a climb ended.
#[derive(Clone, Debug)]
pub(crate) struct Top {
    pub(crate) parameters: Parameters,
    pub(crate) sums: Sums,
    pub(crate) converged: bool,
    pub(crate) steps: usize,
    /// Whether a deviation is as small as it may be.
    pub(crate) leans: bool,
}

impl Top {
    fn is_sound(&self) -> bool {
        !self.leans && holds_data(&self.sums)
    }
}

/// Whether a likelihood says something: no component holds less than two data. One of the two things
/// that make a top sound; the other is that no deviation leans on the floor.
fn holds_data(sums: &Sums) -> bool {
    sums.counts.iter().all(|count| *count >= 2.0 - 1e-9)
}

/// What came of all starts.
#[derive(Clone, Debug)]
pub(crate) struct Climbed {
    pub(crate) best: Top,
    pub(crate) starts: usize,
    /// How many of the starts that went on ended at the best top.
    pub(crate) agreeing: usize,
    /// The sound top below the best, if another one was found.
    pub(crate) next: Option<f64>,
}

/// Climbs from the best of the starts; none if no start gives every datum a probability.
pub(super) fn from_all(
    scaled: &Scaled,
    starts: Vec<Parameters>,
    floor: f64,
) -> Option<Climbed> {
    let count = starts.len();
    let begin = |start: Parameters| {
        let sums = scaled.sums(&start).ok()?;
        let mut state = State { parameters: start, sums };
        for _ in 0..SIEVE {
            state = state.stepped(scaled, floor)?;
        }
        Some(state)
    };
    let mut states: Vec<State> = starts.into_iter().filter_map(begin).collect();
    states.sort_by(|one, other| {
        let sound = other.is_sound(floor).cmp(&one.is_sound(floor));
        sound.then(other.value().total_cmp(&one.value()))
    });
    states.truncate(SURVIVORS);
    let mut tops: Vec<Top> =
        states.into_iter().map(|state| state.climbed(scaled, floor)).collect();
    let value = |top: &Top| top.sums.log_likelihood;
    tops.sort_by(|one, other| {
        let sound = other.is_sound().cmp(&one.is_sound());
        sound.then(value(other).total_cmp(&value(one)))
    });
    let best = tops.first()?.clone();
    let is_same = |top: &&Top| {
        top.is_sound() == best.is_sound()
            && (value(top) - value(&best)).abs() < SAME
    };
    let agreeing = tops.iter().filter(is_same).count();
    let next = tops.iter().find(|top| !is_same(top) && top.is_sound());
    let next = next.map(value);
    Some(Climbed { best, starts: count, agreeing, next })
}

/// Where a climb is.
#[derive(Clone, Debug)]
struct State {
    parameters: Parameters,
    sums: Sums,
}

impl State {
    fn value(&self) -> f64 {
        self.sums.log_likelihood
    }

    fn at(scaled: &Scaled, parameters: Parameters) -> Option<Self> {
        let sums = scaled.sums(&parameters).ok()?;
        sums.log_likelihood.is_finite().then_some(Self { parameters, sums })
    }

    /// A step of EM, no deviation below the floor.
    fn stepped(&self, scaled: &Scaled, floor: f64) -> Option<Self> {
        let mut next = self.parameters.maximized(&self.sums);
        for scale in &mut next.scale {
            *scale = scale.max(floor);
        }
        Self::at(scaled, next)
    }

    fn climbed(mut self, scaled: &Scaled, floor: f64) -> Top {
        let mut converged = false;
        let mut steps = 0;
        while steps < MOST {
            steps += 1;
            let before = self.value();
            let Some(next) = self.accelerated(scaled, floor) else { break };
            self = next;
            let gained = self.value() - before;
            let leans = self.leans(floor);
            if leans {
                // Newton's method knows no floor.
                converged = gained <= LEFT * 1e-3;
            } else if gained < 1e-2 {
                (self, converged) = self.polished(scaled, floor);
            }
            if converged {
                break;
            }
        }
        let leans = self.leans(floor);
        let Self { parameters, sums } = self;
        Top { parameters, sums, converged, steps, leans }
    }

    fn is_sound(&self, floor: f64) -> bool {
        !self.leans(floor) && holds_data(&self.sums)
    }

    fn leans(&self, floor: f64) -> bool {
        let mut scales = self.parameters.scale.iter();
        scales.any(|scale| is_on_floor(*scale, floor))
    }

    /// Two steps of EM, or where they lead together if that is higher (Varadhan & Roland 2008,
    /// *Scandinavian Journal of Statistics* 35, 335–353).
    fn accelerated(&self, scaled: &Scaled, floor: f64) -> Option<Self> {
        let one = self.stepped(scaled, floor)?;
        let two = one.stepped(scaled, floor)?;
        let [start, first, second] =
            [self, &one, &two].map(|state| to_plain(&state.parameters));
        let change: Vec<f64> =
            pairs(&first, &start).map(|(a, b)| a - b).collect();
        let bend: Vec<f64> = pairs(&second, &first)
            .zip(&change)
            .map(|((a, b), change)| a - b - change)
            .collect();
        let norm = |v: &[f64]| v.iter().map(|x| x * x).sum::<f64>().sqrt();
        let (speed, curve) = (norm(&change), norm(&bend));
        if !(curve > 0.0 && speed.is_finite() && curve.is_finite()) {
            return Some(two);
        }
        let stride = (speed / curve).clamp(1.0, 1e4);
        let ahead = start.iter().zip(&change).zip(&bend).map(
            |((start, change), bend)| {
                start + 2.0 * stride * change + stride * stride * bend
            },
        );
        let mut ahead = from_plain(&ahead.collect::<Vec<_>>());
        for scale in &mut ahead.scale {
            *scale = scale.max(floor);
        }
        let ahead = Self::at(scaled, ahead)
            .and_then(|state| state.stepped(scaled, floor))
            .filter(|state| state.value() >= two.value());
        Some(ahead.unwrap_or(two))
    }

    /// Steps of Newton's method as long as they lead up; and whether there is nothing left to gain.
    fn polished(mut self, scaled: &Scaled, floor: f64) -> (Self, bool) {
        for _ in 0..12 {
            let information = Information::of(scaled, &self.parameters);
            let Ok((step, left)) = information.and_then(|it| it.newton())
            else {
                return (self, false);
            };
            let far = self.farthest(&step);
            if left <= LEFT && far <= STANDING {
                // The last step, if it is one at all.
                if let Some(next) = self.moved(&step, scaled, floor) {
                    self = next;
                }
                return (self, true);
            }
            let Some(next) = self.moved(&step, scaled, floor) else {
                return (self, false);
            };
            self = next;
        }
        (self, false)
    }

    /// The largest change of a parameter: of a share, or in deviations of the component.
    fn farthest(&self, step: &[f64]) -> f64 {
        let k = self.parameters.len();
        let unit = |index: usize| {
            if index < k - 1 {
                1.0
            } else {
                self.parameters.scale[(index + 1 - k) % k]
            }
        };
        let far = step
            .iter()
            .enumerate()
            .map(|(index, step)| step.abs() / unit(index));
        far.fold(0.0, f64::max)
    }

    /// The state a step away, if that is a mixture and not lower but by rounding.
    fn moved(&self, step: &[f64], scaled: &Scaled, floor: f64) -> Option<Self> {
        let k = self.parameters.len();
        let mut next = self.parameters.clone();
        let (probs, rest) = step.split_at(k - 1);
        let (loc, scale) = rest.split_at(k);
        for (prob, step) in next.probs.iter_mut().zip(probs) {
            *prob += step;
        }
        next.probs[k - 1] -= probs.iter().sum::<f64>();
        for (parts, steps) in [(&mut next.loc, loc), (&mut next.scale, scale)] {
            for (part, step) in parts.iter_mut().zip(steps) {
                *part += step;
            }
        }
        let is_mixture = next.probs.iter().all(|prob| *prob > 0.0)
            && next.scale.iter().all(|scale| *scale >= floor);
        let rounding = 1e-13 * self.value().abs().max(1.0);
        is_mixture
            .then(|| Self::at(scaled, next))
            .flatten()
            .filter(|next| next.value() >= self.value() - rounding)
    }
}

fn pairs<'a>(
    one: &'a [f64],
    other: &'a [f64],
) -> impl Iterator<Item = (&'a f64, &'a f64)> {
    one.iter().zip(other)
}

/// Parameters that may take any value: logarithms of shares and deviations, and means.
fn to_plain(parameters: &Parameters) -> Vec<f64> {
    let log = |x: &f64| libm::log(x.max(1e-300));
    let probs = parameters.probs.iter().map(log);
    let scale = parameters.scale.iter().map(log);
    probs.chain(parameters.loc.iter().copied()).chain(scale).collect()
}

fn from_plain(plain: &[f64]) -> Parameters {
    let k = plain.len() / 3;
    let most = plain[..k].iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> =
        plain[..k].iter().map(|log| libm::exp(log - most)).collect();
    let sum: f64 = weights.iter().sum();
    Parameters {
        probs: weights.iter().map(|weight| weight / sum).collect(),
        loc: plain[k..2 * k].to_vec(),
        scale: plain[2 * k..].iter().map(|log| libm::exp(*log)).collect(),
    }
}
