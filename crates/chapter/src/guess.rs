use figure::Plot;

use crate::{CaptionPart, Error, Fact, caption::filled, control::decimals_of};

/// What a figure asks the reader before it shows anything: *predict first*.
///
/// The answer is a fact of the figure at its defaults, so that it stands nowhere a second time.
#[derive(Clone, Copy, Debug)]
pub struct Guess {
    /// The question; `{name}` quotes one of the figure's own facts.
    pub question: &'static str,
    /// The name of the fact that answers it.
    pub fact: &'static str,
    /// What the reader may answer.
    pub among: Among,
    /// The picture in which the reader may point at the answer, where that is a place on its horizontal
    /// axis; what the question asks is not in it.
    pub drawn: Option<fn() -> Result<Plot, Error>>,
}

/// What the reader may answer to a [`Guess`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Among {
    /// One of a few texts, each with what is said to who answers it; the fact's is among them.
    Options(&'static [(&'static str, &'static str)]),
    /// A number between two bounds; the fact's value is too.
    Numbers {
        /// The smallest number.
        min: f64,
        /// The largest number.
        max: f64,
        /// The distance between neighbouring numbers.
        step: f64,
    },
}

impl Guess {
    /// The question with these facts filled in.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFact`] if it quotes a fact that is not among them.
    ///
    /// # Examples
    ///
    /// ```
    /// use chapter::{Among, Fact, Guess};
    ///
    /// let guess = Guess {
    ///     question: "Two bells, {distance} apart. How many peaks?",
    ///     fact: "peaks",
    ///     among: Among::Options(&[
    ///         ("1", "They stand farther apart than two deviations."),
    ///         ("2", "One over each mean."),
    ///     ]),
    ///     drawn: None,
    /// };
    /// let facts = [Fact::number("distance", 2.5, 1), Fact::count("peaks", 2)];
    /// assert_eq!(guess.question(&facts)?, "Two bells, 2.5 apart. How many peaks?");
    /// assert_eq!(guess.answer(&facts)?.text, "2");
    /// # Ok::<(), chapter::Error>(())
    /// ```
    pub fn question(&self, facts: &[Fact]) -> Result<String, Error> {
        let parts = filled(self.question, facts)?;
        let text = |part: &CaptionPart| match part {
            CaptionPart::Text(text) => (*text).to_owned(),
            CaptionPart::Fact(fact) => fact.text.clone(),
        };
        Ok(parts.iter().map(text).collect())
    }

    /// The fact that answers the question.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownFact`] if it is not among these.
    pub fn answer<'a>(&self, facts: &'a [Fact]) -> Result<&'a Fact, Error> {
        Fact::find(facts, self.fact)
    }
}

impl Among {
    /// Whether every answer is a whole number, or a text.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match self {
            Self::Options(_) => true,
            Self::Numbers { step, .. } => decimals_of(*step) == 0,
        }
    }
}
