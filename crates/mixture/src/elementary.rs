//! Exponentials, logarithms and the normal tail, several numbers at a time.
//!
//! Every function here is a formula without branches over [`Lanes`], which the compiler turns
//! into vector instructions. Lanes do not see each other and nothing is fused, so a number has
//! the same bits whether it is computed alone, beside seven others, or on a machine with wider
//! vectors. `tables.py`, beside this file's modules, computes the coefficients.
//!
//! They are inlined into the loops over the data, which the vectors need. Not so in the browser,
//! where there are none and every copy of a formula is to be loaded.

mod constants;
mod double;
mod exp;
mod lanes;
mod ln;
mod normal_tail;
mod probit;
mod quantile;
#[cfg(test)]
mod tests;

pub(crate) use constants::LOG_SQRT_2PI;
pub(crate) use double::Double;
pub(crate) use exp::exp;
pub use exp::exp_normal;
pub use lanes::Lanes;
pub use ln::ln;
pub(crate) use normal_tail::{
    log_upper_tail, lower_tail, tail_and_density, upper_tail,
};
pub(crate) use probit::{
    is_far_out, standard_normal, standard_normal_centre, uniform,
};
pub(crate) use quantile::standard_normal_quantile;
