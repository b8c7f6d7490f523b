use ch01::Gaussian;
use ch05::Joint;
use chapter::Error;

/// Where a climb begins: a share, two means and two deviations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// What it is called beside a figure.
    pub name: &'static str,
    share: f64,
    loc: [f64; 2],
    scale: [f64; 2],
}

impl Start {
    /// The groups as they are guessed.
    ///
    /// # Errors
    ///
    /// None: the numbers are those of groups.
    pub fn groups(&self) -> Result<Joint, Error> {
        let [first, second] =
            [0, 1].map(|k| Gaussian::new(self.loc[k], self.scale[k]));
        Joint::new([self.share, 1.0 - self.share], [first?, second?])
    }
}

const fn start(
    name: &'static str,
    share: f64,
    loc: [f64; 2],
    scale: [f64; 2],
) -> Start {
    Start { name, share, loc, scale }
}

/// The start of the chapter: two bells in the middle of the scale, one a little to the left.
pub const START: Start = start("side by side", 0.5, [2.8, 3.6], [1.0, 1.0]);

/// The starts that a reader may choose from.
pub(crate) const STARTS: [Start; 4] = [
    START,
    start("a wide and a narrow one", 0.5, [3.2, 3.2], [1.5, 0.5]),
    start("both on the right", 0.5, [4.6, 5.0], [0.4, 0.4]),
    start("the same bell twice", 0.5, [3.2, 3.2], [1.0, 1.0]),
];
