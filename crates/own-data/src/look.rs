use chapter::{Fact, Handle, Pull, Shown, peak};
use figure::{Axis, Ink, Panel, Plot};
use mixture::Distribution;

use crate::{BELLS, ByHand, Data, Error, controls};

/// Into how many stretches the horizontal axis is divided for a curve.
const STRETCHES: usize = 240;

/// How far from its middle, and how closely, a bell is followed, in its widths.
const REACH: (f64, f64) = (4.0, 0.25);

/// By how much the vertical axis is higher than the highest bar. It depends on the bars alone, so
/// that a curve that grows is seen to grow.
const HEADROOM: f64 = 1.6;

const INKS: [Ink; BELLS] = [Ink::First, Ink::Second, Ink::Accent, Ink::Muted];

const NAMES: [&str; BELLS] = ["bell 1", "bell 2", "bell 3", "bell 4"];

const SHARES: [&str; BELLS] = ["share-1", "share-2", "share-3", "share-4"];

impl ByHand {
    /// Looks at numbers through the mixture: the numbers as bars, the mixture over them, and the
    /// responsibilities of the bells. The facts are how many numbers there are, the log-likelihood,
    /// also per number, and the bells' shares.
    ///
    /// # Errors
    ///
    /// What the width of the bins must not be, and what the mixture refuses.
    pub fn look_at(&self, data: &Data) -> Result<Shown, Error> {
        let histogram = data.histogram(self.bin_width)?;
        let edges = histogram.edges();
        let [mut from, mut to] = data.window();
        for &edge in edges {
            (from, to) = (from.min(edge), to.max(edge));
        }
        let tallest = histogram.densities().iter().copied().fold(0.0, f64::max);
        let above = Panel::new(
            Axis::new("", from, to),
            Axis::new("density", 0.0, HEADROOM * tallest),
        );
        let above = above.height(140.0).bars(
            "",
            edges,
            histogram.densities(),
            Ink::Muted,
        );
        let below = Panel::new(
            Axis::new(data.name(), from, to),
            Axis::new("responsibility", 0.0, 1.08).ticks([0.0, 0.5, 1.0]),
        );
        let (above, below) =
            self.curves(&self.places(from, to), above, below.height(72.0))?;
        let title =
            "The numbers, a mixture over them, and its responsibilities";
        let plot = Plot::new(title).panel(above).panel(below);
        Ok(Shown::new(plot, self.facts(data)?).with_handles(self.handles()))
    }

    /// The top and the flank of every bell.
    fn handles(&self) -> Vec<Handle> {
        let bells = self.mixture.components_distribution();
        let bells = bells.loc().into_iter().zip(bells.scale());
        let total: f64 = self.amounts.iter().sum();
        let mut handles = Vec::new();
        for (k, (bell, share)) in bells.zip(self.shares()).enumerate() {
            let [amount, middle, width] = controls::NAMES[k];
            let up = Pull {
                // Alone, a bell has all, whatever its amount.
                others: Some(total - self.amounts[k]),
                ..Pull::evenly(amount, 0.0, 1.0 / peak(bell.1))
            };
            let top = Handle::top(0, bell, share, INKS[k], middle);
            let is_alone = self.amounts.len() == 1;
            handles.push(if is_alone { top } else { top.pulled_up(up) });
            handles.push(Handle::flank(0, bell, share, INKS[k], width));
        }
        handles
    }

    /// Where curves are asked: everywhere a little, and closely where a bell is.
    fn places(&self, from: f64, to: f64) -> Vec<f64> {
        let even = (0..=STRETCHES)
            .map(|nth| from + (to - from) * nth as f64 / STRETCHES as f64);
        let bells = self.mixture.components_distribution();
        let (reach, step) = REACH;
        let steps = (reach / step) as i32;
        let near = bells.loc().into_iter().zip(bells.scale()).flat_map(
            |(loc, scale)| {
                let nth = move |nth: i32| loc + f64::from(nth) * step * scale;
                (-steps..=steps).map(nth)
            },
        );
        let inside = |x: &f64| (from..=to).contains(x);
        let mut places: Vec<f64> = even.chain(near).filter(inside).collect();
        places.sort_unstable_by(f64::total_cmp);
        places.dedup();
        places
    }

    fn curves(
        &self,
        places: &[f64],
        mut above: Panel,
        mut below: Panel,
    ) -> Result<(Panel, Panel), Error> {
        let density = self.mixture.prob(places)?;
        let posterior = self.mixture.posterior_marginal(places)?;
        let bells = self.bells();
        let at = |k: usize| posterior.probs().iter().skip(k).step_by(bells);
        for k in 0..bells {
            let bell = at(k).zip(&density).zip(places);
            let bell = bell.map(|((share, density), &x)| (x, share * density));
            let share = at(k).zip(places).map(|(&share, &x)| (x, share));
            let (bell, share) = (bell.collect(), share.collect());
            above = stroke(above, k, bell);
            below = stroke(below, k, share);
        }
        if bells > 1 {
            let sum = places.iter().copied().zip(density.iter().copied());
            above = above.line("mixture", sum, Ink::Whole);
        }
        Ok((above, below))
    }

    fn facts(&self, data: &Data) -> Result<Vec<Fact>, Error> {
        let count = data.values().len();
        let total = self.log_likelihood(data)?;
        let mut facts = vec![
            Fact::count("count", count),
            Fact::number("log-likelihood", total, 1),
            Fact::number("per-number", total / count as f64, 4),
        ];
        let one_bell = Fact {
            name: "one-bell",
            value: data.one_bell().unwrap_or(f64::NAN),
            text: match data.one_bell() {
                Some(total) => figure::number(total, 1),
                None => "no number, since these have no such bell".to_owned(),
            },
        };
        facts.push(one_bell);
        let shares = SHARES.into_iter().zip(self.shares());
        facts.extend(shares.map(|(name, share)| Fact::percent(name, share, 1)));
        Ok(facts)
    }
}

/// Draws a curve of a bell as this bell is drawn, with or without colours.
fn stroke(panel: Panel, bell: usize, points: Vec<(f64, f64)>) -> Panel {
    let draw = match bell {
        0 => Panel::line,
        1 => Panel::dashed_line,
        2 => Panel::dotted_line,
        _ => Panel::dash_dotted_line,
    };
    draw(panel, NAMES[bell], points, INKS[bell])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_meets_the_top_of_the_narrowest_bell() -> Result<(), Error> {
        let data = Data::new(vec![0.0, 10.0])?;
        let mut settings = vec![1.0, 0.0, 1.0, 3.456, 0.05];
        settings.resize(2 + 3 * BELLS, 0.0);
        let by_hand = ByHand::new(&settings)?;
        let [from, to] = data.window();
        let places = by_hand.places(from, to);
        assert!(places.contains(&3.456) && places.is_sorted());
        assert_eq!((places[0], places[places.len() - 1]), (from, to));
        Ok(())
    }
}
