//! The data that *Two Peaks* uses, compiled in, each with its source.
//!
//! A build script turns the files in `data/` into tables, so that the library opens no file and
//! holds no parser. It draws nothing and fits nothing: that is the chapters' work.
//!
//! | data | what | where from |
//! | --- | --- | --- |
//! | [`CLASS`] | the grades of 200 students in Thermodynamics | made by a seeded program |
//! | [`CRABS`] | a thousand crabs, in 29 bins | Pearson (1894) |
//! | [`Exam`] | the scores in five Regents exams of New York, 2010 | New York City Department of Education |
//! | [`FAITHFUL`] | 272 eruptions of a geyser | Azzalini and Bowman (1990) |
//! | [`GALAXIES`] | the velocities of 82 galaxies | Roeder (1990) |
//! | [`PENGUINS`] | flippers and bills of 342 penguins of three species | Gorman, Williams and Fraser (2014) |

mod class;
mod crabs;
mod faithful;
mod galaxies;
mod penguins;
mod regents;

pub use class::{CLASS, GRADE_SCALE, Group, Student, grades};
pub use crabs::{CRABS, CrabBin};
pub use faithful::{Eruption, FAITHFUL};
pub use galaxies::GALAXIES;
pub use penguins::{PENGUINS, Penguin, Sex, Species};
pub use regents::{Exam, PASS_MARK};
