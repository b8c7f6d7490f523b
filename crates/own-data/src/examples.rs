use std::fmt::Write as _;

use datasets::{FAITHFUL, GALAXIES};

/// Data of the book, as texts that a reader might have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// The grades of the class, as they are written where it sat its exam: with decimal commas.
    Class,
    /// The eruptions of Old Faithful, in two columns.
    Faithful,
    /// The velocities of the galaxies.
    Galaxies,
}

impl Example {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Class, Self::Faithful, Self::Galaxies];

    /// The name by which the page calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Faithful => "old-faithful",
            Self::Galaxies => "galaxies",
        }
    }

    /// What the reader reads on its button.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Class => "The class",
            Self::Faithful => "Old Faithful",
            Self::Galaxies => "Galaxies",
        }
    }

    /// The text.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_data::{Choice, Example, Reading};
    ///
    /// let reading = Reading::of(&Example::Class.text(), Choice::default());
    /// assert_eq!(reading.values, datasets::grades());
    /// ```
    #[must_use]
    pub fn text(self) -> String {
        let mut text = String::new();
        // Nothing to fail in a String.
        let mut line = |line: String| {
            let _ = writeln!(text, "{line}");
        };
        match self {
            Self::Class => {
                for grade in datasets::grades() {
                    line(format!("{grade:.1}").replace('.', ","));
                }
            }
            Self::Faithful => {
                line("waiting_min,duration_min".to_owned());
                for eruption in &FAITHFUL {
                    let (waiting, duration) =
                        (eruption.waiting_min, eruption.duration_min);
                    line(format!("{waiting},{duration}"));
                }
            }
            Self::Galaxies => {
                for galaxy in &GALAXIES {
                    line(galaxy.to_string());
                }
            }
        }
        text
    }
}
