//! How a graph becomes a picture: its layers from above to below, the columns of each, the ways of
//! the arrows, and the circles and words.

mod arrange;
mod columns;
mod layers;
mod layout;
mod room;
mod route;
mod sketch;

pub use layout::{Arrow, Layout};
pub use sketch::{Side, Sketch};
