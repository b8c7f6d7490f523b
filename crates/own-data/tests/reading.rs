//! How a text is read, and what is said about what cannot be.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use own_data::{Choice, Decimal, Example, MOST_COMPLAINTS, Reading};
use proptest::prelude::*;

fn read(text: &str) -> Reading {
    Reading::of(text, Choice::default())
}

fn read_as(text: &str, decimal: Decimal) -> Reading {
    let decimal = Some(decimal);
    Reading::of(text, Choice { decimal, ..Choice::default() })
}

fn complaints(reading: &Reading) -> Vec<String> {
    reading.complaints.iter().map(ToString::to_string).collect()
}

#[test]
fn one_number_a_line_is_read_as_it_stands() {
    let reading = read("\u{feff}2.5\r\n\r\n  −3 \r\n1e3\r\n");
    assert_eq!(reading.values, [2.5, -3.0, 1000.0]);
    assert_eq!(reading.complaint_count, 0);
    assert_eq!(reading.layout.to_string(), "one number a line, decimal points");
}

#[test]
fn two_comma_five_on_every_line_is_a_decimal_comma() {
    let reading = read("2,5\n3,25\n4\n-1,0\n");
    assert_eq!(reading.values, [2.5, 3.25, 4.0, -1.0]);
    assert_eq!(reading.layout.to_string(), "one number a line, decimal commas");
    // Unless the reader says that it is not.
    let points = read_as("2,5\n3,25\n4,0\n", Decimal::Point);
    assert_eq!(points.values, [2.0, 3.0, 4.0]);
    assert_eq!(
        points.layout.to_string(),
        "column 1 of 2, set apart by commas, decimal points"
    );
}

#[test]
fn commas_between_several_numbers_separate_them() {
    assert_eq!(read("1,2,3\n4,5,6\n").values, [1.0, 4.0]);
    // Alone on its line such a list is what the reader wants to see.
    let across = read("1, 2, 3, x");
    assert_eq!(across.values, [1.0, 2.0, 3.0]);
    assert_eq!(complaints(&across), ["line 1: “x” is not a number"]);
    assert_eq!(read("2,5").values, [2.5]);
}

#[test]
fn names_with_commas_on_the_first_line_make_columns() {
    let reading = read("id,score\n1,5\n2,7\n");
    assert_eq!(reading.values, [1.0, 2.0]);
    assert_eq!(reading.layout.columns, ["id", "score"]);
    let second = Choice { column: Some(1), ..Choice::default() };
    let reading = Reading::of("id,score\n1,5\n2,7\n", second);
    assert_eq!(reading.values, [5.0, 7.0]);
    assert_eq!(
        reading.layout.to_string(),
        "column 2 of 2 (“score”), set apart by commas, decimal points"
    );
}

#[test]
fn the_first_column_of_numbers_is_taken_from_semicolons_tabs_and_quotes() {
    for text in [
        "name;grade\n\"Ott; Anna\";2,5\nBo;3\n",
        "name\tgrade\nOtt, Anna\t2,5\nBo\t3\n",
        "name,grade\n\"Ott, Anna\",\"2,5\"\nBo,\"3\"\n",
        "\"\",\"grade\"\n\"Anna\",2.5\n\"Bo\",3\n",
    ] {
        let reading = read(text);
        assert_eq!(reading.values, [2.5, 3.0], "{text}");
        assert_eq!(reading.layout.column, 1, "{text}");
    }
}

#[test]
fn a_column_that_there_is_not_is_the_last_one() {
    let choice = Choice { column: Some(9), ..Choice::default() };
    let reading = Reading::of("a;b\n1;2\n", choice);
    assert_eq!(reading.values, [2.0]);
}

