//! The reader's own numbers: read out of any text, and looked at with a mixture that the reader
//! lays over them by hand.
//!
//! ```
//! use own_data::{ByHand, Choice, Reading};
//!
//! let reading = Reading::of("grade\n2,5\n4,7\nabsent\n", Choice::default());
//! assert_eq!(reading.values, [2.5, 4.7]);
//! assert_eq!(reading.complaints[0].to_string(), "line 4: “absent” is not a number");
//!
//! let data = reading.into_data()?;
//! assert_eq!(data.name(), "grade");
//! let values: Vec<f64> = data.controls().iter().map(chapter::Control::default).collect();
//! let by_hand = ByHand::new(&values)?;
//! assert!(by_hand.look_at(&data)?.plot.draw("own-data").is_ok());
//! # Ok::<(), own_data::Error>(())
//! ```
//!
//! All mathematics is that of [`mixture`]; the bars are chapter 1's.

mod by_hand;
mod complaint;
mod controls;
mod data;
mod error;
mod examples;
mod fields;
mod labels;
mod layout;
mod look;
mod nearest;
mod number;
mod reading;
mod step;
pub mod words;

pub use by_hand::ByHand;
pub use complaint::{Complaint, Fault};
pub use controls::BELLS;
pub use data::Data;
pub use error::Error;
pub use examples::Example;
pub use layout::{Choice, Layout, Separator};
pub use number::{Decimal, number};
pub use reading::{MOST_COMPLAINTS, Reading};
