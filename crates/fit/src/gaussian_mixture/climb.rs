//! From a start to a top: accelerated steps that never fall, and Newton's method at the end.

use crate::{
    em::{Parameters, Scaled, Sums},
    information::Information,
    order::descending,
    parallel::each,
    restriction::Restriction,
};

/// So many steps each start takes before the best go on.
const SIEVE: usize = 12;

/// After so many accelerated steps a climb has not arrived.
const MOST: usize = 200;

/// With a smaller gain than this Newton's method is tried.
const NEAR: f64 = 0.1;

/// For so many steps at a time.
const NEWTON: usize = 30;

/// How much its steps are damped, if they are, as a part of the information that known components would give.
const LEAST_DAMPING: f64 = 1e-4;
const MOST_DAMPING: f64 = 1e2;

/// With so many rows, threads are worth it.
const WORTHWHILE: usize = 200;

/// What may be left to gain at a top, in nats.
const LEFT: f64 = 1e-9;

/// By how much parameters may still move there, of themselves or of the spread.
const STANDING: f64 = 1e-8;

/// Starts that are so near after their first steps have come together.
const TOGETHER: f64 = 0.02;

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
    pub(super) fn is_sound(&self) -> bool {
        !self.leans && holds_data(&self.sums)
    }
}

/// Whether a likelihood says something: no component holds less than two data. One of the two things
/// that make a top sound; the other is that no deviation leans on the floor.
fn holds_data(sums: &Sums) -> bool {
    sums.counts.iter().all(|count| *count >= 2.0 - 1e-9)
}

/// Whether each component still holds something of a datum.
fn holds_something(sums: &Sums) -> bool {
    sums.counts.iter().all(|count| *count >= 1e-3)
}

/// A hill to be climbed: a sample, and what may not be moved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hill<'a> {
    pub(super) scaled: &'a Scaled,
    pub(super) restriction: &'a Restriction,
}

/// Different tops, the best first, and how many of the climbs ended at each.
pub(super) type Tops = Vec<(Top, usize)>;

impl Hill<'_> {
    /// The tops above the best of the starts, of which so many are followed to the end; those that have come
    /// together are followed as one.
    pub(super) fn tops(&self, starts: &[Parameters], survivors: usize) -> Tops {
        let begin = |start: &Parameters| {
            let mut start = start.clone();
            self.restriction.give(&mut start);
            let mut state = self.at(start)?;
            for _ in 0..SIEVE {
                state = self.stepped(&state)?;
            }
            Some(state)
        };
        let states = self.of_each(starts, begin);
        let states = states.into_iter().flatten().collect();
        let states = descending(states, State::value);
        let (sound, others): (Vec<State>, Vec<State>) =
            states.into_iter().partition(|state| self.is_sound(state));
        let mut groups: Vec<(State, usize)> = Vec::new();
        for state in sound.into_iter().chain(others) {
            let same = groups.iter_mut().find(|(other, _)| other.meets(&state));
            match same {
                Some((_, count)) => *count += 1,
                None => groups.push((state, 1)),
            }
        }
        groups.truncate(survivors);
        let climb = |(state, count): &(State, usize)| {
            (self.climbed(state.clone()), *count)
        };
        ranked(self.of_each(&groups, climb).into_iter())
    }

    /// What `f` makes of each, by several threads if the sample is worth it.
    pub(super) fn of_each<T: Sync, R: Send>(
        &self,
        of: &[T],
        f: impl Fn(&T) -> R + Sync + Send,
    ) -> Vec<R> {
        if self.scaled.len() < WORTHWHILE {
            return of.iter().map(f).collect();
        }
        each(of.len(), |index| f(&of[index]))
    }

    /// The top above a place; none if some datum has no probability there.
    pub(super) fn top(&self, start: Parameters) -> Option<Top> {
        self.at(start).map(|state| self.climbed(state))
    }

    fn at(&self, parameters: Parameters) -> Option<State> {
        let sums = self.scaled.sums(&parameters)?;
        Some(State { parameters, sums })
    }

    fn stepped(&self, state: &State) -> Option<State> {
        let State { parameters, sums } = state;
        self.at(self.restriction.maximized(parameters, sums))
    }

    fn leans(&self, state: &State) -> bool {
        self.restriction.leans(&state.parameters)
    }

    fn is_sound(&self, state: &State) -> bool {
        !self.leans(state) && holds_data(&state.sums)
    }

    fn climbed(&self, mut state: State) -> Top {
        let mut converged = false;
        let mut rounds = 0;
        let mut steps = 0;
        let mut last_gain = f64::INFINITY;
        while rounds < MOST && !converged {
            rounds += 1;
            steps += 1;
            let Some(next) = self.accelerated(&state) else { break };
            let gain = next.value() - state.value();
            let stands = next.stands(&state);
            state = next;
            if gain < NEAR || rounds % 10 == 0 {
                (state, converged) = self.polished(state, &mut steps);
            }
            if !holds_something(&state.sums) {
                break;
            }
            // Where Newton's method has no say, as at a ridge, the gains do: as a geometric series
            // (Aitken), they leave this.
            let ratio = (gain / last_gain).max(0.0);
            let left = gain * ratio / (1.0 - ratio);
            let hardly = (0.0..=LEFT).contains(&left) && gain <= LEFT;
            converged |= stands && (hardly || gain <= 0.0);
            last_gain = gain;
        }
        let leans = self.leans(&state);
        let State { parameters, sums } = state;
        Top { parameters, sums, converged, steps, leans }
    }

    /// Two steps of EM, or where they lead together if that is higher (Varadhan & Roland 2008,
    /// *Scandinavian Journal of Statistics* 35, 335–353).
    fn accelerated(&self, state: &State) -> Option<State> {
        let one = self.stepped(state)?;
        let two = self.stepped(&one)?;
        let [start, first, second] =
            [state, &one, &two].map(|state| to_plain(&state.parameters));
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
        self.restriction.give(&mut ahead);
        let ahead = self
            .at(ahead)
            .and_then(|ahead| self.stepped(&ahead))
            .filter(|ahead| ahead.value() >= two.value());
        Some(ahead.unwrap_or(two))
    }

    /// Steps of Newton's method, damped as much as it takes to lead up, deviations that are as small as they
    /// may be held there; and whether there is nothing left to gain.
    fn polished(&self, mut state: State, steps: &mut usize) -> (State, bool) {
        let restriction = self.restriction.holding(&state.parameters);
        let held = Hill { restriction: &restriction, ..*self };
        let mut damping = 0.0;
        for _ in 0..NEWTON {
            *steps += 1;
            let information =
                Information::of(self.scaled, &state.parameters, &restriction);
            let next = loop {
                let newton = information.newton(damping);
                let next = newton.and_then(|(step, left)| {
                    let arrived = damping == 0.0
                        && left <= LEFT
                        && state.farthest(&step) <= STANDING;
                    // When it has arrived this is the last step, if it is one at all.
                    let next = held.moved(&state, step);
                    let next = next.or_else(|| arrived.then(|| state.clone()));
                    next.map(|next| (next, arrived))
                });
                if next.is_some() || damping > MOST_DAMPING {
                    break next;
                }
                damping = (4.0 * damping).max(LEAST_DAMPING);
            };
            let Some((next, arrived)) = next else { return (state, false) };
            state = next;
            if arrived {
                return (state, true);
            }
            // On the floor it is to be held, and without data it is lost.
            if held.leans(&state) || !holds_something(&state.sums) {
                return (state, false);
            }
            damping /= 8.0;
            if damping < LEAST_DAMPING {
                damping = 0.0;
            }
        }
        (state, false)
    }

    /// The state a step away, or as much of the step as leads to a mixture, if it is not lower but by
    /// rounding.
    fn moved(&self, state: &State, mut step: Vec<f64>) -> Option<State> {
        let k = state.parameters.len();
        let Parameters { probs, loc, scale } = &state.parameters;
        // No share and no deviation loses more than nine tenths at once.
        let lost = |parts: &[f64], steps: &[f64]| {
            let pairs = parts.iter().zip(steps);
            let lost = pairs.map(|(part, step)| -step / part);
            lost.fold(0.0, f64::max)
        };
        let most = lost(probs, &step[..k]).max(lost(scale, &step[2 * k..]));
        if most > 0.9 {
            for step in &mut step {
                *step *= 0.9 / most;
            }
        }
        let moved = |parts: &[f64], steps: &[f64]| -> Vec<f64> {
            parts.iter().zip(steps).map(|(part, step)| part + step).collect()
        };
        let mut next = Parameters {
            probs: moved(probs, &step[..k]),
            loc: moved(loc, &step[k..2 * k]),
            scale: moved(scale, &step[2 * k..]),
        };
        self.restriction.give(&mut next);
        let rounding = 1e-13 * state.value().abs().max(1.0);
        let next = self.at(next)?;
        (next.value() >= state.value() - rounding).then_some(next)
    }
}

