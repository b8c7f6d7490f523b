use super::{stretch::Stretch, taylor::Taylor};
use crate::elementary::Double;

impl Stretch<'_> {
    /// The stretches of it with one peak or valley each, and whether the density rises at their
    /// beginning, if before this stretch it rises and behind it falls.
    pub(super) fn turns(&self) -> Vec<(Self, bool)> {
        let mut signs = vec![(self.from, true)];
        self.signs(&mut signs);
        signs.push((self.to, false));
        // Between two neighbours that differ there is one peak or valley, between two that agree
        // there is none.
        let changes = signs.windows(2).filter(|two| two[0].1 != two[1].1);
        changes
            .map(|two| {
                let (from, to) = (two[0].0, two[1].0);
                (Self::new(from, to, self.parts.clone()), two[0].1)
            })
            .collect()
    }

    /// Finds out whether the density rises or falls, cutting the stretch in two until that is
    /// known of all of it, or until the slope changes its sign at most once.
    fn signs(&self, signs: &mut Vec<(Double, bool)>) {
        let everywhere = |rises| [(self.from, rises), (self.to, rises)];
        let sign = self.side_of_all_means().or_else(|| self.slope().sign());
        if let Some(rises) = sign {
            return signs.extend(everywhere(rises));
        }
        let taylor = Taylor::of(self);
        if let Some(rises) = taylor.sign() {
            return signs.extend(everywhere(rises));
        }
        let middle = self.from.midpoint(self.to);
        let is_fine =
            || middle <= self.from || self.to <= middle || self.is_fine();
        if taylor.is_monotone() || taylor.is_nothing() || is_fine() {
            for x in [self.from, self.to] {
                let rises = self.at(x).slope().sign();
                signs.extend(rises.map(|rises| (x, rises)));
            }
            return;
        }
        for (from, to) in [(self.from, middle), (middle, self.to)] {
            Self::new(from, to, self.parts.clone()).signs(signs);
        }
    }
}
