//! Turns `data/*.csv` into the tables that `src` includes, so that the compiled library holds the
//! data and no parser.

mod table;

use std::{env, fmt::Write as _, fs, path::Path};

use anyhow::{Context as _, Result};

use table::Table;

fn main() -> Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let data = Path::new(&root).join("data");
    say_when_to_run_again(&data);
    write("class.rs", &class(&data)?)?;
    write("regents.rs", &regents(&data)?)?;
    write("faithful.rs", &faithful(&data)?)?;
    write("galaxies.rs", &galaxies(&data)?)?;
    write("crabs.rs", &crabs(&data)?)?;
    write("penguins.rs", &penguins(&data)?)
}

#[allow(
    clippy::print_stdout,
    reason = "cargo reads what a build script prints"
)]
fn say_when_to_run_again(data: &Path) {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed={}", data.display());
}

fn write(name: &str, array: &str) -> Result<()> {
    let path = Path::new(&env::var("OUT_DIR")?).join(name);
    fs::write(&path, array)
        .with_context(|| format!("cannot write {}", path.display()))
}

fn class(data: &Path) -> Result<String> {
    let table = Table::read(&data.join("class.csv"), &["grade", "group"])?;
    array(&table, |row| {
        let grade = table.number(row, 0)?;
        let group = table.one_of(row, 1, &["prepared", "unprepared"])?;
        let group = ["Prepared", "Unprepared"][group];
        Ok(format!("Student {{ grade: {grade:?}, group: Group::{group} }}"))
    })
}

fn regents(data: &Path) -> Result<String> {
    let columns = [
        "score",
        "integrated_algebra",
        "global_history",
        "living_environment",
        "english",
        "us_history",
    ];
    let table = Table::read(&data.join("nyc_regents_2010.csv"), &columns)?;
    for row in 0..table.rows() {
        table.one_of(row, 0, &[&row.to_string()])?;
    }
    let mut exams = String::from("[");
    for column in 1..columns.len() {
        let counts =
            array(&table, |row| Ok(table.count(row, column)?.to_string()))?;
        write!(exams, "{counts},")?;
    }
    exams.push(']');
    Ok(exams)
}

fn faithful(data: &Path) -> Result<String> {
    let table = Table::read(
        &data.join("faithful.csv"),
        &["eruption_min", "waiting_min"],
    )?;
    array(&table, |row| {
        let duration = table.number(row, 0)?;
        let waiting = table.number(row, 1)?;
        Ok(format!(
            "Eruption {{ duration_min: {duration:?}, waiting_min: {waiting:?} }}"
        ))
    })
}

fn galaxies(data: &Path) -> Result<String> {
    let table =
        Table::read(&data.join("galaxies.csv"), &["velocity_km_per_s"])?;
    array(&table, |row| Ok(format!("{:?}", table.number(row, 0)?)))
}

fn crabs(data: &Path) -> Result<String> {
    let columns = ["ratio_from", "ratio_to", "crabs"];
    let table = Table::read(&data.join("crabs.csv"), &columns)?;
    array(&table, |row| {
        let from = match row {
            0 => {
                table.one_of(row, 0, &["-inf"])?;
                "f64::NEG_INFINITY".to_owned()
            }
            _ => format!("{:?}", table.number(row, 0)?),
        };
        let to = if row + 1 == table.rows() {
            table.one_of(row, 1, &["inf"])?;
            "f64::INFINITY".to_owned()
        } else {
            format!("{:?}", table.number(row, 1)?)
        };
        let count = table.count(row, 2)?;
        Ok(format!("CrabBin {{ from: {from}, to: {to}, count: {count} }}"))
    })
}

fn penguins(data: &Path) -> Result<String> {
    let columns = ["species", "sex", "flipper_length_mm", "bill_length_mm"];
    let table = Table::read(&data.join("penguins.csv"), &columns)?;
    let names = ["Adelie", "Chinstrap", "Gentoo"];
    array(&table, |row| {
        let species = names[table.one_of(row, 0, &names)?];
        let sex = ["Some(Sex::Female)", "Some(Sex::Male)", "None"]
            [table.one_of(row, 1, &["female", "male", ""])?];
        let (flipper, bill) = (table.number(row, 2)?, table.number(row, 3)?);
        Ok(format!(
            "Penguin {{ species: Species::{species}, sex: {sex}, \
             flipper_mm: {flipper:?}, bill_mm: {bill:?} }}"
        ))
    })
}

fn array(
    table: &Table,
    element: impl Fn(usize) -> Result<String>,
) -> Result<String> {
    let elements =
        (0..table.rows()).map(element).collect::<Result<Vec<_>>>()?;
    Ok(format!("[{}]", elements.join(",")))
}
