//! What people paste: the right numbers, or a complaint that names the line, and never others.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use own_data::{Choice, Decimal, Reading};
use proptest::prelude::*;

fn read(text: &str) -> Reading {
    Reading::of(text, Choice::default())
}

/// What was read, and in which lines something was wrong.
fn told(text: &str) -> (Vec<f64>, Vec<usize>) {
    let Reading { values, complaints, .. } = read(text);
    let lines = complaints.iter().map(|complaint| complaint.line);
    (values, lines.collect())
}

fn assert_told(text: &str, values: &[f64], lines: &[usize]) {
    assert_eq!(told(text), (values.to_vec(), lines.to_vec()), "{text:?}");
}

fn name(text: &str) -> String {
    let Reading { layout, .. } = read(text);
    layout.columns.get(layout.column).cloned().unwrap_or_default()
}

#[test]
fn a_line_that_is_one_number_is_not_cut_at_its_own_comma() {
    assert_told("1,234.50\n2,345.60", &[], &[1, 2]);
    assert_told("1.000,92\n2.345,67", &[], &[1, 2]);
    assert_told("$1,234.50\n$2,345.60", &[], &[1, 2]);
    assert_told("€ 1.234,50\n€ 2.345,60", &[], &[1, 2]);
    assert_told("1'234.50\n2'345.60", &[], &[1, 2]);
    assert_told("1 234\n2 345", &[], &[1, 2]);
    assert_told("Height, cm\n170,5\n180,2", &[170.5, 180.2], &[]);
    assert_told("1,5 2,5\n3,5 4,5", &[1.5, 3.5], &[]);
    assert_told("5,1 kg\n6,2 kg", &[], &[1, 2]);
    assert_told("5,1 %\n6,2 %", &[], &[1, 2]);
}

#[test]
fn three_digits_after_every_comma_are_asked_about() {
    assert_told("1,234\n985\n2,345", &[985.0], &[1, 3]);
    assert_told("12,345\n23,456", &[], &[1, 2]);
    assert_told("a;b\n1,234;5\n2,345;6", &[], &[2, 3]);
    let said = read("1,234\n985").complaints[0].to_string();
    assert_eq!(
        said,
        "line 1: “1,234” may be thousands or a fraction: choose the decimals"
    );
    // One fraction of another length, or a zero before it, says which.
    assert_told("1,234\n9,85\n2,345", &[1.234, 9.85, 2.345], &[]);
    assert_told("0,234\n1,234", &[0.234, 1.234], &[]);
    let commas = Choice { decimal: Some(Decimal::Comma), column: None };
    assert_eq!(Reading::of("1,234\n985", commas).values, [1.234, 985.0]);
    let points = Choice { decimal: Some(Decimal::Point), column: None };
    assert_eq!(Reading::of("1,234\n985", points).values, [985.0]);
}

#[test]
fn names_are_told_from_numbers_on_the_first_line() {
    assert_told("region,2023,2024\nEMEA,10,20\nAPAC,5,6", &[10.0, 5.0], &[]);
    assert_eq!(name("region,2023,2024\nEMEA,10,20\nAPAC,5,6"), "2023");
    assert_eq!(name("Q1 2024\n1.5\n2.5"), "Q1 2024");
    assert_told("Q1 2024\n1.5\n2.5", &[1.5, 2.5], &[]);
    assert_eq!(name("id,Q1 2024\na,1.5\nb,2.5"), "Q1 2024");
    assert_eq!(name("# by a machine\n# in cm\nheight\n1.5\n2.5"), "height");
    assert_told("# by a machine\nheight\n1.5\n2.5", &[1.5, 2.5], &[]);
    assert_told("#N/A\n1.5", &[1.5], &[1]);
    assert_told("2023\n2024\n2025", &[2023.0, 2024.0, 2025.0], &[]);
    assert_told("12 kg\n13\n14", &[13.0, 14.0], &[1]);
}

#[test]
fn bars_and_spaces_separate_too_and_dates_are_called_dates() {
    assert_told("1|2|3\n4|5|6", &[1.0, 4.0], &[]);
    assert_told("1|2|3", &[1.0, 2.0, 3.0], &[]);
    assert_told("1.0 2.0\n3.0 4.0", &[1.0, 3.0], &[]);
    assert_told("  1.0   2.0\n 13.0   4.0", &[1.0, 13.0], &[]);
    assert_told("x y\n1.5 2\n3.5 4", &[1.5, 3.5], &[]);
    assert_told("2.5 3.5 4.7", &[2.5, 3.5, 4.7], &[]);
    for date in ["12.05.2020", "2020-05-12", "5/12/2020", "12.05.20"] {
        let reading = read(&format!("{date}\n{date}"));
        assert!(reading.values.is_empty());
        let said = reading.complaints[0].to_string();
        assert_eq!(said, format!("line 1: “{date}” seems to be a date"));
    }
    assert_eq!(
        read("1.234.567\n2.345.678").complaints[0].to_string(),
        "line 1: “1.234.567” has its thousands set apart"
    );
    for word in ["1.2.3", "12:30", "1,2,3.4"] {
        let said = read(&format!("{word}\n5\n6")).complaints[0].to_string();
        assert_eq!(
            said,
            format!("line 1: “{word}” has more in it than a number")
        );
    }
}

