use chapter::Control;

use crate::{Data, step::Step};

/// The most bells that are laid over the numbers.
pub const BELLS: usize = 4;

/// How many steps a slider has at least, over the range of the numbers.
const STEPS: f64 = 200.0;

/// The names of the controls of the bells: amount, middle, width.
pub(crate) const NAMES: [[&str; 3]; BELLS] = [
    ["amount-1", "middle-1", "width-1"],
    ["amount-2", "middle-2", "width-2"],
    ["amount-3", "middle-3", "width-3"],
    ["amount-4", "middle-4", "width-4"],
];

/// Up to which share of the numbers the bells stand at first. They do not move when another is
/// added, so nothing that the reader has set is lost.
const MIDDLES: [f64; BELLS] = [0.25, 0.75, 0.5, 0.95];

const LARGEST_AMOUNT: f64 = 10.0;

impl Data {
    /// What the reader may set: the width of the bins, the number of bells, and of each bell its
    /// amount, its middle and its width. Ranges and beginnings come from the numbers.
    #[must_use]
    pub fn controls(&self) -> Vec<Control> {
        let extent = self.extent();
        let step = Step::below(extent / STEPS);
        let slider = |name, label, [min, max]: [f64; 2], default: f64| {
            let default = step.nearest(default).clamp(min, max);
            let bounds = (step.at(min), step.at(max), step.at(1.0));
            Control::slider(name, label, bounds, step.at(default))
        };
        let widest = step.around(extent)[1];
        let bins = [1.0, libm::ceil(widest / 2.0)];
        let options = &["1", "2", "3", "4"];
        let mut controls = vec![
            slider("bin-width", "bin width", bins, self.bin_width()),
            Control::choice("bells", "bells", options, 1),
        ];
        let [from, to] = self.window().map(|end| step.around(end));
        for ([amount, middle, width], share) in NAMES.into_iter().zip(MIDDLES) {
            let amounts = (0.0, LARGEST_AMOUNT, 0.1);
            let place = self.quantile(share);
            controls.extend([
                Control::slider(amount, "amount", amounts, 5.0),
                slider(middle, "middle", [from[1], to[0]], place),
                // Too wide for most: there is something left to do.
                slider(width, "width", [1.0, widest], extent / 6.0),
            ]);
        }
        controls
    }

    /// What a picture of the numbers shows at least.
    pub(crate) fn window(&self) -> [f64; 2] {
        let [min, max] = self.range();
        let margin =
            if min == max { self.extent() / 2.0 } else { self.extent() / 20.0 };
        [min - margin, max + margin]
    }

    /// The bin width of the rule of Freedman and Diaconis, within what can be seen.
    fn bin_width(&self) -> f64 {
        let extent = self.extent();
        let quartiles = self.quantile(0.75) - self.quantile(0.25);
        let count = self.values().len() as f64;
        let width = 2.0 * quartiles / libm::cbrt(count);
        width.clamp(extent / 100.0, extent / 10.0)
    }
}
