use crate::{
    Error, Outline, Stroke, Table, Words,
    geometry::{NARROW, Rect, WIDE},
};

/// How far the frame reaches beyond the lowest thing in a diagram.
const MARGIN: f64 = 6.0;

/// No diagram is higher: what asks for more is a slip.
const HIGHEST: f64 = 20_000.0;

/// A drawing without axes: shapes, arrows and words at places in user units.
///
/// It is 520 units wide and as high as what is in it; x runs to the right, y down. What is narrower and
/// in the middle is seen in narrow pictures too; what is not is [arranged](Self::arranged) for both.
/// What comes later lies over what came before. What it shows is said by whoever draws it: in sentences, and in a
/// table.
///
/// ```
/// use figure::{Diagram, Ink, Outline, Plot, Words};
///
/// let cause = Outline::circle((200.0, 40.0), 20.0, Ink::Whole);
/// let effect = Outline::circle((320.0, 40.0), 20.0, Ink::Whole).shaded();
/// let diagram = Diagram::new("An arrow leads from a white circle to a grey one.")
///     .table(["from", "to"], [["Z", "X"]])
///     .arrow_between(&cause, &effect, Ink::Whole)
///     .words(Words::new("𝑍", cause.center(), Ink::Whole))
///     .words(Words::new("𝑋", effect.center(), Ink::Whole))
///     .outline(cause)
///     .outline(effect);
/// let picture = Plot::new("Cause and effect").diagram(diagram).draw("cause")?;
/// assert!(picture.description.contains("a grey one"));
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Diagram {
    pub(crate) heading: String,
    pub(crate) description: String,
    pub(crate) table: Table,
    pub(crate) marks: Vec<Mark>,
    narrow: Option<Vec<Mark>>,
}

/// Something drawn in a diagram.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Mark {
    Outline(Outline),
    Path { points: Vec<(f64, f64)>, stroke: Stroke, head: bool },
    Words(Words),
}

impl Diagram {
    /// An empty diagram, and what a sighted reader takes from it, in sentences.
    #[must_use]
    pub fn new(description: impl Into<String>) -> Self {
        Self {
            heading: String::new(),
            description: description.into(),
            table: Table::default(),
            marks: Vec::new(),
            narrow: None,
        }
    }

    /// The diagram with the marks that `arrange` puts into an empty one, for a width of 520 units and,
    /// where the picture is not as wide, for one of 336.
    ///
    /// ```
    /// use figure::{Diagram, Ink, NARROW, Plot, Words};
    ///
    /// let diagram = Diagram::new("A word in the middle.").arranged(|empty, width| {
    ///     empty.words(Words::new("here", (width / 2.0, 20.0), Ink::Whole))
    /// });
    /// assert!(Plot::new("A word").diagram(diagram).width(NARROW).draw("word").is_ok());
    /// ```
    #[must_use]
    pub fn arranged(self, arrange: impl Fn(Self, f64) -> Self) -> Self {
        let [marks, narrow] =
            [WIDE, NARROW].map(|width| arrange(Self::new(""), width).marks);
        Self { marks, narrow: Some(narrow), ..self }
    }

    /// The diagram with a line of its own over it.
    #[must_use]
    pub fn heading(self, heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), ..self }
    }

    /// The diagram with its content as a table: the name of each column, and rows of as many cells.
    #[must_use]
    pub fn table<Cell: Into<String>, Row: IntoIterator<Item = Cell>>(
        self,
        header: impl IntoIterator<Item = impl Into<String>>,
        rows: impl IntoIterator<Item = Row>,
    ) -> Self {
        let cells = |row: Row| row.into_iter().map(Into::into).collect();
        let header = header.into_iter().map(Into::into).collect();
        let rows = rows.into_iter().map(cells).collect();
        Self { table: Table { header, rows }, ..self }
    }

    /// The diagram with one more shape.
    #[must_use]
    pub fn outline(self, outline: Outline) -> Self {
        self.mark(Mark::Outline(outline))
    }

    /// The diagram with one more line, through `points`.
    #[must_use]
    pub fn line(
        self,
        points: impl IntoIterator<Item = (f64, f64)>,
        stroke: impl Into<Stroke>,
    ) -> Self {
        self.path(points, stroke, false)
    }

    /// The diagram with one more arrow, through `points`, its head at the last of them.
    #[must_use]
    pub fn arrow(
        self,
        points: impl IntoIterator<Item = (f64, f64)>,
        stroke: impl Into<Stroke>,
    ) -> Self {
        self.path(points, stroke, true)
    }

    /// The diagram with a straight arrow from the border of one shape to the border of another.
    #[must_use]
    pub fn arrow_between(
        self,
        from: &Outline,
        to: &Outline,
        stroke: impl Into<Stroke>,
    ) -> Self {
        let ends = [from.border(to.center()), to.border(from.center())];
        self.arrow(ends, stroke)
    }

    /// The diagram with one more line of words.
    #[must_use]
    pub fn words(self, words: Words) -> Self {
        self.mark(Mark::Words(words))
    }

    fn path(
        self,
        points: impl IntoIterator<Item = (f64, f64)>,
        stroke: impl Into<Stroke>,
        head: bool,
    ) -> Self {
        let points = points.into_iter().collect();
        self.mark(Mark::Path { points, stroke: stroke.into(), head })
    }

    fn mark(mut self, mark: Mark) -> Self {
        self.marks.push(mark);
        self
    }

    /// The marks for a picture of a width, and how far to the right they stand in it.
    pub(crate) fn marks(&self, width: f64) -> (&[Mark], f64) {
        match &self.narrow {
            Some(marks) if width < WIDE => (marks, (width - NARROW) / 2.0),
            _ => (&self.marks, (width - WIDE) / 2.0),
        }
    }

    pub(crate) fn check(&self, width: f64) -> Result<(), Error> {
        if self.marks.is_empty() {
            return Err(Error::Empty { argument: "marks".to_owned() });
        }
        let expected = self.table.header.len();
        for (row, cells) in self.table.rows.iter().enumerate() {
            if cells.len() != expected {
                let argument = format!("rows[{row}]");
                let actual = cells.len();
                return Err(Error::Length { argument, expected, actual });
            }
        }
        let (marks, left) = self.marks(width);
        let mut marks = marks.iter().enumerate();
        let ends = [0.0 - left, width - left];
        marks.try_for_each(|(index, mark)| mark.check(index, ends))
    }
}

