use ch01::Gaussian;
use ch05::Joint;
use chapter::Error;

/// The E-step: for every student, how probable each group is once the grade is known.
///
/// # Examples
///
/// ```
/// let labels = ch07::e_step(&ch05::Joint::of_the_model()?, &[1.0, 5.0]);
/// assert!(labels[0][0] > 0.99 && labels[1][1] > 0.99);
/// # Ok::<(), chapter::Error>(())
/// ```
#[must_use]
pub fn e_step(groups: &Joint, grades: &[f64]) -> Vec<Vec<f64>> {
    grades.iter().map(|&x| groups.posterior(x)).collect()
}

/// The M-step: count, average, average the squares. Every student counts in a group as much as the label
/// says.
///
/// # Errors
///
/// [`Error::Argument`] if a group is left with no student, or with one place.
///
/// # Examples
///
/// ```
/// // Two students in the first group, two in the second, the last one half and half.
/// let labels = [[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0], [0.5, 0.5]].map(Vec::from);
/// let groups = ch07::m_step(&[1.0, 2.0, 4.0, 5.0, 3.0], &labels)?;
/// assert_eq!(groups.probs(), [0.5, 0.5]);
/// assert_eq!(groups.bells()[0].loc(), (1.0 + 2.0 + 0.5 * 3.0) / 2.5);
/// # Ok::<(), chapter::Error>(())
/// ```
pub fn m_step(grades: &[f64], labels: &[Vec<f64>]) -> Result<Joint, Error> {
    let groups = labels.first().map_or(0, Vec::len);
    let (mut shares, mut bells) = (Vec::new(), Vec::new());
    for k in 0..groups {
        let students =
            || grades.iter().zip(labels.iter().map(|label| label[k]));
        let count: f64 = students().map(|(_, r)| r).sum();
        let mean = students().map(|(x, r)| r * x).sum::<f64>() / count;
        let squares = students().map(|(x, r)| r * (x - mean) * (x - mean));
        let variance = squares.sum::<f64>() / count;
        shares.push(count / grades.len() as f64);
        bells.push(Gaussian::new(mean, variance.sqrt())?);
    }
    Joint::new(shares, bells)
}

/// A round: an E-step and the M-step after it.
///
/// # Errors
///
/// As [`m_step`].
pub fn round(groups: &Joint, grades: &[f64]) -> Result<Joint, Error> {
    m_step(grades, &e_step(groups, grades))
}

/// A part of an M-step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The shares alone.
    Shares,
    /// The means alone.
    Means,
    /// The deviations alone, around the means as they are.
    Deviations,
}

/// The groups after a part of an M-step.
///
/// # Errors
///
/// As [`m_step`].
pub fn update(
    part: Part,
    groups: &Joint,
    grades: &[f64],
    labels: &[Vec<f64>],
) -> Result<Joint, Error> {
    let all = m_step(grades, labels)?;
    let (probs, bells) = (groups.probs(), groups.bells());
    let with = |bell: &dyn Fn(usize) -> Result<Gaussian, Error>| {
        (0..bells.len()).map(bell).collect::<Result<Vec<_>, _>>()
    };
    match part {
        Part::Shares => Joint::new(all.probs(), bells),
        Part::Means => {
            let moved = |k: usize| {
                Gaussian::new(all.bells()[k].loc(), bells[k].scale())
            };
            Joint::new(probs, with(&moved)?)
        }
        Part::Deviations => {
            let widened = |k: usize| {
                let loc = bells[k].loc();
                // The mean square around where the bell stands, and not around the average.
                let away = all.bells()[k].loc() - loc;
                let scale = all.bells()[k].scale();
                let square = scale * scale + away * away;
                Gaussian::new(loc, square.sqrt())
            };
            Joint::new(probs, with(&widened)?)
        }
    }
}

/// Labels made hard: each student wholly in the likeliest group, the first of equals.
#[must_use]
pub fn harden(labels: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let hard = |label: &Vec<f64>| {
        let better = |best: usize, k: usize| {
            if label[k] > label[best] { k } else { best }
        };
        let likeliest = (0..label.len()).fold(0, better);
        (0..label.len()).map(|k| f64::from(u8::from(k == likeliest))).collect()
    };
    labels.iter().map(hard).collect()
}

/// A climb by half steps: the groups, and the labels that were made last.
#[derive(Clone, Debug, PartialEq)]
pub struct Climb {
    /// The groups as they are now.
    pub groups: Joint,
    /// The labels from the last E-step; none before the first.
    pub labels: Option<Vec<Vec<f64>>>,
    /// The log-likelihood at the start and after each M-step.
    pub history: Vec<f64>,
}

impl Climb {
    /// A climb that has not begun.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] for a grade that is not finite.
    pub fn from(start: Joint, grades: &[f64]) -> Result<Self, Error> {
        let history = vec![start.log_likelihood(grades)?];
        Ok(Self { groups: start, labels: None, history })
    }

    /// So many half steps further: an E-step, an M-step, and so on in turn. The M-step moves everything, or
    /// one part.
    ///
    /// # Errors
    ///
    /// As [`m_step`].
    ///
    /// # Examples
    ///
    /// ```
    /// use ch05::Joint;
    /// use ch07::{Climb, round};
    ///
    /// let grades = datasets::grades();
    /// let climb = Climb::from(Joint::of_the_model()?, &grades)?.half_steps(2, None, &grades)?;
    /// assert_eq!(climb.groups, round(&Joint::of_the_model()?, &grades)?);
    /// # Ok::<(), chapter::Error>(())
    /// ```
    pub fn half_steps(
        mut self,
        count: usize,
        part: Option<Part>,
        grades: &[f64],
    ) -> Result<Self, Error> {
        for half_step in 0..count {
            match &self.labels {
                Some(labels) if half_step % 2 == 1 => {
                    self.groups = match part {
                        Some(part) => {
                            update(part, &self.groups, grades, labels)?
                        }
                        None => m_step(grades, labels)?,
                    };
                    let now = self.groups.log_likelihood(grades)?;
                    self.history.push(now);
                }
                _ => self.labels = Some(e_step(&self.groups, grades)),
            }
        }
        Ok(self)
    }
}
