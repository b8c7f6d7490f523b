use std::f64::consts::LOG2_E;

use super::{
    constants::{LN_2_HI, LN_2_LO, ROUND},
    lanes::{Lanes, polynomial},
};

/// (eʳ − 1 − r)/r² for |r| ≤ ½ log 2; off by 1.7e-17 of eʳ.
const SERIES: [f64; 10] = [
    0.500_000_000_000_000_1,
    0.166_666_666_666_666_69,
    0.041_666_666_666_624_13,
    0.008_333_333_333_330_062,
    0.001_388_888_891_721_371_7,
    0.000_198_412_698_630_536_18,
    2.480_152_129_595_437_6e-5,
    2.755_726_845_999_706_4e-6,
    2.762_008_844_540_974_6e-7,
    2.510_038_549_551_032e-8,
];

/// exp(x) for −708 ≤ x ≤ 709, within 1.5 units in the last place. Outside it is no number of any use.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
#[must_use]
pub fn exp_normal<const L: usize>(x: Lanes<L>) -> Lanes<L> {
    let n = x * LOG2_E + ROUND;
    let k = n - ROUND;
    one_and_rest((x - k * LN_2_HI) - k * LN_2_LO) * n.map(power_of_two)
}

/// exp(x) for any x, within 1.5 units in the last place where that is a normal number, and with the
/// digits that are left where it is smaller; zero and infinity beyond.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(crate) fn exp<const L: usize>(x: Lanes<L>) -> Lanes<L> {
    // Written so that NaN stays.
    let x = x.map(|x| if x > 710.0 { 710.0 } else { x });
    let x = x.map(|x| if x < -746.0 { -746.0 } else { x });
    let n = x * LOG2_E + ROUND;
    let k = n - ROUND;
    let y = one_and_rest((x - k * LN_2_HI) - k * LN_2_LO);
    times_power_of_two(y, n)
}

/// exp(head + tail)·factor for −1000 ≤ head ≤ 709 and a tail of less than 1e-3, within two units in
/// the last place where that is a normal number, and with the digits that are left where it is
/// smaller.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(super) fn exp_of_sum<const L: usize>(
    head: Lanes<L>,
    tail: Lanes<L>,
    factor: Lanes<L>,
) -> Lanes<L> {
    let n = head * LOG2_E + ROUND;
    let k = n - ROUND;
    let r = (head - k * LN_2_HI) + (tail - k * LN_2_LO);
    times_power_of_two(one_and_rest(r) * factor, n)
}

/// y·2ᵏ for n = [`ROUND`] + k, where 2ᵏ may be no normal number.
#[inline(always)]
fn times_power_of_two<const L: usize>(y: Lanes<L>, n: Lanes<L>) -> Lanes<L> {
    // The two factors are normal numbers.
    let first = n.map(|n| {
        let n = if n > ROUND + 1000.0 { ROUND + 1000.0 } else { n };
        if n < ROUND - 1000.0 { ROUND - 1000.0 } else { n }
    });
    let second = (n - first) + ROUND;
    y * first.map(power_of_two) * second.map(power_of_two)
}

/// eʳ for |r| ≤ ½ log 2.
#[inline(always)]
fn one_and_rest<const L: usize>(r: Lanes<L>) -> Lanes<L> {
    1.0 + (r + r * r * polynomial(r, &SERIES))
}

/// 2ᵏ for n = [`ROUND`] + k and −1022 ≤ k ≤ 1023.
#[inline(always)]
fn power_of_two(n: f64) -> f64 {
    f64::from_bits(n.to_bits().wrapping_add(1023) << 52)
}
