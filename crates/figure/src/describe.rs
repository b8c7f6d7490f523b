//! The content of a picture in words and in numbers, for those who cannot see it.

use crate::{
    Axis, Table,
    panel::{Layer, Panel, Shape},
    plot::Band,
    text::{plain, short},
};

/// How many points of a curve the table keeps at most.
const ROWS: usize = 25;

/// How many summits a sentence names before it only counts them.
const NAMED: usize = 4;

/// What there is to see, in sentences.
pub(crate) fn sentences(bands: &[Band]) -> String {
    let mut sentences = Vec::new();
    for band in bands {
        let heading = match band {
            Band::Panel(panel) => &panel.heading,
            Band::Diagram(diagram) => &diagram.heading,
        };
        if !heading.is_empty() {
            sentences.push(format!("{heading}."));
        }
        match band {
            Band::Panel(panel) => sentences.extend(of_a_panel(panel)),
            Band::Diagram(diagram) => {
                sentences.push(diagram.description.clone());
            }
        }
    }
    plain(&sentences.join(" "))
}

fn of_a_panel(panel: &Panel) -> Vec<String> {
    let mut sentences = Vec::new();
    let axes = [("Across", &panel.x), ("Up", &panel.y)];
    // An axis without a name shares that of another panel.
    for (name, axis) in axes.iter().filter(|axis| !axis.1.label.is_empty()) {
        let end = |at: f64, word: &str| match word {
            "" => short(at),
            word => format!("{} ({word})", short(at)),
        };
        let [lower, upper] = &axis.ends;
        let (min, max) = (end(axis.min, lower), end(axis.max, upper));
        sentences.push(format!("{name}: {}, from {min} to {max}.", axis.label));
    }
    sentences.extend(panel.layers.iter().map(layer));
    sentences
}

fn layer(layer: &Layer) -> String {
    let name = layer.name();
    match &layer.shape {
        Shape::Bars { edges, bases, tops } => {
            let heights: Vec<f64> =
                tops.iter().zip(bases).map(|(top, base)| top - base).collect();
            let at = |index: usize| {
                format!(
                    "from {} to {}",
                    short(edges[index]),
                    short(edges[index + 1])
                )
            };
            let count = match heights.len() {
                1 => "one bar".to_owned(),
                many => format!("{many} bars"),
            };
            format!("{name}: {count}, {}.", summits(&heights, at))
        }
        Shape::Area(points) => {
            let [from, to] = [points.first(), points.last()]
                .map(|point| short(point.map_or(0.0, |point| point.0)));
            format!("{name}: filled under the curve from {from} to {to}.")
        }
        Shape::Line(points, _) => {
            let ys: Vec<f64> = points.iter().map(|point| point.1).collect();
            let at = |index: usize| format!("at {}", short(points[index].0));
            let (first, last) = (ys.first().copied(), ys.last().copied());
            let [first, last] = [first, last].map(|y| short(y.unwrap_or(0.0)));
            format!(
                "{name}: starts at {first}, {}, ends at {last}.",
                summits(&ys, at)
            )
        }
        Shape::Dots(points, _) => format!("{name}: {} dots.", points.len()),
        Shape::Rule(x) => format!("Vertical line at {}: {name}.", short(*x)),
        Shape::Level(y) => format!("Horizontal line at {}: {name}.", short(*y)),
        Shape::Span(from, to) => {
            format!("Shaded from {} to {}: {name}.", short(*from), short(*to))
        }
        Shape::Note(x, y) | Shape::Drop(x, y) => {
            format!("At ({}, {}): {name}.", short(*x), short(*y))
        }
    }
}

/// Where a sequence is highest, and where else it is higher than on both sides.
fn summits(values: &[f64], at: impl Fn(usize) -> String) -> String {
    let summits = by_height(local_maxima(values), values);
    let Some((&highest, others)) = summits.split_first() else {
        let height = values.first().copied().unwrap_or_default();
        return format!("level at {}", short(height));
    };
    let named =
        |&index: &usize| format!("{} with {}", at(index), short(values[index]));
    let lower = if others.len() > NAMED {
        format!(", {} lower summits", others.len())
    } else {
        let others: Vec<String> = others.iter().map(named).collect();
        let each =
            others.iter().map(|other| [", a lower summit ", other].concat());
        each.collect()
    };
    format!("highest {}{lower}", named(&highest))
}

/// The same indices, that of the largest value first. They are few: each goes where it belongs.
fn by_height(indices: Vec<usize>, values: &[f64]) -> Vec<usize> {
    let mut sorted = Vec::with_capacity(indices.len());
    for index in indices {
        let higher = |&other: &usize| values[other] >= values[index];
        sorted.insert(sorted.partition_point(higher), index);
    }
    sorted
}

/// The first index of every stretch that is higher than what is on both of its sides.
fn local_maxima(values: &[f64]) -> Vec<usize> {
    let mut maxima = Vec::new();
    let mut rise = Some(0);
    for index in 1..values.len() {
        if values[index] > values[index - 1] {
            rise = Some(index);
        } else if values[index] < values[index - 1] {
            maxima.extend(rise.take());
        }
    }
    // A sequence that is level throughout has no summit.
    maxima.extend(rise.filter(|&rise| rise > 0));
    maxima
}

