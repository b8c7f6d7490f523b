use chapter::{Among, Control, Error, Fact, Figure, Guess, Settings, Shown};
use figure::{Diagram, Ink, Plot, WIDE, Words};
use mixture::Distribution;
use ndarray::{ArrayD, IxDyn};

use super::blocks::{self, HEIGHT, batch, names, shape};
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
        drawn: None,
    }),
    show,
};

/// The grades that are asked about: one more than the listing has.
const ASKED: [f64; 4] = [GRADES[0], GRADES[1], GRADES[2], 1.0];

/// The places of the blocks.
#[derive(Clone, Copy)]
struct Places {
    /// Whether the data stand left of the answer, and not above the batch.
    is_column: bool,
    is_narrow: bool,
    /// The width of a distribution and of a number of the answer.
    block: f64,
    /// The left end of the answer.
    left: f64,
}

impl Places {
    fn of(data: &ArrayD<f64>, width: f64) -> Self {
        let is_narrow = width < WIDE;
        Self {
            is_column: data.ndim() == 2,
            is_narrow,
            block: blocks::width_in(width),
            left: if is_narrow { 54.0 } else { 180.0 },
        }
    }

    /// The middle of a column of the batch and of the answer.
    fn column(self, index: usize) -> f64 {
        self.left + (index as f64 + 0.5) * (self.block + 4.0)
    }

    /// The middle of the row of the batch.
    fn batch(self) -> f64 {
        if self.is_column { 24.0 } else { 72.0 }
    }

    /// The middle of a row of the answer.
    fn row(self, index: usize) -> f64 {
        self.batch() + 54.0 + index as f64 * (HEIGHT + 4.0)
    }

    /// The width of a number of the data, and its middle.
    fn datum(self, index: usize) -> (f64, (f64, f64)) {
        match (self.is_column, self.is_narrow) {
            (false, _) => (self.block, (self.column(index), 24.0)),
            (true, false) => (self.block, (self.left - 60.0, self.row(index))),
            (true, true) => (40.0, (self.left - 28.0, self.row(index))),
        }
    }

    /// What stands beside the data: over them where a narrow picture has no room to their left.
    fn data(self) -> Words {
        let (wide, (x, y)) = self.datum(0);
        let at = match (self.is_column, self.is_narrow) {
            (false, _) => return self.side("data", y),
            (true, false) => (x - wide / 2.0 - 10.0, y),
            (true, true) => (x + wide / 2.0, y - 27.0),
        };
        Words::new("data", at, Ink::Accent).right()
    }

    /// Words left of the answer.
    fn side(self, text: &str, y: f64) -> Words {
        let gap = if self.is_narrow { 8.0 } else { 16.0 };
        Words::new(text, (self.left - gap, y), Ink::Accent).right()
    }

    /// What is written below the answer, in two columns: where the first ends and the second begins.
    fn columns(self) -> (f64, f64) {
        if self.is_narrow {
            (146.0, 158.0)
        } else {
            (self.left - 16.0, self.left - 4.0)
        }
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
    let diagram = Diagram::new(description(x.shape(), k, &answer))
        .table(names.clone(), rows)
        .arranged(|empty, width| {
            let places = Places::of(&x, width);
            let diagram = with_blocks(empty, places, &x, &names, &numbers);
            let lines = answer.as_ref().map_or(0, |answer| answer.len() / k);
            let top = places.row(lines) + 2.0;
            with_shapes(diagram, places, [x.shape(), &[k]], &answer, top)
        });
    let title = "Data against a batch";
    let facts = [
        Fact::count_in_words("batch", k),
        Fact::count("numbers", numbers.len()),
    ];
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

/// The data, the batch, and the numbers that they make.
fn with_blocks(
    empty: Diagram,
    places: Places,
    data: &ArrayD<f64>,
    names: &[String],
    numbers: &[String],
) -> Diagram {
    let batch = places.side("batch", places.batch());
    let mut diagram = empty.words(places.data()).words(batch);
    for (index, grade) in data.iter().enumerate() {
        let (wide, at) = places.datum(index);
        let grade = [figure::number(*grade, 1)];
        diagram = blocks::with_cell(diagram, at, wide, &grade);
    }
    for (index, name) in names.iter().enumerate() {
        let at = (places.column(index), places.batch());
        diagram = blocks::with_distribution(diagram, at, places.block, name);
    }
    let k = names.len();
    for (index, number) in numbers.iter().enumerate() {
        let at = (places.column(index % k), places.row(index / k));
        let number = std::slice::from_ref(number);
        diagram = blocks::with_cell(diagram, at, places.block, number);
    }
    diagram
}

/// The shapes under each other, aligned on the right, and what they make.
fn with_shapes(
    diagram: Diagram,
    places: Places,
    [data, batch]: [&[usize]; 2],
    answer: &Answer,
    top: f64,
) -> Diagram {
    let line = |index: usize| top + index as f64 * 24.0;
    let (end, start) = places.columns();
    let said = |text: &str, index: usize| {
        Words::new(text, (end, line(index)), Ink::Accent).right()
    };
    let written = |shape: String, index: usize| {
        Words::new(shape, (start + 68.0, line(index)), Ink::Whole).right()
    };
    let diagram = diagram
        .words(said("shape of the data", 0))
        .words(written(shape(data), 0))
        .words(said("shape of the batch", 1))
        .words(written(shape(batch), 1));
    match answer {
        Ok(answer) => diagram
            .words(said("shape of the answer", 2))
            .words(written(shape(answer.shape()), 2).bold()),
        Err(error) => {
            let room = if places.is_narrow { 170.0 } else { 330.0 };
            let lines = figure::wrapped(&error.to_string(), room, 12.5);
            let diagram = diagram.words(said("refused", 2));
            lines.into_iter().zip(0..).fold(diagram, |diagram, (text, nth)| {
                let at = (start, line(2) + 16.0 * f64::from(nth));
                diagram
                    .words(Words::new(text, at, Ink::Whole).left().size(12.5))
            })
        }
    }
}
