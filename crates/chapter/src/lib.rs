//! The contract that every chapter of *Two Peaks* fulfils.
//!
//! A chapter is a crate with a constant [`Chapter`]: its number and title, the seconds of the
//! video that it covers, its figures, its facts (the numbers that its prose quotes) and its run
//! (what `just chapter N` prints). The book, the command line and the browser know a chapter
//! by this constant and by nothing else.

mod caption;
mod chapter;
mod control;
mod error;
mod fact;
mod figure;
mod guess;
mod handle;
mod run;
mod settings;
#[cfg(feature = "testing")]
pub mod testing;
mod video;

pub use caption::{CaptionPart, filled};
pub use chapter::Chapter;
pub use control::{Control, Kind};
pub use error::Error;
pub use fact::Fact;
pub use figure::{Figure, Shown};
pub use guess::{Among, Guess};
pub use handle::{Handle, Pull, peak};
pub use run::{main, main_in};
pub use settings::Settings;
pub use video::{Home, TIMESTAMPS, Timestamp, VIDEO_ID};