/// The tables of the diagrams and the numbers of the panels, one under the other.
pub(crate) fn table(bands: &[Band]) -> Table {
    let mut table = Table::default();
    for band in bands {
        if let Band::Diagram(diagram) = band {
            table = below(table, readable(&diagram.table));
        }
    }
    let panels: Vec<&Panel> = bands
        .iter()
        .filter_map(|band| match band {
            Band::Panel(panel) => Some(panel),
            Band::Diagram(_) => None,
        })
        .collect();
    if panels.is_empty() {
        return table;
    }
    let alone = panels.len() == bands.len();
    below(table, numbers(&panels, alone))
}

fn readable(table: &Table) -> Table {
    let cells =
        |row: &Vec<String>| row.iter().map(|cell| plain(cell)).collect();
    Table {
        header: cells(&table.header),
        rows: table.rows.iter().map(cells).collect(),
    }
}

/// One table under another. Columns of the same name are one; a row is empty in columns that its
/// table did not have.
fn below(mut upper: Table, lower: Table) -> Table {
    for name in &lower.header {
        if !upper.header.contains(name) {
            upper.header.push(name.clone());
        }
    }
    let header = upper.header;
    let place = |name: &String| header.iter().position(|other| other == name);
    let mut rows = upper.rows;
    for row in &mut rows {
        row.resize(header.len(), String::new());
    }
    for row in lower.rows {
        let mut wide = vec![String::new(); header.len()];
        for (name, cell) in lower.header.iter().zip(row) {
            if let Some(place) = place(name) {
                wide[place] = cell;
            }
        }
        rows.push(wide);
    }
    Table { header, rows }
}

/// The plotted numbers, one per row. A column that would say the same in every row is left out, but
/// not what the numbers are of, where they are not alone.
fn numbers(panels: &[&Panel], alone: bool) -> Table {
    let named = |axis: fn(&Panel) -> &Axis| {
        let labels = panels.iter().map(|panel| axis(panel).label.as_str());
        labels.into_iter().find(|label| !label.is_empty()).unwrap_or("value")
    };
    let [x, y] = [named(|panel| &panel.x), named(|panel| &panel.y)];
    let header = ["panel", "what", x, y].map(plain);
    let mut told: Vec<[String; 4]> = Vec::new();
    for panel in panels {
        for layer in &panel.layers {
            for [what, across, up] in rows(layer) {
                let cells = [&panel.heading, &what, &across, &up];
                told.push(cells.map(|cell| plain(cell)));
            }
        }
    }
    let tells = |column: &usize| {
        *column >= 2
            || *column == 1 && !alone
            || told.iter().any(|row| row[*column] != told[0][*column])
    };
    let kept: Vec<usize> = (0..header.len()).filter(tells).collect();
    let pick = |row: &[String; 4]| {
        kept.iter().map(|&cell| row[cell].clone()).collect()
    };
    Table { header: pick(&header), rows: told.iter().map(pick).collect() }
}

/// The numbers of a layer. A filled area repeats those of its curve and has none of its own.
fn rows(layer: &Layer) -> Vec<[String; 3]> {
    let mut rows = Vec::new();
    let mut row = |across: String, up: String| {
        rows.push([layer.name().to_owned(), across, up]);
    };
    let stretch = |from, to| format!("{} to {}", short(from), short(to));
    match &layer.shape {
        Shape::Bars { edges, bases, tops } => {
            for (bar, (top, base)) in tops.iter().zip(bases).enumerate() {
                row(stretch(edges[bar], edges[bar + 1]), short(top - base));
            }
        }
        Shape::Area(_) => {}
        Shape::Line(points, _) => {
            let step = points.len().div_ceil(ROWS).max(1);
            for (x, y) in points.iter().step_by(step) {
                row(short(*x), short(*y));
            }
        }
        Shape::Dots(points, _) => {
            for (x, y) in points {
                row(short(*x), short(*y));
            }
        }
        Shape::Rule(x) => row(short(*x), String::new()),
        Shape::Level(y) => row(String::new(), short(*y)),
        Shape::Span(from, to) => row(stretch(*from, *to), String::new()),
        Shape::Note(x, y) | Shape::Drop(x, y) => row(short(*x), short(*y)),
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summits_are_found_on_slopes_plateaus_and_at_the_ends() {
        assert_eq!(local_maxima(&[0.0, 1.0, 0.0, 2.0, 2.0, 1.0]), [1, 3]);
        assert_eq!(local_maxima(&[3.0, 1.0, 2.0]), [0, 2]);
        assert_eq!(local_maxima(&[1.0, 1.0, 1.0]), [0_usize; 0]);
        assert_eq!(local_maxima(&[1.0, 1.0, 0.5]), [0]);
        assert_eq!(local_maxima(&[]), [0_usize; 0]);
    }
}
