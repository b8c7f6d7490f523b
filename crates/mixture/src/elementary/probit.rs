use super::{
    lanes::{Lanes, polynomial},
    ln::ln,
    quantile::standard_normal_quantile,
};

/// Φ⁻¹((1 + x)/2)/x as a polynomial in w − 3.125, where w = −log(1 − x²) ≤ 6.25; off by 4e-15.
///
/// Giles, *Approximating the erfinv function*, GPU Computing Gems Jade Edition (2011), 109–116,
/// has this form.
const SERIES: [f64; 21] = [
    2.338_620_710_026_593,
    0.339_634_958_701_179_93,
    -0.008_532_899_177_267_704,
    -0.001_047_511_569_794_451_7,
    0.000_264_082_049_543_380_6,
    -1.963_285_217_689_708_7e-5,
    -1.931_065_034_030_803_7e-6,
    5.988_887_831_763_691e-7,
    -4.111_173_431_563_116_3e-8,
    -5.815_782_869_864_474_4e-9,
    1.486_649_693_345_091_2e-9,
    -7.670_562_594_520_385e-11,
    -1.835_294_109_783_545e-11,
    3.749_492_493_767_794e-12,
    -1.146_392_857_136_279_4e-13,
    -6.066_557_313_526_343e-14,
    9.306_424_556_212_116e-15,
    2.993_433_691_274_123_4e-16,
    -1.822_974_541_472_764e-16,
    3.535_493_215_238_542e-18,
    1.545_462_644_875_253_2e-18,
];

/// A number between zero and one, both excluded, from a generator's 64 bits: the middle of one
/// of 2⁵² equal cells.
#[inline(always)]
pub(crate) fn uniform(bits: u64) -> f64 {
    // The bits behind the exponent of one are a number from one up to two; all of this is exact.
    f64::from_bits(bits >> 12 | 0x3ff << 52) - (1.0 - 0.5 * f64::EPSILON)
}

/// A standard normal number from a generator's 64 bits: Φ⁻¹ of [`uniform`], for all but the one
/// in a thousand that [`is_far_out`].
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(crate) fn standard_normal_centre<const L: usize>(
    bits: [u64; L],
) -> Lanes<L> {
    let x = Lanes(bits.map(uniform)) * 2.0 - 1.0;
    let w = -1.0 * ln((1.0 - x) * (x + 1.0));
    x * polynomial(w - 3.125, &SERIES)
}

/// Whether a standard normal number of these bits may lie farther out than the series reaches:
/// where 1 − x² < exp(−6.25), and a little before.
#[inline(always)]
pub(crate) fn is_far_out(bits: u64) -> bool {
    // A thousandth of all bits, half of it at either end.
    const HALF: u64 = u64::MAX / 2000;
    bits.wrapping_add(HALF) < 2 * HALF
}

/// Φ⁻¹ of [`uniform`].
pub(crate) fn standard_normal(bits: u64) -> f64 {
    if is_far_out(bits) {
        standard_normal_quantile(uniform(bits))
    } else {
        standard_normal_centre([bits]).0[0]
    }
}
