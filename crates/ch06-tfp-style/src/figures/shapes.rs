use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use figure::{Diagram, Ink, Plot, Stroke, Words};
use mixture::Distribution;
use rand_pcg::{Pcg64, rand_core::SeedableRng};

use super::blocks::{self, BLOCK, batch, names, shape};

const CONTROLS: &[Control] = &[
    Control::slider("sample", "sample", (1.0, 4.0, 1.0), 3.0),
    Control::slider("batch", "batch", (1.0, 4.0, 1.0), 2.0),
    Control::slider("event", "event", (0.0, 3.0, 1.0), 0.0),
];

pub(crate) const FIGURE: Figure = Figure {
    name: "shapes",
    caption: "A batch of {batch}, and a sample of {sample} from each: {numbers} numbers in all. A \
              column is from one distribution, a row is a draw from every one, a cell is an event.",
    controls: CONTROLS,
    guess: None,
    show,
};

/// The left end and the top of the grid.
const LEFT: f64 = 152.0;
const TOP: f64 = 76.0;

/// How far the row of distributions stands above the grid.
const RISE: f64 = 52.0;

/// The shapes of a sample.
struct Shapes {
    sample: usize,
    batch: usize,
    /// None where an event is a single number.
    event: Option<usize>,
}

impl Shapes {
    /// How many numbers an event has.
    fn lines(&self) -> usize {
        self.event.unwrap_or(1)
    }

    /// Draws with these shapes, one after the other.
    fn draws(&self) -> Result<Vec<f64>, Error> {
        // The numbers of an event are independent here, each from the same distribution.
        let all = batch(self.batch, self.lines())?;
        let mut rng = Pcg64::seed_from_u64(1);
        Ok(all.sample(self.sample, &mut rng).into_iter().collect())
    }
}

fn show(settings: &Settings) -> Result<Shown, Error> {
    let event = settings.count("event")?;
    let shapes = Shapes {
        sample: settings.count("sample")?,
        batch: settings.count("batch")?,
        event: (event > 0).then_some(event),
    };
    let draws = shapes.draws()?;
    let numbers: Vec<String> =
        draws.iter().map(|x| blocks::number(*x)).collect();
    let cells: Vec<&[String]> = numbers.chunks(shapes.lines()).collect();
    let names = names(shapes.batch);
    let rows = cells.chunks(shapes.batch);
    let rows = rows.map(|row| row.iter().map(|cell| cell.join(", ")));
    let mut diagram =
        Diagram::new(description(&names, &shapes)).table(names.clone(), rows);
    let step = (BLOCK.0 + 6.0, blocks::height_of(shapes.lines()));
    let middle = |row: usize, column: usize| {
        let x = LEFT + (column as f64 + 0.5) * step.0;
        (x, TOP + (row as f64 + 0.5) * step.1)
    };
    for (column, name) in names.iter().enumerate() {
        let (x, _) = middle(0, column);
        let way = [(x, TOP - RISE + 15.0), (x, TOP - 3.0)];
        diagram = blocks::with_distribution(diagram, (x, TOP - RISE), name)
            .arrow(way, Stroke::from(Ink::Muted));
    }
    for (place, cell) in cells.iter().enumerate() {
        let (row, column) = (place / shapes.batch, place % shapes.batch);
        diagram = blocks::with_cell(diagram, middle(row, column), cell);
    }
    let bottom = TOP + shapes.sample as f64 * step.1;
    let diagram = with_shapes(diagram, &shapes, bottom);
    let title = "Sample shape, batch shape and event shape";
    let facts = [
        Fact::count_in_words("sample", shapes.sample),
        Fact::count_in_words("batch", shapes.batch),
        Fact::count_in_words("numbers", draws.len()),
    ];
    Ok(Shown::new(Plot::new(title).diagram(diagram), facts))
}

/// The three shapes and the shape of all, as they are written.
fn written(shapes: &Shapes) -> [String; 4] {
    let (sample, batch) = (shapes.sample, shapes.batch);
    let event: Vec<usize> = shapes.event.into_iter().collect();
    let all: Vec<usize> =
        [sample, batch].into_iter().chain(shapes.event).collect();
    [&[sample], &[batch], &event[..], &all].map(shape)
}

fn description(names: &[String], shapes: &Shapes) -> String {
    let names = names.join(", ");
    let [sample, batch, event, all] = written(shapes);
    format!(
        "A row of distributions, {names}, and under each a column of cells with an event in each. \
         The row has the batch shape {batch}, a column the sample shape {sample}, and a cell the \
         event shape {event}. The grid has the shape {all}."
    )
}

/// The shapes beside what has them, and the sum of them below: sample, batch, event and all.
fn with_shapes(diagram: Diagram, shapes: &Shapes, bottom: f64) -> Diagram {
    let [sample, batch, event, all] = written(shapes);
    let half = f64::midpoint(TOP, bottom);
    let below = [bottom + 26.0, bottom + 54.0];
    let a_cell = match shapes.event {
        None => "a cell: one number".to_owned(),
        Some(1) => "a cell: an array of one number".to_owned(),
        Some(many) => format!("a cell: {many} numbers, drawn together"),
    };
    let sum = format!("{sample} + {batch} + {event} = {all}");
    diagram
        .words(side(&format!("batch shape {batch}"), TOP - RISE))
        .words(side(&format!("sample shape {sample}"), half))
        .words(side(&format!("event shape {event}"), below[0]))
        .words(beside(a_cell, below[0]))
        .words(side("shape of all", below[1]))
        .words(beside(sum, below[1]).bold())
}

/// Words left of the grid.
fn side(text: &str, y: f64) -> Words {
    Words::new(text, (LEFT - 16.0, y), Ink::Accent).right()
}

/// Words below the grid, from its left end on.
fn beside(text: String, y: f64) -> Words {
    Words::new(text, (LEFT, y), Ink::Whole).left()
}