#[test]
fn every_line_of_junk_is_complained_of_and_the_others_are_read() {
    let text = "1.5\nabc\nNaN\ninf\n1e999\n1,234.5\n12 kg\n\"2.5\n\n4.5\n2,5\n";
    let reading = read(text);
    assert_eq!(reading.values, [1.5, 4.5]);
    assert_eq!(
        complaints(&reading),
        [
            "line 2: “abc” is not a number",
            "line 3: “NaN” stands for a missing number",
            "line 4: “inf” is not finite",
            "line 5: “1e999” is too large for a computer's numbers",
            "line 6: “1,234.5” has its thousands set apart",
            "line 7: “12 kg” has more in it than a number",
            "line 8: “\"2.5” has a quotation mark that is not closed",
            "line 11: “2,5” has a comma where decimal points are read",
        ]
    );
}

#[test]
fn an_empty_field_is_named_by_its_column() {
    let reading = read("a;b\n1;2\n;3\n4\n5;6\n");
    assert_eq!(reading.values, [1.0, 4.0, 5.0]);
    assert_eq!(complaints(&reading), ["line 3: column 1 is empty"]);
}

#[test]
fn words_alone_are_all_complained_of() {
    let reading = read("hello\nworld\n");
    assert!(reading.values.is_empty());
    assert_eq!(
        complaints(&reading),
        ["line 1: “hello” is not a number", "line 2: “world” is not a number"]
    );
    assert!(read("").values.is_empty());
}

#[test]
fn what_is_missing_on_the_first_line_is_no_header() {
    assert_eq!(complaints(&read("NaN\n1\n2\n")).len(), 1);
    assert!(complaints(&read("grade\n1\n2\n")).is_empty());
}

#[test]
fn a_hundred_complaints_are_kept_and_the_rest_is_counted() {
    let text = "1\n".to_owned() + &"x\n".repeat(1000);
    let reading = read(&text);
    assert_eq!(reading.complaints.len(), MOST_COMPLAINTS);
    assert_eq!(reading.complaint_count, 1000);
    assert_eq!(reading.complaints[99].line, 101);
}

#[test]
fn a_complaint_quotes_no_more_than_can_be_read() {
    let reading = read(&format!("1\nx\u{7}{}\n", "y".repeat(100_000)));
    let said = &complaints(&reading)[0];
    assert!(said.chars().count() < 60 && !said.contains('\u{7}'), "{said}");
}

#[test]
fn the_data_of_the_book_are_read_back() {
    let values = Example::ALL.map(|example| read(&example.text()).values);
    let waiting = datasets::FAITHFUL.map(|eruption| eruption.waiting_min);
    assert_eq!(
        values,
        [datasets::grades(), waiting.to_vec(), datasets::GALAXIES.to_vec()]
    );
    for example in Example::ALL {
        assert_eq!(read(&example.text()).complaint_count, 0);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(
        text in "([-+0-9.,;\t\"\r\n eE]|\\PC){0,80}",
        column in prop::option::of(0..5_usize),
    ) {
        for decimal in [None, Some(Decimal::Point), Some(Decimal::Comma)] {
            let reading = Reading::of(&text, Choice { decimal, column });
            prop_assert!(reading.values.iter().all(|value| value.is_finite()));
            prop_assert!(reading.complaints.len() <= reading.complaint_count);
        }
    }

    #[test]
    fn every_line_gives_a_number_or_a_complaint(
        lines in prop::collection::vec("[0-9]{1,4}|[a-z]{1,4}|NaN", 2..40),
    ) {
        let reading = read(&lines.join("\n"));
        let told = reading.values.len() + reading.complaint_count;
        prop_assert_eq!(told + usize::from(reading.layout.header), lines.len());
    }

    #[test]
    fn numbers_are_read_back_to_the_bit(
        values in prop::collection::vec(any::<f64>(), 1..40),
    ) {
        let finite: Vec<f64> =
            values.into_iter().filter(|value| value.is_finite()).collect();
        let text: Vec<String> = finite.iter().map(f64::to_string).collect();
        let text = text.join("\n");
        let bits = |values: &[f64]| -> Vec<u64> {
            values.iter().map(|value| value.to_bits()).collect()
        };
        prop_assert_eq!(bits(&read(&text).values), bits(&finite));
        let commas = read_as(&text.replace('.', ","), Decimal::Comma);
        prop_assert_eq!(bits(&commas.values), bits(&finite));
    }
}