/// How high a diagram of these marks is, from zero to below the lowest of them.
pub(crate) fn height(marks: &[Mark]) -> f64 {
    let bottoms = marks.iter().map(|mark| mark.rect().bottom);
    bottoms.fold(0.0, f64::max) + MARGIN
}

impl Mark {
    /// The smallest upright rectangle around it; with NaN in it where a number of it is NaN.
    fn rect(&self) -> Rect {
        match self {
            Self::Outline(outline) => outline.rect(),
            Self::Words(words) => words.rect(),
            Self::Path { points, .. } => {
                let low = |part: fn(&(f64, f64)) -> f64| {
                    points.iter().map(part).fold(f64::INFINITY, f64::min)
                };
                let high = |part: fn(&(f64, f64)) -> f64| {
                    points.iter().map(part).fold(f64::NEG_INFINITY, f64::max)
                };
                Rect {
                    left: low(|point| point.0),
                    top: low(|point| point.1),
                    right: high(|point| point.0),
                    bottom: high(|point| point.1),
                }
            }
        }
    }

    /// What messages call it: its words, or else its shape and its place among the marks.
    fn name(&self, index: usize) -> String {
        match self {
            Self::Outline(_) => format!("outline {index}"),
            Self::Path { head: true, .. } => format!("arrow {index}"),
            Self::Path { head: false, .. } => format!("line {index}"),
            Self::Words(words) => format!("words `{}`", words.text),
        }
    }

    /// Refuses a mark that is no mark, or that leaves the picture, whose sides stand at `ends`.
    fn check(&self, index: usize, ends: [f64; 2]) -> Result<(), Error> {
        let name = self.name(index);
        match self {
            Self::Outline(outline) => outline.check(&name)?,
            Self::Path { points, .. } => check_points(&name, points)?,
            Self::Words(words) => {
                if !(1.0..=100.0).contains(&words.size) {
                    let argument = format!("{name}: size");
                    let requirement = "between 1 and 100";
                    return Err(Error::argument(
                        argument,
                        requirement,
                        words.size,
                    ));
                }
            }
        }
        let rect = self.rect();
        for (part, value, [from, to]) in [
            ("left", rect.left, ends),
            ("right", rect.right, ends),
            ("top", rect.top, [0.0, HIGHEST]),
            ("bottom", rect.bottom, [0.0, HIGHEST]),
        ] {
            if !(from..=to).contains(&value) {
                let argument = format!("{name}: {part}");
                let requirement = "inside the picture";
                return Err(Error::argument(argument, requirement, value));
            }
        }
        Ok(())
    }
}

fn check_points(name: &str, points: &[(f64, f64)]) -> Result<(), Error> {
    if points.len() < 2 {
        let argument = format!("{name}: points");
        return Err(Error::Length {
            argument,
            expected: 2,
            actual: points.len(),
        });
    }
    // Folding `min` and `max` over the points would lose a NaN.
    for (index, point) in points.iter().enumerate() {
        for (part, value) in [("x", point.0), ("y", point.1)] {
            if !value.is_finite() {
                let argument = format!("{name}: points[{index}].{part}");
                return Err(Error::argument(argument, "finite", value));
            }
        }
    }
    Ok(())
}
