//! Exponentials, logarithms and the normal tail, several numbers at a time.
//!
//! Every function here is a formula without branches over [`Lanes`], which the compiler turns
//! into vector instructions. Lanes do not see each other and nothing is fused, so a number has
//! the same bits whether it is computed alone, beside seven others, or on a machine with wider
//! vectors. `tables.py`, beside this file's modules, computes the coefficients.
//!
//! They are inlined into the loops over the data, which the vectors need. Not so in the browser,
//! where there are none and every copy of a formula is to be loaded.

mod exp;
mod lanes;
mod ln;
mod normal_tail;
mod probit;
mod quantile;
#[cfg(test)]
mod tests;

pub(crate) use exp::{exp, exp_normal};
pub(crate) use lanes::Lanes;
pub(crate) use ln::ln;
pub(crate) use normal_tail::{log_upper_tail, lower_tail, upper_tail};
pub(crate) use probit::{
    is_far_out, standard_normal, standard_normal_centre, uniform,
};
pub(crate) use quantile::standard_normal_quantile;

use lanes::polynomial;

/// log √(2π)
pub(crate) const LOG_SQRT_2PI: f64 = 0.918_938_533_204_672_8;

/// The natural logarithm of two, cut in two: the first part has so few digits that its product
/// with a whole number below 2¹¹ is exact.
const LN_2_HI: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
const LN_2_LO: f64 = f64::from_bits(0x3dea_39ef_3579_3c76);

/// 1.5·2⁵²: adding it rounds to a whole number, which then stands in the last bits.
const ROUND: f64 = 6_755_399_441_055_744.0;
