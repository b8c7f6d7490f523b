//! What the build script says about a file that is wrong.

#[path = "../build/table.rs"]
mod table;

use std::path::Path;

use table::Table;

fn parse(text: &str) -> anyhow::Result<Table> {
    Table::parse(Path::new("data/x.csv"), text.as_bytes(), &["grade", "group"])
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let error = Table::read(Path::new("data/none.csv"), &[]).unwrap_err();
    assert_eq!(error.to_string(), "cannot open data/none.csv");
}

#[test]
fn other_columns_are_refused() {
    assert_eq!(
        parse("mark,group\n").unwrap_err().to_string(),
        "data/x.csv:1: the columns must be `grade,group`, got `mark,group`"
    );
}

#[test]
fn a_row_of_another_length_is_refused_with_its_line() {
    let error = parse("grade,group\n2.3,prepared\n5.0\n").unwrap_err();
    assert_eq!(error.to_string(), "data/x.csv is not a table");
    assert!(error.root_cause().to_string().contains("line: 3"), "{error:?}");
}

#[test]
fn a_wrong_cell_is_refused_with_its_line_and_column() {
    let table = parse("grade,group\n2.3,prepared\nNaN,absent\n").unwrap();
    assert_eq!(table.rows(), 2);
    assert_eq!(table.number(0, 0).unwrap(), 2.3);
    assert_eq!(
        table.number(1, 0).unwrap_err().to_string(),
        "data/x.csv:3: `grade` must be a finite number, got `NaN`"
    );
    assert_eq!(
        table.count(0, 0).unwrap_err().to_string(),
        "data/x.csv:2: `grade` must be a count, got `2.3`"
    );
    assert_eq!(
        table
            .one_of(1, 1, &["prepared", "unprepared"])
            .unwrap_err()
            .to_string(),
        "data/x.csv:3: `group` must be `prepared` or `unprepared`, got `absent`"
    );
}
