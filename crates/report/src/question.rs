use fit::{Chosen, Error, GaussianMixture, Sample};

use crate::Report;

/// How numbers were written down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Recorded {
    /// As they seem: rounded, if they [look so](Sample::looks_rounded).
    AsTheySeem,
    /// With all their digits.
    Exactly,
    /// Rounded to multiples of a step; to that which they seem to be rounded to, if none is given.
    Rounded(Option<f64>),
}

/// What is asked of numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// How many bells; chosen by BIC if that is left open.
    pub bells: Option<usize>,
    /// Among how many at most they are chosen.
    pub most: usize,
    /// How the numbers were written down.
    pub recorded: Recorded,
}

/// What is answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The fits.
    pub chosen: Chosen,
    /// The same in words.
    pub report: Report,
}

impl Question {
    /// Fits what is asked for.
    ///
    /// # Errors
    ///
    /// As [`Sample::new`], [`Sample::rounded`] and [`GaussianMixture::fit`]; [`Error::Argument`] if numbers are
    /// said to be rounded and seem not to be.
    ///
    /// # Examples
    ///
    /// ```
    /// use report::{Question, Recorded};
    ///
    /// let question = Question { bells: None, most: 4, recorded: Recorded::AsTheySeem };
    /// let minutes: Vec<f64> =
    ///     datasets::FAITHFUL.iter().map(|eruption| eruption.waiting_min).collect();
    /// let answer = question.answer(&minutes)?;
    /// assert_eq!(answer.chosen.best().num_components(), 2);
    /// assert_eq!(
    ///     answer.report.sections[0].sentences[1],
    ///     "They look rounded to 1, and are taken so: all 272 numbers are multiples of 1, and they \
    ///      take 51 of 54 places.",
    /// );
    /// # Ok::<(), fit::Error>(())
    /// ```
    pub fn answer(&self, values: &[f64]) -> Result<Answer, Error> {
        let exact = Sample::new(values.iter().copied())?;
        let seen = exact.looks_rounded();
        let (step, how) = match (self.recorded, seen) {
            (Recorded::AsTheySeem, Some(seen)) => (
                Some(seen.step),
                format!(
                    "They look rounded to {}, and are taken so: {seen}.",
                    seen.step
                ),
            ),
            (Recorded::AsTheySeem, None) | (Recorded::Exactly, _) => {
                (None, "They are taken as exact.".to_owned())
            }
            (Recorded::Rounded(step), seen) => {
                let step = step.or(seen.map(|seen| seen.step));
                let step = step.ok_or_else(|| Error::Argument {
                    argument: "step".to_owned(),
                    requirement: "given, since the numbers do not look rounded",
                    value: f64::NAN,
                })?;
                (Some(step), format!("They are taken as rounded to {step}."))
            }
        };
        let sample = match step {
            Some(step) => Sample::rounded(values.iter().copied(), step)?,
            None => exact,
        };
        // Among more bells than there are different numbers there is no choice.
        let most = self.most.min(sample.distinct()).max(1);
        let range = self.bells.map_or(1..=most, |bells| bells..=bells);
        let chosen = GaussianMixture::choose_by_bic(range, &sample)?;
        let mut report = Report::of(&chosen);
        if let Some(first) = report.sections.first_mut() {
            first.sentences.insert(1, how);
        }
        Ok(Answer { chosen, report })
    }
}
