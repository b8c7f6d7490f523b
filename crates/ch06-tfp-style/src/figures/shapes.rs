use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use figure::{Diagram, Ink, Plot, Stroke, WIDE, Words};
use mixture::Distribution;
use rand_pcg::{Pcg64, rand_core::SeedableRng};

use super::blocks::{self, batch, names, shape};

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

/// The top of the grid.
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

    /// What a cell holds.
    fn a_cell(&self) -> String {
        match self.event {
            None => "a cell: one number".to_owned(),
            Some(1) => "a cell: an array of one number".to_owned(),
            Some(many) => format!("a cell: {many} numbers, drawn together"),
        }
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
    let diagram = Diagram::new(description(&names, &shapes))
        .table(names.clone(), rows)
        .arranged(|empty, width| {
            arranged(empty, width, &shapes, &names, &cells)
        });
    let title = "Sample shape, batch shape and event shape";
    let facts = [
        Fact::count_in_words("sample", shapes.sample),
        Fact::count_in_words("batch", shapes.batch),
        Fact::count_in_words("numbers", draws.len()),
    ];
    Ok(Shown::new(Plot::new(title).diagram(diagram), facts))
}

/// The grid, and what is written beside it, in a picture of this width.
fn arranged(
    mut diagram: Diagram,
    width: f64,
    shapes: &Shapes,
    names: &[String],
    cells: &[&[String]],
) -> Diagram {
    let block = blocks::width_in(width);
    let step = (block + 6.0, blocks::height_of(shapes.lines()));
    let is_narrow = width < WIDE;
    // A narrow picture has no room for words left of the grid.
    let left = if is_narrow { 24.0 } else { 152.0 };
    let middle = |row: usize, column: usize| {
        let x = left + (column as f64 + 0.5) * step.0;
        (x, top(is_narrow) + (row as f64 + 0.5) * step.1)
    };
    let above = top(is_narrow) - RISE;
    for (column, name) in names.iter().enumerate() {
        let (x, _) = middle(0, column);
        let way = [(x, above + 15.0), (x, above + RISE - 3.0)];
        diagram = blocks::with_distribution(diagram, (x, above), block, name)
            .arrow(way, Stroke::from(Ink::Muted));
    }
    for (place, cell) in cells.iter().enumerate() {
        let (row, column) = (place / shapes.batch, place % shapes.batch);
        let at = middle(row, column);
        diagram = blocks::with_cell(diagram, at, block, cell);
    }
    let bottom = top(is_narrow) + shapes.sample as f64 * step.1;
    if is_narrow {
        with_shapes_around(diagram, shapes, bottom)
    } else {
        with_shapes_beside(diagram, shapes, (left, bottom))
    }
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
fn with_shapes_beside(
    diagram: Diagram,
    shapes: &Shapes,
    (left, bottom): (f64, f64),
) -> Diagram {
    let [sample, batch, event, all] = written(shapes);
    let side = |text: &str, y: f64| {
        Words::new(text, (left - 16.0, y), Ink::Accent).right()
    };
    let beside =
        |text: String, y: f64| Words::new(text, (left, y), Ink::Whole).left();
    let half = f64::midpoint(top(false), bottom);
    let below = [bottom + 26.0, bottom + 54.0];
    let sum = format!("{sample} + {batch} + {event} = {all}");
    diagram
        .words(side(&format!("batch shape {batch}"), top(false) - RISE))
        .words(side(&format!("sample shape {sample}"), half))
        .words(side(&format!("event shape {event}"), below[0]))
        .words(beside(shapes.a_cell(), below[0]))
        .words(side("shape of all", below[1]))
        .words(beside(sum, below[1]).bold())
}

/// The shapes over the grid and under it, one under the other.
fn with_shapes_around(
    diagram: Diagram,
    shapes: &Shapes,
    bottom: f64,
) -> Diagram {
    let [sample, batch, event, all] = written(shapes);
    let sum = format!("{sample} + {batch} + {event} = {all}");
    let below = [
        (format!("sample shape {sample}"), "a column".to_owned()),
        (format!("event shape {event}"), shapes.a_cell()),
        ("shape of all".to_owned(), sum),
    ];
    let line = |text: String, x: f64, y: f64, ink: Ink| {
        Words::new(text, (x, y), ink).left()
    };
    let row = format!("batch shape {batch}");
    let over = diagram.words(line(row, 6.0, 12.0, Ink::Accent)).words(line(
        "a row".to_owned(),
        122.0,
        12.0,
        Ink::Whole,
    ));
    below.into_iter().zip(0..).fold(over, |diagram, ((name, what), nth)| {
        let y = bottom + 22.0 + 25.0 * f64::from(nth);
        diagram.words(line(name, 6.0, y, Ink::Accent)).words(line(
            what,
            122.0,
            y,
            Ink::Whole,
        ))
    })
}

/// The top of the grid: in a narrow picture a line of words stands over it.
fn top(is_narrow: bool) -> f64 {
    if is_narrow { TOP + 22.0 } else { TOP }
}
