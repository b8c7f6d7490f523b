use std::ops::{Add, Div, Mul, Sub};

/// `L` numbers that go through the same formula side by side, without seeing each other.
///
/// # Examples
///
/// ```
/// use mixture::lanes::Lanes;
///
/// let x = Lanes([1.0, 2.0, 3.0, 4.0]);
/// assert_eq!((x * x + 0.5).0, [1.5, 4.5, 9.5, 16.5]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lanes<const L: usize>(pub [f64; L]);

impl<const L: usize> Lanes<L> {
    /// The same number in every lane.
    #[inline(always)]
    #[must_use]
    pub fn splat(x: f64) -> Self {
        Self([x; L])
    }

    /// `f` of each number.
    #[inline(always)]
    #[must_use]
    pub fn map(mut self, f: impl Fn(f64) -> f64) -> Self {
        // Counted, not iterated: where the compiler minds the size, as for the browser, each step
        // of an iterator is a call.
        let mut lane = 0;
        while lane < L {
            self.0[lane] = f(self.0[lane]);
            lane += 1;
        }
        self
    }

    /// `f` of each number and the one beside it.
    #[inline(always)]
    #[must_use]
    pub fn zip(mut self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        let mut lane = 0;
        while lane < L {
            self.0[lane] = f(self.0[lane], other.0[lane]);
            lane += 1;
        }
        self
    }

    /// The larger number of each pair, and the second where one of them is NaN.
    #[inline(always)]
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        self.zip(other, |a, b| if a > b { a } else { b })
    }

    #[inline(always)]
    pub(crate) fn abs(self) -> Self {
        self.map(f64::abs)
    }
}

macro_rules! lane_by_lane {
    ($($operator:ident, $function:ident, $symbol:tt;)*) => {$(
        impl<const L: usize> $operator for Lanes<L> {
            type Output = Self;
            #[inline(always)]
            fn $function(self, other: Self) -> Self {
                self.zip(other, |a, b| a $symbol b)
            }
        }

        impl<const L: usize> $operator<f64> for Lanes<L> {
            type Output = Self;
            #[inline(always)]
            fn $function(self, other: f64) -> Self {
                self.map(|a| a $symbol other)
            }
        }

        impl<const L: usize> $operator<Lanes<L>> for f64 {
            type Output = Lanes<L>;
            #[inline(always)]
            fn $function(self, other: Lanes<L>) -> Lanes<L> {
                other.map(|b| self $symbol b)
            }
        }
    )*};
}

lane_by_lane! {
    Add, add, +;
    Sub, sub, -;
    Mul, mul, *;
    Div, div, /;
}

/// c₀ + c₁x + c₂x² + …, in pairs of pairs (Estrin's scheme): more of it can be computed at once
/// than by Horner's.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(super) fn polynomial<const L: usize>(
    x: Lanes<L>,
    coefficients: &[f64],
) -> Lanes<L> {
    let x2 = x * x;
    let x4 = x2 * x2;
    let quad = |c: &[f64]| match *c {
        [a] => Lanes::splat(a),
        [a, b] => a + x * b,
        [a, b, c] => a + x * b + x2 * c,
        [a, b, c, d] => (a + x * b) + x2 * (c + x * d),
        _ => Lanes::splat(0.0),
    };
    let mut quads = coefficients.chunks(4).rev();
    let last = quads.next().map_or(Lanes::splat(0.0), quad);
    quads.fold(last, |sum, c| quad(c) + x4 * sum)
}
