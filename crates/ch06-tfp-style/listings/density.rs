//! The density, plotted.

use ch06::mixture;
use chapter::Error;
use figure::{Axis, Ink, Panel, Plot};
use mixture::Distribution;

fn main() -> Result<(), Error> {
    // A point at every thirty-second of a grade.
    let grid: Vec<f64> =
        (0..225).map(|n| f64::from(n) / 32.0).collect();
    let density = mixture()?.prob(&grid)?;
    println!("points {}", density.len());

    let points = grid.into_iter().zip(density);
    let x = Axis::new("grade", 0.0, 7.0);
    let y = Axis::new("density", 0.0, 0.55);
    let panel =
        Panel::new(x, y).line("", points, Ink::Whole);
    let picture =
        Plot::new("Density").panel(panel).draw("plot")?;
    std::fs::write("density.svg", picture.svg)?;
    Ok(())
}
