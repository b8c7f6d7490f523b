use crate::em::{Parameters, Sums};

/// What a fit may not move: parameters that are given, and deviations that are to be equal. In the units
/// of a scaled sample.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Restriction {
    pub(crate) probs: Vec<Option<f64>>,
    pub(crate) loc: Vec<Option<f64>>,
    pub(crate) scale: Vec<Option<f64>>,
    pub(crate) equal_scale: bool,
    /// The least deviation that is not given.
    pub(crate) floor: f64,
}

impl Restriction {
    /// Whether a parameter is given, so that a component is that one and no other.
    pub(crate) fn names_components(&self) -> bool {
        [&self.probs, &self.loc, &self.scale]
            .into_iter()
            .any(|given| given.iter().any(Option::is_some))
    }

    /// The same with so many components, of which none is given.
    pub(crate) fn of_unnamed(&self, components: usize) -> Self {
        let free = vec![None; components];
        Self { probs: free.clone(), loc: free.clone(), scale: free, ..*self }
    }

    /// The M-step: shares, means and deviations in turn, each where the expected log-likelihood is highest.
    pub(crate) fn maximized(
        &self,
        parameters: &Parameters,
        sums: &Sums,
    ) -> Parameters {
        let mut next = parameters.maximized(sums);
        self.give(&mut next);
        if self.equal_scale || self.loc.iter().any(Option::is_some) {
            let squares = parameters.squares_around(&next.loc, sums);
            next.scale = squares.iter().map(|square| square.sqrt()).collect();
            if self.equal_scale {
                let all: f64 = sums.counts.iter().sum();
                let terms = squares.iter().zip(&sums.counts);
                let square =
                    terms.map(|(square, count)| square * count).sum::<f64>();
                next.scale.fill((square / all).sqrt());
            }
        }
        self.give(&mut next);
        next
    }

    /// Puts what is given in its place, the other shares in what is left, and no deviation below the floor.
    pub(crate) fn give(&self, parameters: &mut Parameters) {
        let given: f64 = self.probs.iter().flatten().sum();
        let free: f64 = parameters
            .probs
            .iter()
            .zip(&self.probs)
            .map(|(prob, given)| if given.is_some() { 0.0 } else { *prob })
            .sum();
        if given > 0.0 {
            let count = self.probs.iter().filter(|it| it.is_none()).count();
            for (prob, given_prob) in
                parameters.probs.iter_mut().zip(&self.probs)
            {
                let left = (1.0 - given).max(0.0);
                let part =
                    if free > 0.0 { *prob / free } else { 1.0 / count as f64 };
                *prob = given_prob.unwrap_or(left * part);
            }
        }
        for (loc, given) in parameters.loc.iter_mut().zip(&self.loc) {
            *loc = given.unwrap_or(*loc);
        }
        for (scale, given) in parameters.scale.iter_mut().zip(&self.scale) {
            *scale = given.unwrap_or(scale.max(self.floor));
        }
    }

    /// Whether a deviation that is not given is as small as it may be.
    pub(crate) fn is_on_floor(
        &self,
        parameters: &Parameters,
        k: usize,
    ) -> bool {
        let is_free = self.scale[k].is_none();
        is_free && parameters.scale[k] <= self.floor * 1.000_001
    }

    /// The same, the deviations that are as small as they may be held there.
    pub(crate) fn holding(&self, parameters: &Parameters) -> Self {
        let mut held = self.clone();
        for (k, scale) in held.scale.iter_mut().enumerate() {
            if self.is_on_floor(parameters, k) {
                *scale = Some(self.floor);
            }
        }
        held
    }

    /// Whether any is.
    pub(crate) fn leans(&self, parameters: &Parameters) -> bool {
        (0..parameters.len()).any(|k| self.is_on_floor(parameters, k))
    }

    /// The directions in which a fit may move, each as a change of all shares, means and deviations.
    pub(crate) fn directions(&self) -> Vec<Vec<f64>> {
        let k = self.probs.len();
        let along = |places: &[(usize, f64)]| {
            let mut direction = vec![0.0; 3 * k];
            for (place, change) in places {
                direction[*place] = *change;
            }
            direction
        };
        let free = |given: &[Option<f64>]| -> Vec<usize> {
            (0..k).filter(|&k| given[k].is_none()).collect()
        };
        let mut directions = Vec::new();
        // What one share gains the last one loses.
        if let [probs @ .., last] = &free(&self.probs)[..] {
            let moved =
                probs.iter().map(|k| along(&[(*k, 1.0), (*last, -1.0)]));
            directions.extend(moved);
        }
        let loc = free(&self.loc);
        directions.extend(loc.iter().map(|j| along(&[(k + j, 1.0)])));
        let scale = free(&self.scale);
        if self.equal_scale && !scale.is_empty() {
            let all = scale.iter().map(|j| (2 * k + j, 1.0));
            directions.push(along(&all.collect::<Vec<_>>()));
        } else {
            directions.extend(scale.iter().map(|j| along(&[(2 * k + j, 1.0)])));
        }
        directions
    }
}
