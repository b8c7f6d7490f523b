use chapter::{Among, Control, Error, Fact, Figure, Guess, Settings, Shown};
use figure::{Diagram, Ink, Plot, Words};
use mixture::Distribution;
use ndarray::{ArrayD, IxDyn};

use super::blocks::{self, BLOCK, batch, names, shape};
use crate::facts::GRADES;

const CONTROLS: &[Control] = &[
    Control::choice(
        "data",
        "data",
        &["one grade", "a row of grades", "a column of grades"],
        2,
    ),
    Control::slider("grades", "grades", (1.0, 4.0, 1.0), 3.0),
    Control::slider("batch", "batch", (1.0, 4.0, 1.0), 2.0),
];

pub(crate) const FIGURE: Figure = Figure {
    name: "broadcast",
    caption: "The logarithm of the density, asked in one call of a batch of {batch}. Numbers that come \
              back: {numbers}.",
    controls: CONTROLS,
    guess: Some(Guess {
        question: "Three grades in a column meet a batch of two. How many numbers come back?",
        fact: "numbers",
        among: Among::Numbers { min: 1.0, max: 12.0, step: 1.0 },
    }),
    show,
};

/// The grades that are asked about: one more than the listing has.
const ASKED: [f64; 4] = [GRADES[0], GRADES[1], GRADES[2], 1.0];

/// The left end of the answer.
const LEFT: f64 = 180.0;

/// The places of the blocks.
#[derive(Clone, Copy)]
struct Places {
    /// Whether the data stand left of the answer, and not above the batch.
    is_column: bool,
}

impl Places {
    /// The middle of a column of the batch and of the answer.
    fn column(index: usize) -> f64 {
        LEFT + (index as f64 + 0.5) * (BLOCK.0 + 4.0)
    }

    /// The middle of the row of the batch.
    fn batch(self) -> f64 {
        if self.is_column { 24.0 } else { 72.0 }
    }

    /// The middle of a row of the answer.
    fn row(self, index: usize) -> f64 {
        self.batch() + 54.0 + index as f64 * (BLOCK.1 + 4.0)
    }

    /// The middle of a number of the data.
    fn datum(self, index: usize) -> (f64, f64) {
        if self.is_column {
            (LEFT - 60.0, self.row(index))
        } else {
            (Self::column(index), 24.0)
        }
    }

    /// What stands left of the data.
    fn data(self) -> Words {
        let (x, y) = self.datum(0);
        let x =
            if self.is_column { x - BLOCK.0 / 2.0 - 10.0 } else { LEFT - 16.0 };
        Words::new("data", (x, y), Ink::Accent).right()
    }
}

type Answer = Result<ArrayD<f64>, mixture::Error>;

fn show(settings: &Settings) -> Result<Shown, Error> {
    let k = settings.count("batch")?;
    let x = data(settings)?;
    let answer = batch(k, 1)?.log_prob(&x);
    let numbers: Vec<String> =
        answer.iter().flatten().map(|x| blocks::number(*x)).collect();
    let names = names(k);
    let rows = numbers.chunks(k).map(<[String]>::to_vec);
    let mut diagram = Diagram::new(description(x.shape(), k, &answer))
        .table(names.clone(), rows);

    let places = Places { is_column: x.ndim() == 2 };
    diagram = diagram.words(places.data()).words(side("batch", places.batch()));
    for (index, grade) in x.iter().enumerate() {
        let grade = [figure::number(*grade, 1)];
        diagram = blocks::with_cell(diagram, places.datum(index), &grade);
    }
    for (index, name) in names.iter().enumerate() {
        let at = (Places::column(index), places.batch());
        diagram = blocks::with_distribution(diagram, at, name);
    }
    let answered = numbers.len();
    for (index, number) in numbers.into_iter().enumerate() {
        let at = (Places::column(index % k), places.row(index / k));
        diagram = blocks::with_cell(diagram, at, &[number]);
    }
    let lines = match &answer {
        Ok(answer) => answer.len() / k,
        Err(_) => 0,
    };
    let top = places.row(lines) + 2.0;
    let diagram = with_shapes(diagram, x.shape(), k, &answer, top);
    let title = "Data against a batch";
    let facts =
        [Fact::count_in_words("batch", k), Fact::count("numbers", answered)];
    Ok(Shown::new(Plot::new(title).diagram(diagram), facts))
}

/// The grades in the shape that the reader has chosen.
fn data(settings: &Settings) -> Result<ArrayD<f64>, Error> {
    let n = settings.count("grades")?;
    let shape = match settings.choice("data")? {
        0 => vec![],
        1 => vec![n],
        _ => vec![n, 1],
    };
    let grades = ASKED.into_iter().take(shape.iter().product()).collect();
    ArrayD::from_shape_vec(IxDyn(&shape), grades)
        .map_err(|_| Error::argument("grades", "at most four", n as f64))
}

fn description(data: &[usize], k: usize, answer: &Answer) -> String {
    let (data, batch) = (shape(data), shape(&[k]));
    let met = format!("Data of shape {data} meet a batch of shape {batch}");
    match answer {
        Ok(answer) => format!("{met} and make {}.", shape(answer.shape())),
        Err(error) => format!("{met}. Refused: {error}."),
    }
}

/// The shapes under each other, aligned on the right, and what they make.
fn with_shapes(
    diagram: Diagram,
    data: &[usize],
    k: usize,
    answer: &Answer,
    top: f64,
) -> Diagram {
    let line = |index: usize| top + index as f64 * 24.0;
    let written = |shape: String, index: usize| {
        Words::new(shape, (LEFT + 64.0, line(index)), Ink::Whole).right()
    };
    let diagram = diagram
        .words(side("shape of the data", line(0)))
        .words(written(shape(data), 0))
        .words(side("shape of the batch", line(1)))
        .words(written(shape(&[k]), 1));
    match answer {
        Ok(answer) => diagram
            .words(side("shape of the answer", line(2)))
            .words(written(shape(answer.shape()), 2).bold()),
        Err(error) => {
            let at = (LEFT - 4.0, line(2));
            let error = Words::new(error.to_string(), at, Ink::Whole);
            diagram
                .words(side("refused", line(2)))
                .words(error.left().size(12.5))
        }
    }
}

/// Words left of the answer.
fn side(text: &str, y: f64) -> Words {
    Words::new(text, (LEFT - 16.0, y), Ink::Accent).right()
}
