/// The lowest score that passes a Regents exam.
pub const PASS_MARK: u32 = 65;

/// A Regents exam of the state of New York, and how its scores fell in New York City in 2010.
///
/// # Source
///
/// New York City Department of Education, by way of `nyc_regents_scores` in R's package `dslabs`.
///
/// # Examples
///
/// Hardly anybody scores a little less than the pass mark, and very many score it exactly:
///
/// ```
/// use datasets::{Exam, PASS_MARK};
///
/// let counts = Exam::GlobalHistory.counts();
/// let pass = PASS_MARK as usize;
/// assert!(counts[pass] > 10 * counts[pass - 1]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Exam {
    /// Integrated Algebra.
    IntegratedAlgebra,
    /// Global History.
    GlobalHistory,
    /// Living Environment, which is biology.
    LivingEnvironment,
    /// English.
    English,
    /// U.S. History.
    UsHistory,
}

impl Exam {
    /// The five exams, in the order of the source.
    pub const ALL: [Self; 5] = [
        Self::IntegratedAlgebra,
        Self::GlobalHistory,
        Self::LivingEnvironment,
        Self::English,
        Self::UsHistory,
    ];

    /// The exam's name: "Global History".
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::IntegratedAlgebra => "Integrated Algebra",
            Self::GlobalHistory => "Global History",
            Self::LivingEnvironment => "Living Environment",
            Self::English => "English",
            Self::UsHistory => "U.S. History",
        }
    }

    /// How many pupils got each score: the index is the score, from 0 to 100.
    #[must_use]
    pub fn counts(self) -> &'static [u32; 101] {
        &COUNTS[self as usize]
    }

    /// How many pupils sat the exam.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(datasets::Exam::GlobalHistory.total(), 113_804);
    /// ```
    #[must_use]
    pub fn total(self) -> u32 {
        self.counts().iter().sum()
    }
}

static COUNTS: [[u32; 101]; 5] =
    include!(concat!(env!("OUT_DIR"), "/regents.rs"));
