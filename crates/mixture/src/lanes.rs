//! Formulas over several numbers at a time, for a pass over data that this crate does not know.
//!
//! A formula over [`Lanes`] has no branches, so that the compiler can turn it into vector instructions;
//! nothing is fused, so that a number has the same bits alone and beside others, on any machine.
//! [`widest`] runs a [`Pass`] with the widest vectors that the processor has.
//!
//! ```
//! use mixture::lanes::{Lanes, Pass, exp_normal, widest};
//!
//! /// The sum of the exponentials of some numbers between −708 and 709.
//! struct SumOfExp<'a>(&'a [f64]);
//!
//! impl Pass for SumOfExp<'_> {
//!     type Output = f64;
//!
//!     #[inline(always)]
//!     fn run(self) -> f64 {
//!         let (groups, rest) = self.0.as_chunks::<8>();
//!         let zero = Lanes::splat(0.0);
//!         let lanes = groups.iter().fold(zero, |sum, &x| sum + exp_normal(Lanes(x)));
//!         let alone = rest.iter().map(|&x| exp_normal(Lanes([x])).0[0]);
//!         lanes.0.iter().sum::<f64>() + alone.sum::<f64>()
//!     }
//! }
//!
//! let sum = widest(SumOfExp(&[0.0; 20]));
//! assert_eq!(sum, 20.0);
//! ```

pub use crate::elementary::{Lanes, exp_normal, ln};

/// Work over data, to be inlined where the vectors are wide: mark `run` with `#[inline(always)]`.
pub trait Pass {
    /// What comes of it.
    type Output;

    /// Does the work.
    fn run(self) -> Self::Output;
}

/// Runs a pass with vectors as wide as the processor has, or else as wide as every processor of its
/// kind has; the feature `pulp` finds that out when the program runs.
#[inline]
pub fn widest<P: Pass>(pass: P) -> P::Output {
    #[cfg(all(feature = "pulp", target_arch = "x86_64"))]
    return pulp::Arch::new().dispatch(Inlined(pass));
    #[cfg(not(all(feature = "pulp", target_arch = "x86_64")))]
    return pass.run();
}

#[cfg(all(feature = "pulp", target_arch = "x86_64"))]
struct Inlined<P>(P);

#[cfg(all(feature = "pulp", target_arch = "x86_64"))]
impl<P: Pass> pulp::NullaryFnOnce for Inlined<P> {
    type Output = P::Output;

    #[inline(always)]
    fn call(self) -> P::Output {
        self.0.run()
    }
}