#[test]
fn column_and_decimals_are_decided_together() {
    assert_told("\"1,5\",x\n\"2,5\",y", &[1.5, 2.5], &[]);
    assert_told("\"1,5\",2.5\n\"2,5\",3.5\n\"4,5\",1.5", &[1.5, 2.5, 4.5], &[]);
    let second = Choice { decimal: None, column: Some(1) };
    let text = "\"1,5\",2.5\n\"2,5\",3.5";
    assert_eq!(Reading::of(text, second).values, [2.5, 3.5]);
    let points = Choice { decimal: Some(Decimal::Point), column: None };
    assert_eq!(Reading::of(text, points).values, [2.5, 3.5]);
}

#[test]
fn line_ends_may_be_mixed() {
    assert_told("1\r2\r3\n", &[1.0, 2.0, 3.0], &[]);
    assert_told(
        "1\r\n2\rx\n4\u{85}5\u{2028}6",
        &[1.0, 2.0, 4.0, 5.0, 6.0],
        &[3],
    );
}

#[test]
fn what_nobody_sees_spoils_no_number() {
    assert_told(
        "\u{feff}3.5\n\u{200b}2.5\n4.5\u{200e}\n\u{2060}1.5",
        &[3.5, 2.5, 4.5, 1.5],
        &[],
    );
    assert_told("\u{a0}3.5\u{a0}\n\u{202f}2.5", &[3.5, 2.5], &[]);
    assert_told("2.5\n\u{ad}3.5", &[2.5, 3.5], &[]);
}

#[test]
fn what_programs_write_around_their_numbers_is_no_number() {
    assert_told("sep=;\nname;value\na;1,5\nb;2,5", &[1.5, 2.5], &[]);
    assert_eq!(name("sep=;\nname;value\na;1,5\nb;2,5"), "value");
    assert_told("sep=,\n1,5\n2,5", &[1.0, 2.0], &[]);
    assert_told("\"\",\"grade\"\n\"1\",2.5\n\"2\",3.5", &[2.5, 3.5], &[]);
    assert_told(",grade\n0,2.5\n1,3.5\n2,9", &[2.5, 3.5, 9.0], &[]);
    for list in [
        "[2.5, 3.5, 4.7]",
        "c(2.5, 3.5, 4.7)",
        "(2.5, 3.5, 4.7)",
        "[2.5 3.5 4.7]",
        "array([2.5, 3.5, 4.7])",
        "[\n  2.5,\n  3.5,\n  4.7\n]",
        "[2.5,\n3.5,\n4.7,\n]",
    ] {
        assert_told(list, &[2.5, 3.5, 4.7], &[]);
    }
    assert_told("24\"\n30\"\n5.5\"", &[24.0, 30.0, 5.5], &[]);
    assert_told("name,size\na,24\"\nb,30\"", &[24.0, 30.0], &[]);
    assert_told("Anna;2\nBo;3\nTotal;5", &[2.0, 3.0], &[3]);
    assert_eq!(
        read("Anna;2\nBo;3\nTotal;5").complaints[0].to_string(),
        "line 3: “Total;5” seems to add up the lines above"
    );
}

/// A number as people in some country write it.
fn written(value: i64, decimals: usize, mark: char) -> String {
    let scale = 10_i64.pow(decimals as u32);
    let sign = if value < 0 { "-" } else { "" };
    let (whole, rest) = (value.abs() / scale, value.abs() % scale);
    match decimals {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}{mark}{rest:0decimals$}"),
    }
}

proptest! {
    #[test]
    fn a_table_in_any_convention_is_read_exactly_or_complained_of(
        values in prop::collection::vec(-99_999_i64..99_999, 2..12),
        decimals in 0..4_usize,
        is_comma in any::<bool>(),
        separator in prop::sample::select(vec![";", "\t", "|", ","]),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        header in any::<bool>(),
        columns in 1..4_usize,
    ) {
        // 1,5 on every line, without names above, is taken for one number.
        prop_assume!(separator != "," || columns != 2 || decimals != 0 || header);
        // A comma cannot set apart what has decimal commas, unless in quotation marks.
        let mark = if is_comma { ',' } else { '.' };
        let quote = if separator == "," && is_comma { "\"" } else { "" };
        let cell = |value: &i64| format!("{quote}{}{quote}", written(*value, decimals, mark));
        let row = |value: &i64| vec![cell(value); columns].join(separator);
        let mut lines: Vec<String> = values.iter().map(row).collect();
        if header {
            lines.insert(0, vec!["name"; columns].join(separator));
        }
        let reading = read(&lines.join(end));
        let exact: Vec<f64> = values
            .iter()
            .map(|value| written(*value, decimals, '.').parse().unwrap())
            .collect();
        prop_assert_eq!(reading.values.len() + reading.complaint_count, values.len());
        for value in &reading.values {
            prop_assert!(exact.contains(value), "{:?} {:?}", reading, lines);
        }
        // Only what may be thousands is asked about.
        if decimals != 3 || !is_comma {
            prop_assert_eq!(reading.values, exact);
        }
    }
}