/// Tops by their height, sound ones first, those of one height once.
pub(super) fn ranked(tops: impl Iterator<Item = (Top, usize)>) -> Tops {
    let value = |top: &Top| top.sums.log_likelihood;
    let tops = descending(tops.collect(), |(top, _)| value(top));
    let (sound, others): (Tops, Tops) =
        tops.into_iter().partition(|(top, _)| top.is_sound());
    let mut ranked: Tops = Vec::new();
    for (top, count) in sound.into_iter().chain(others) {
        let same = ranked.iter_mut().find(|(other, _)| {
            other.is_sound() == top.is_sound()
                && (value(other) - value(&top)).abs() < SAME
        });
        match same {
            Some((_, all)) => *all += count,
            None => ranked.push((top, count)),
        }
    }
    ranked
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

    /// Whether another state is so near that it is on its way to the same top: no mean and no deviation is
    /// farther away than a part of a deviation, and no share.
    fn meets(&self, other: &Self) -> bool {
        let order =
            |state: &Self| state.parameters.sorted(&state.parameters.by_mean());
        let (here, there) = (order(self), order(other));
        let near = |one: f64, other: f64, unit: f64| {
            (one - other).abs() <= TOGETHER * unit
        };
        (0..here.len()).all(|k| {
            let scale = here.scale[k];
            near(here.probs[k], there.probs[k], 1.0)
                && near(here.loc[k], there.loc[k], scale)
                && near(scale, there.scale[k], scale)
        })
    }

    /// Whether no parameter has moved since.
    fn stands(&self, before: &Self) -> bool {
        let parts = |state: &Self| {
            let Parameters { probs, loc, scale } = state.parameters.clone();
            [probs, loc, scale].concat()
        };
        let step: Vec<f64> =
            pairs(&parts(self), &parts(before)).map(|(a, b)| a - b).collect();
        self.farthest(&step) <= STANDING
    }

    /// The largest change of a parameter: of a share, or in deviations of the component.
    fn farthest(&self, step: &[f64]) -> f64 {
        let k = self.parameters.len();
        let far = step.iter().enumerate().map(|(index, step)| {
            let is_share = index < k;
            let unit =
                if is_share { 1.0 } else { self.parameters.scale[index % k] };
            step.abs() / unit
        });
        far.fold(0.0, f64::max)
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
