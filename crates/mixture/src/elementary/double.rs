use std::ops::{Add, Div, Mul, Neg, Sub};

/// A number with twice the digits: the sum of two of which the second is below the last digit of
/// the first.
///
/// Dekker, *A floating-point technique for extending the available precision*, Numerische Mathematik
/// 18 (1971), 224–242; the sum of two numbers is Knuth's. No product may reach 2⁹⁹⁰.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(crate) struct Double {
    pub(crate) hi: f64,
    pub(crate) lo: f64,
}

/// log 2
const LN_2: Double =
    Double { hi: std::f64::consts::LN_2, lo: 2.319_046_813_846_299_6e-17 };

/// How many terms of the series of eʳ reach the last digit for |r| ≤ ½ log 2.
const TERMS: u32 = 25;

impl Double {
    pub(crate) const ONE: Self = Self { hi: 1.0, lo: 0.0 };

    /// a + b
    pub(crate) fn sum(a: f64, b: f64) -> Self {
        let hi = a + b;
        let of_b = hi - a;
        Self { hi, lo: (a - (hi - of_b)) + (b - of_b) }
    }

    /// a·b
    pub(crate) fn product(a: f64, b: f64) -> Self {
        let hi = a * b;
        let [[a, a_rest], [b, b_rest]] = [a, b].map(halves);
        let lo = ((a * b - hi) + a * b_rest + a_rest * b) + a_rest * b_rest;
        Self { hi, lo }
    }

    /// The rest from `x` on, to the last digit where the two are near.
    #[inline(always)]
    pub(crate) fn minus(self, x: f64) -> f64 {
        (self.hi - x) + self.lo
    }

    /// How far it is from another to here.
    pub(crate) fn distance_from(self, other: Self) -> f64 {
        (self.hi - other.hi) + (self.lo - other.lo)
    }

    /// What lies `step` to the right.
    pub(crate) fn plus(self, step: f64) -> Self {
        let sum = Self::sum(self.hi, step);
        Self::sum(sum.hi, sum.lo + self.lo)
    }

    /// Half way to another.
    pub(crate) fn midpoint(self, other: Self) -> Self {
        let sum = self + other;
        Self { hi: 0.5 * sum.hi, lo: 0.5 * sum.lo }
    }

    /// eˣ for x up to 690; zero where that is below 1e-300.
    pub(crate) fn exp(self) -> Self {
        if !(self.hi > -690.0) {
            return Self::from(0.0);
        }
        let k = (self.hi / LN_2.hi).round();
        let r = self - LN_2 * Self::from(k);
        let series = (1..=TERMS).rev().fold(Self::ONE, |sum, n| {
            Self::ONE + r * sum / Self::from(f64::from(n))
        });
        // 2ᵏ, a normal number.
        let power = f64::from_bits(((k + 1023.0) as u64) << 52);
        Self { hi: series.hi * power, lo: series.lo * power }
    }
}

/// The upper 26 digits of a number, and the rest.
fn halves(x: f64) -> [f64; 2] {
    let far = 134_217_729.0 * x;
    let upper = far - (far - x);
    [upper, x - upper]
}

impl From<f64> for Double {
    fn from(hi: f64) -> Self {
        Self { hi, lo: 0.0 }
    }
}

impl From<Double> for f64 {
    fn from(x: Double) -> Self {
        x.hi + x.lo
    }
}

impl Neg for Double {
    type Output = Self;

    fn neg(self) -> Self {
        Self { hi: -self.hi, lo: -self.lo }
    }
}

impl Add for Double {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let (hi, lo) =
            (Self::sum(self.hi, other.hi), Self::sum(self.lo, other.lo));
        let first = Self::sum(hi.hi, hi.lo + lo.hi);
        Self::sum(first.hi, first.lo + lo.lo)
    }
}

impl Sub for Double {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Double {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let product = Self::product(self.hi, other.hi);
        let rest = self.hi * other.lo + self.lo * other.hi;
        Self::sum(product.hi, product.lo + rest)
    }
}

impl Div for Double {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let first = self.hi / other.hi;
        let rest = self - other * Self::from(first);
        let second = rest.hi / other.hi;
        let rest = rest - other * Self::from(second);
        Self::sum(first, second) + Self::from(rest.hi / other.hi)
    }
}
