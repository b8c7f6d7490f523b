//! From many starts to the best top.

use super::{
    climb::{Hill, Top, Tops, ranked},
    starts::{Places, splits},
};
use crate::{
    em::{Parameters, Scaled},
    restriction::Restriction,
};

/// So many starts are followed to the end, those that have come together being one.
const SURVIVORS: usize = 10;

/// So many are on the way to a larger number of components.
const FEW_SURVIVORS: usize = 2;

/// With more rows than this the search is among neighbours gathered into as many, and only what it finds
/// is climbed with all of them.
const ROWS: usize = 1024;

/// So many tops are climbed with all rows, and others that are no lower than this below the best.
const TOPS: usize = 2;
const NEAR: f64 = 1.0;

/// What is to be searched for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search<'a> {
    pub(super) scaled: &'a Scaled,
    pub(super) restriction: &'a Restriction,
    /// How many starts are random.
    pub(super) random: usize,
    pub(super) seed: u64,
}

/// What came of all starts.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) best: Top,
    pub(crate) starts: usize,
    /// How many of the starts that were followed to the end ended at the best top.
    pub(crate) agreeing: usize,
    /// The sound top below the best, if another one was found.
    pub(crate) next: Option<f64>,
}

impl Search<'_> {
    /// The best top, above starts of every kind; the best mixture with one component less may be known.
    ///
    /// None if no start gives every datum a probability.
    pub(super) fn run(&self, smaller: Option<Parameters>) -> Option<Found> {
        let (tops, starts) = self.tops(SURVIVORS, |few, places, components| {
            let smaller = smaller.or_else(|| few.smaller(components));
            let mut starts = places.cuts(components);
            starts.extend(smaller.iter().flat_map(splits));
            let random = places.at_random(components, self.random, self.seed);
            starts.extend(random);
            starts
        });
        let next = tops.iter().skip(1).find(|(top, _)| top.is_sound());
        let next = next.map(|(top, _)| top.sums.log_likelihood);
        let (best, agreeing) = tops.into_iter().next()?;
        Some(Found { best, starts, agreeing, next })
    }

    /// The best top above few starts: near mixtures, the cuts, and the splits of the best mixture with a
    /// component less.
    pub(super) fn short(
        &self,
        near: Vec<Parameters>,
        smaller: Option<&Parameters>,
    ) -> Option<Top> {
        let (tops, _) = self.tops(FEW_SURVIVORS, |_, places, components| {
            let mut starts = near;
            starts.extend(places.cuts(components));
            starts.extend(smaller.into_iter().flat_map(splits));
            starts
        });
        tops.into_iter().next().map(|(top, _)| top)
    }

    /// The tops above starts, and how many starts there were. They are made and first climbed among
    /// neighbours gathered, if there are many rows.
    fn tops(
        &self,
        survivors: usize,
        starts: impl FnOnce(&Search<'_>, &Places, usize) -> Vec<Parameters>,
    ) -> (Tops, usize) {
        let thinned = self.scaled.thinned(ROWS);
        let scaled = thinned.as_ref().unwrap_or(self.scaled);
        let few = Search { scaled, ..*self };
        let places = Places::of(scaled, self.restriction.floor);
        let starts = starts(&few, &places, self.restriction.probs.len());
        let tops = few.hill().tops(&starts, survivors);
        let tops =
            if thinned.is_some() { self.with_all_rows(tops) } else { tops };
        (tops, starts.len())
    }

    /// The best mixture with one component less, found by way of those with fewer: none if the components
    /// have names.
    fn smaller(&self, components: usize) -> Option<Parameters> {
        if self.restriction.names_components() {
            return None;
        }
        let places = Places::of(self.scaled, self.restriction.floor);
        let mut best: Option<Parameters> = None;
        for k in 1..components {
            let restriction = self.restriction.of_unnamed(k);
            let mut starts = places.cuts(k);
            starts.extend(best.iter().flat_map(splits));
            let hill = Hill { restriction: &restriction, ..self.hill() };
            let tops = hill.tops(&starts, FEW_SURVIVORS);
            best = Some(tops.into_iter().next()?.0.parameters);
        }
        best
    }

    fn hill(&self) -> Hill<'_> {
        Hill { scaled: self.scaled, restriction: self.restriction }
    }

    fn with_all_rows(&self, tops: Tops) -> Tops {
        let value = |top: &Top| top.sums.log_likelihood;
        let best = tops.first().map_or(0.0, |(top, _)| value(top));
        let tops: Tops = tops
            .into_iter()
            .enumerate()
            .filter(|(at, (top, _))| *at < TOPS || value(top) > best - NEAR)
            .map(|(_, top)| top)
            .collect();
        let climbed = self.hill().of_each(&tops, |(top, count)| {
            Some((self.hill().top(top.parameters.clone())?, *count))
        });
        ranked(climbed.into_iter().flatten())
    }
}
