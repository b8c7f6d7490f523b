use super::{
    constants::{LN_2_HI, LN_2_LO},
    lanes::{Lanes, polynomial},
};

/// (log((1+s)/(1−s))/s − 2)/s² as a function of s², for |s| ≤ 3 − 2√2; from FreeBSD's `e_log.c`.
const SERIES: [f64; 7] = [
    6.666_666_666_666_735e-1,
    3.999_999_999_940_942e-1,
    2.857_142_874_366_239e-1,
    2.222_219_843_214_978_4e-1,
    1.818_357_216_161_805e-1,
    1.531_383_769_920_937_3e-1,
    1.479_819_860_511_658_6e-1,
];

/// The bits of √½, cut after the twentieth of the mantissa.
const SQRT_HALF: u64 = 0x3fe6_a09e_0000_0000;

/// The bits of one: an exponent of zero.
const ONE: u64 = 0x3ff0_0000_0000_0000;

/// The natural logarithm of a positive normal number, within two units in the last place.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
#[must_use]
pub fn ln<const L: usize>(x: Lanes<L>) -> Lanes<L> {
    // x = 2ᵏ·mantissa with √½ ≤ mantissa < √2, and k + 1023 in the upper twelve bits.
    let exponent = x.map(|x| {
        let bits = x.to_bits().wrapping_add(ONE - SQRT_HALF);
        f64::from_bits(bits & !0xf_ffff_ffff_ffff)
    });
    let mantissa = x.zip(exponent, |x, exponent| {
        f64::from_bits(
            x.to_bits().wrapping_sub(exponent.to_bits()).wrapping_add(ONE),
        )
    });
    // A whole number behind the exponent of 2⁵² is 2⁵² and that number.
    let k = exponent
        .map(|exponent| f64::from_bits(exponent.to_bits() >> 52 | 0x433 << 52))
        - (4_503_599_627_370_496.0 + 1023.0);
    let f = mantissa - 1.0;
    let s = f / (f + 2.0);
    let s2 = s * s;
    let tail = s * (s2 * polynomial(s2, &SERIES)) + k * LN_2_LO;
    (s + s + tail) + k * LN_2_HI
}
