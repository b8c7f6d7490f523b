//! The traits of other crates.

mod display;
mod rand;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "statrs")]
mod statrs;
