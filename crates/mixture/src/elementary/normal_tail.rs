use super::{
    constants::{FRAC_1_SQRT_2PI, LOG_SQRT_2PI},
    exp::exp_of_sum,
    lanes::{Lanes, polynomial},
};

/// Q(z)·exp(z²/2) for 0 ≤ z ≤ [`FAR`], where Q is the upper tail of the standard normal, as a
/// quotient of two polynomials; off by 1e-16, and beyond by less than a subnormal number has digits. No coefficient is negative, so no digit is lost.
///
/// Cody, *Rational Chebyshev approximations for the error function*, Mathematics of Computation 23
/// (1969), 631–637, has quotients like it for a part of the line each.
const NUMERATOR: [f64; 10] = [
    0.5,
    0.774_814_673_444_533_1,
    0.593_931_297_968_741_3,
    0.289_231_045_625_429_8,
    0.097_644_594_445_450_61,
    0.023_602_612_360_306_627,
    0.004_084_355_797_482_908,
    0.000_489_571_750_146_628_8,
    3.716_281_482_130_145e-5,
    1.380_743_658_921_302_4e-6,
];
const DENOMINATOR: [f64; 11] = [
    1.0,
    2.347_513_907_691_925_4,
    2.560_907_699_155_083,
    1.713_975_372_466_727_5,
    0.781_738_194_359_707_8,
    0.254_810_344_797_686_94,
    0.060_383_228_282_604_02,
    0.010_331_115_077_127_986,
    0.001_230_635_402_666_949,
    9.315_336_239_388_357e-5,
    3.461_011_095_479_575_8e-6,
];

/// Above this the tail is smaller than any number.
const FARTHEST: f64 = 38.6;

/// Above this the logarithm of the tail comes from its series.
const FAR: f64 = 37.5;

/// exp(−z²/2)·factor for 0 ≤ z ≤ [`FARTHEST`].
///
/// z² is rounded, which far out costs hundreds of units in the last place; so z is cut into a
/// head whose square is exact and a rest.
#[inline(always)]
fn bell<const L: usize>(z: Lanes<L>, factor: Lanes<L>) -> Lanes<L> {
    let head = z.map(|z| f64::from_bits(z.to_bits() & !0x7ff_ffff));
    let rest = (z - head) * (z + head) * -0.5;
    exp_of_sum((head * head) * -0.5, rest, factor)
}

/// Q(|z|)
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
fn outer_tail<const L: usize>(z: Lanes<L>) -> Lanes<L> {
    let y = z.abs();
    // Written so that NaN stays.
    let near = y.map(|y| if y > FARTHEST { FARTHEST } else { y });
    let scaled = polynomial(near, &NUMERATOR) / polynomial(near, &DENOMINATOR);
    let tail = bell(near, scaled);
    tail.zip(y, |tail, y| if y > FARTHEST { 0.0 } else { tail })
}

/// Φ(z), the probability of a standard normal number up to z, within six units in the last place,
/// and with the digits that are left where it is no normal number.
#[inline(always)]
pub(crate) fn lower_tail<const L: usize>(z: Lanes<L>) -> Lanes<L> {
    let outer = outer_tail(z);
    outer.zip(z, |outer, z| if z > 0.0 { 1.0 - outer } else { outer })
}

/// Q(z) = 1 − Φ(z), the probability of a standard normal number above z, as [`lower_tail`].
#[inline(always)]
pub(crate) fn upper_tail<const L: usize>(z: Lanes<L>) -> Lanes<L> {
    let outer = outer_tail(z);
    outer.zip(z, |outer, z| if z < 0.0 { 1.0 - outer } else { outer })
}

/// Q(|z|) and φ(z), the density of a standard normal number.
pub(crate) fn tail_and_density(z: f64) -> [f64; 2] {
    let near = z.abs().min(FARTHEST);
    let lanes = Lanes([near]);
    let scaled =
        polynomial(lanes, &NUMERATOR) / polynomial(lanes, &DENOMINATOR);
    let bell = bell(lanes, Lanes([1.0])).0[0];
    [bell * scaled.0[0], bell * FRAC_1_SQRT_2PI]
}

/// log Q(z) for any z: with all its digits where Q(z) itself is long zero.
pub(crate) fn log_upper_tail(z: f64) -> f64 {
    if z < 0.0 {
        libm::log1p(-upper_tail(Lanes([-z])).0[0])
    } else if z < FAR {
        let z = Lanes([z]);
        let scaled = polynomial(z, &NUMERATOR) / polynomial(z, &DENOMINATOR);
        libm::log(scaled.0[0]) - 0.5 * z.0[0] * z.0[0]
    } else {
        // Q(z) = φ(z)/z·(1 − 1/z² + 3/z⁴ − 15/z⁶ + …)
        let y = 1.0 / (z * z);
        let series =
            -y * (1.0 - y * (3.0 - y * (15.0 - y * (105.0 - y * 945.0))));
        libm::log1p(series) - libm::log(z) - LOG_SQRT_2PI - 0.5 * z * z
    }
}
