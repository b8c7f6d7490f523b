use ch03::{LOC, SCALE};
use chapter::{Control, Error, Fact, Figure, Settings, Shown};
use figure::{Diagram, Ink, Outline, Plot, Stroke, Words};
use mixture::{Distribution, Normal};
use rand_pcg::{Pcg64, rand_core::SeedableRng};

/// The batch at its largest: the two of the book, and two more.
const LOCS: [f64; 4] = [LOC[0], LOC[1], 3.5, 1.3];
const SCALES: [f64; 4] = [SCALE[0], SCALE[1], 0.5, 0.2];

const CONTROLS: &[Control] = &[
    Control::slider("sample", "sample", (1.0, 6.0, 1.0), 3.0),
    Control::slider("batch", "batch", (1.0, 4.0, 1.0), 2.0),
];

pub(crate) const FIGURE: Figure = Figure {
    name: "shapes",
    caption: "A batch of {batch}, and a sample of {sample} from each: {numbers} in all. A column \
              is from one distribution, a row is a draw from every one.",
    controls: CONTROLS,
    guess: None,
    show,
};

/// The left end and the top of the grid, and the size of a cell.
const LEFT: f64 = 152.0;
const TOP: f64 = 76.0;
const CELL: (f64, f64) = (86.0, 30.0);

/// How far the row of distributions stands above the grid.
const RISE: f64 = 52.0;

fn show(settings: &Settings) -> Result<Shown, Error> {
    let (n, k) = (settings.count("sample")?, settings.count("batch")?);
    let normal = Normal::new(&LOCS[..k], &SCALES[..k])?;
    let draws = normal.sample(n, &mut Pcg64::seed_from_u64(1));
    let shapes =
        [&[n][..], normal.batch_shape(), normal.event_shape(), draws.shape()]
            .map(|shape| format!("{shape:?}"));
    let members = LOCS.iter().zip(SCALES).take(k);
    let names: Vec<String> =
        members.map(|(loc, scale)| format!("𝒩({loc}, {scale})")).collect();
    let cells: Vec<String> =
        draws.iter().map(|x| figure::number(*x, 2)).collect();
    let rows = cells.chunks(k).map(<[String]>::to_vec);
    let mut diagram =
        Diagram::new(description(&names, &shapes)).table(names.clone(), rows);
    for (column, name) in names.iter().enumerate() {
        diagram = with_distribution(diagram, column, name);
    }
    for (cell, text) in cells.iter().enumerate() {
        diagram = with_cell(diagram, (cell / k, cell % k), text);
    }
    let diagram = with_shapes(diagram, shapes, TOP + n as f64 * CELL.1);
    let title = "Sample shape, batch shape and event shape";
    let facts = [
        Fact::count_in_words("sample", n),
        Fact::count_in_words("batch", k),
        Fact::count_in_words("numbers", draws.len()),
    ];
    Ok(Shown::new(Plot::new(title).diagram(diagram), facts))
}

fn description(
    names: &[String],
    [sample, batch, event, all]: &[String; 4],
) -> String {
    let names = names.join(", ");
    format!(
        "A row of distributions, {names}, and under each a column of cells with a number in each. \
         The row has the batch shape {batch}, a column the sample shape {sample}, and a cell is an \
         event of shape {event}. The grid has the shape {all}."
    )
}

/// The shapes beside what has them, and the sum of them below: sample, batch, event and all.
fn with_shapes(
    diagram: Diagram,
    [sample, batch, event, all]: [String; 4],
    bottom: f64,
) -> Diagram {
    let half = f64::midpoint(TOP, bottom);
    let below = [bottom + 26.0, bottom + 54.0];
    let cell = Words::new("a cell: one number", (LEFT, below[0]), Ink::Accent);
    let diagram = diagram
        .words(side(&format!("batch shape {batch}"), TOP - RISE, Ink::Second))
        .words(side(&format!("sample shape {sample}"), half, Ink::First))
        .words(side(&format!("event shape {event}"), below[0], Ink::Accent))
        .words(cell.left())
        .words(side("shape of all", below[1], Ink::Whole));
    let sum = [
        (sample, Ink::First),
        (batch, Ink::Second),
        (event, Ink::Accent),
        (all, Ink::Whole),
    ];
    with_sum(diagram, sum, below[1])
}

/// Words left of the grid.
fn side(text: &str, y: f64, ink: Ink) -> Words {
    Words::new(text, (LEFT - 16.0, y), ink).right()
}

/// The three shapes one after the other, and the shape that they make, each in its ink.
fn with_sum(diagram: Diagram, shapes: [(String, Ink); 4], y: f64) -> Diagram {
    let mut x = LEFT;
    let mut diagram = diagram;
    let signs = ["+", "+", "="];
    for (place, (shape, ink)) in shapes.into_iter().enumerate() {
        if place > 0 {
            let sign =
                Words::new(signs[place - 1], (x + 7.0, y), Ink::Whole).left();
            x += sign.width() + 14.0;
            diagram = diagram.words(sign);
        }
        let shape = Words::new(shape, (x, y), ink).left();
        x += shape.width();
        diagram = diagram.words(shape);
    }
    diagram
}

/// The middle of a cell of the grid.
fn middle((row, column): (usize, usize)) -> (f64, f64) {
    (LEFT + (column as f64 + 0.5) * CELL.0, TOP + (row as f64 + 0.5) * CELL.1)
}

fn with_distribution(diagram: Diagram, column: usize, name: &str) -> Diagram {
    let (x, _) = middle((0, column));
    let size = (CELL.0 - 6.0, 30.0);
    let member = Outline::rectangle_around((x, TOP - RISE), size, Ink::Second)
        .rounded(8.0)
        .tinted();
    let way = [(x, TOP - RISE + 15.0), (x, TOP - 3.0)];
    diagram
        .words(Words::new(name, member.center(), Ink::Second).size(14.0))
        .outline(member)
        .arrow(way, Stroke::from(Ink::Muted))
}

fn with_cell(diagram: Diagram, place: (usize, usize), text: &str) -> Diagram {
    let cell = Outline::rectangle_around(middle(place), CELL, Ink::First);
    diagram
        .words(Words::new(text, cell.center(), Ink::Whole))
        .outline(cell.tinted())
}
