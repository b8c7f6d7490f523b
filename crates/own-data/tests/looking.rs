//! What is seen of numbers and of a mixture laid over them.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::f64::consts::PI;

use chapter::{Control, Kind, Shown};
use own_data::{BELLS, ByHand, Choice, Data, Error, Example, Reading};
use proptest::prelude::*;

fn data(values: impl Into<Vec<f64>>) -> Data {
    Data::new(values.into()).unwrap()
}

fn faithful() -> Data {
    let text = Example::Faithful.text();
    Reading::of(&text, Choice::default()).into_data().unwrap()
}

fn defaults(data: &Data) -> Vec<f64> {
    data.controls().iter().map(Control::default).collect()
}

fn look(data: &Data, settings: &[f64]) -> Result<Shown, Error> {
    ByHand::new(settings)?.look_at(data)
}

fn fact(look: &Shown, name: &str) -> f64 {
    look.facts.iter().find(|fact| fact.name == name).unwrap().value
}

#[test]
fn the_geyser_at_first() {
    let data = faithful();
    let look = look(&data, &defaults(&data)).unwrap();
    let picture = look.plot.draw("own-data").unwrap();
    insta::assert_snapshot!("old_faithful.svg", picture.standalone());
    let facts: Vec<_> = look
        .facts
        .iter()
        .map(|fact| format!("{}: {}", fact.name, fact.text))
        .collect();
    insta::assert_snapshot!("old_faithful_facts", facts.join("\n"));
}

#[test]
fn four_bells() {
    let data = faithful();
    let settings = [
        2.0, 3.0, 3.5, 54.6, 5.9, 6.0, 80.1, 5.9, 0.5, 67.0, 3.0, 0.3, 93.0,
        1.0,
    ];
    let picture = look(&data, &settings).unwrap().plot.draw("own-data");
    insta::assert_snapshot!("four_bells.svg", picture.unwrap().standalone());
}

#[test]
fn the_log_likelihood_is_the_sum_of_the_logarithms_of_the_density() {
    let data = faithful();
    let settings = [
        5.0, 1.0, 3.6, 54.6, 5.9, 6.4, 80.1, 5.9, 9.0, 0.0, 1.0, 9.0, 0.0, 1.0,
    ];
    let bell = |x: f64, loc: f64, scale: f64| {
        let z = (x - loc) / scale;
        libm::exp(-z * z / 2.0) / (scale * libm::sqrt(2.0 * PI))
    };
    let density =
        |x: f64| 0.36 * bell(x, 54.6, 5.9) + 0.64 * bell(x, 80.1, 5.9);
    let total: f64 = data.values().iter().map(|&x| libm::log(density(x))).sum();
    let look = look(&data, &settings).unwrap();
    assert!((fact(&look, "log-likelihood") - total).abs() < 1e-9 * total.abs());
    let each = fact(&look, "per-number") * data.values().len() as f64;
    assert!((each - total).abs() < 1e-9 * total.abs());
    // Two bells in their places say more than the best single one.
    let (mean, deviation) = {
        let count = data.values().len() as f64;
        let mean = data.values().iter().sum::<f64>() / count;
        let squares = data.values().iter().map(|x| (x - mean) * (x - mean));
        (mean, libm::sqrt(squares.sum::<f64>() / count))
    };
    let best: f64 = data
        .values()
        .iter()
        .map(|&x| libm::log(bell(x, mean, deviation)))
        .sum();
    let one_bell = data.one_bell().unwrap();
    assert!((one_bell - best).abs() < 1e-9 * best.abs());
    assert!(total > one_bell + 50.0);
}

#[test]
fn the_class_has_better_bells_than_those_that_made_it() {
    let text = Example::Class.text();
    let data = Reading::of(&text, Choice::default()).into_data().unwrap();
    let log_likelihood = |bells: [f64; 6]| {
        let mut settings = vec![0.5, 1.0];
        settings.extend(bells);
        settings.extend([0.0; 6]);
        fact(&look(&data, &settings).unwrap(), "log-likelihood")
    };
    let made = log_likelihood([6.0, 2.5, 0.6, 4.0, 4.8, 0.3]);
    let better = log_likelihood([6.0, 2.5, 0.6, 4.0, 4.76, 0.24]);
    assert!(better > made + 2.0, "{better} {made}");
}

#[test]
fn the_shares_are_the_amounts_over_their_sum() {
    let data = faithful();
    let mut settings = defaults(&data);
    (settings[2], settings[5]) = (9.0, 1.0);
    let look = look(&data, &settings).unwrap();
    assert!((fact(&look, "share-1") - 0.9).abs() < 1e-15);
    assert!((fact(&look, "share-2") - 0.1).abs() < 1e-15);
}

#[test]
fn the_table_has_a_row_for_every_number_in_the_order_in_which_they_came() {
    let data = faithful();
    let by_hand = ByHand::new(&defaults(&data)).unwrap();
    let table = by_hand.table(&data).unwrap();
    assert_eq!(table.lines().count(), 1 + data.values().len());
    for row in table.lines().skip(1) {
        let cells: Vec<f64> =
            row.split(',').map(|cell| cell.parse().unwrap()).collect();
        let [_, bell, shares @ ..] = &cells[..] else { panic!("{row}") };
        let sum: f64 = shares.iter().sum();
        assert!((sum - 1.0).abs() < 2e-6, "{row}");
        let largest = shares.iter().copied().fold(0.0, f64::max);
        assert_eq!(shares[*bell as usize - 1], largest, "{row}");
    }
    // And this page can read it again.
    let again = Reading::of(&table, Choice::default());
    assert_eq!(again.values, data.values());
}

#[test]
fn the_table_comes_in_parts_too() {
    let data = faithful();
    let by_hand = ByHand::new(&defaults(&data)).unwrap();
    let parts = data.values().chunks(100).map(|part| by_hand.labels(part));
    let parts: Result<Vec<_>, _> = parts.collect();
    let parts = by_hand.labels_head() + &parts.unwrap().concat();
    assert_eq!(parts, by_hand.table(&data).unwrap());
}

/// Whether a parser finds the name as text, and no element that is not the picture's own.
fn is_text(markup: &str, name: &str) -> bool {
    let document = roxmltree::Document::parse(markup).unwrap();
    let mut nodes = document.descendants();
    let is_there = nodes.any(|node| node.text() == Some(name));
    let mut nodes = document.descendants();
    let strangers = ["img", "script", "b"];
    is_there && !nodes.any(|node| strangers.contains(&node.tag_name().name()))
}

#[test]
fn a_header_that_is_html_stays_text_in_picture_table_and_download() {
    for name in [
        "x<img src onerror=x()>",
        "x<script>x()</script>",
        "x</text>\"'&amp;<b>",
    ] {
        let text = format!("\"{}\"\n1\n3\n", name.replace('"', "\"\""));
        let reading = Reading::of(&text, Choice::default());
        assert_eq!(reading.layout.columns, [name]);
        let data = reading.into_data().unwrap();
        let settings = defaults(&data);
        let picture = look(&data, &settings).unwrap().plot.draw("x").unwrap();
        assert!(is_text(&picture.svg, name), "{name} in the picture");
        assert!(is_text(&picture.standalone(), name), "{name} in the file");
        let table = format!("<table>{}</table>", picture.table.to_html());
        assert!(is_text(&table, name), "{name} in {table}");
        // The table of labels has names of its own.
        let labels = ByHand::new(&settings).unwrap().table(&data).unwrap();
        assert!(labels.starts_with("value,bell,responsibility_1,"));
    }
}

#[test]
fn numbers_of_every_kind_have_a_picture_at_first() {
    let million: Vec<f64> = (0..1_000_000)
        .map(|nth: u32| f64::from(nth.wrapping_mul(2_654_435_761)) / 1e9)
        .collect();
    for values in [
        vec![0.0],
        vec![-3.0],
        vec![1e-200],
        vec![1e150],
        vec![7.0; 1000],
        vec![1e150, -1e150],
        vec![1e-150, 3e-150],
        vec![0.0, 1e-150],
        vec![1e9, 1e9 + 2.0],
        vec![0.1, 0.2],
        million,
    ] {
        let data = data(values);
        let look = look(&data, &defaults(&data)).unwrap();
        look.plot.draw("x").unwrap();
        assert!(fact(&look, "log-likelihood").is_finite());
    }
}

#[test]
fn numbers_without_a_picture_are_refused_in_words() {
    let refusal =
        |values: &[f64]| Data::new(values.to_vec()).unwrap_err().to_string();
    assert_eq!(refusal(&[]), "there is no number in it");
    assert_eq!(
        refusal(&[0.0, -1e300]),
        "numbers beyond 1e150 fit into no picture, and there is -1e300"
    );
    assert_eq!(
        refusal(&[0.0, f64::NAN]),
        "numbers beyond 1e150 fit into no picture, and there is NaN"
    );
    assert_eq!(
        refusal(&[1e15, 1e15 + 1.0]),
        "the numbers, from 1000000000000000.0 to 1000000000000001.0, lie too close together for a picture"
    );
}

#[test]
fn settings_without_a_picture_are_refused_in_words() {
    let data = faithful();
    let refusal = |index: usize, value: f64| {
        let mut settings = defaults(&data);
        settings[index] = value;
        look(&data, &settings).unwrap_err().to_string()
    };
    assert_eq!(
        refusal(0, 0.0),
        "bin_width must be finite and positive, got 0.0"
    );
    assert_eq!(
        refusal(1, 4.0),
        "bells must be the index of one of its options, got 4.0"
    );
    assert!(refusal(2, -1.0).contains("-1.0"));
    assert!(refusal(3, f64::NAN).contains("loc[0]"));
    assert!(refusal(7, 0.0).contains("scale[1]"));
    let mut nothing = defaults(&data);
    (nothing[2], nothing[5]) = (0.0, 0.0);
    assert_eq!(
        look(&data, &nothing).unwrap_err().to_string(),
        "at least one amount has to be above zero"
    );
    assert_eq!(
        ByHand::new(&[1.0]).unwrap_err().to_string(),
        "there are 14 controls, got 1 values"
    );
}

#[test]
fn a_bell_that_is_added_leaves_the_others_where_they_are() {
    let data = faithful();
    let mut settings = defaults(&data);
    let two = look(&data, &settings).unwrap();
    settings[1] = 2.0;
    // With no amount it changes nothing at all.
    settings[8] = 0.0;
    let three = look(&data, &settings).unwrap();
    assert_eq!(fact(&two, "log-likelihood"), fact(&three, "log-likelihood"));
}

fn settings() -> impl Strategy<Value = Vec<f64>> {
    let value = prop_oneof![
        4 => -1.0..100.0,
        1 => any::<f64>(),
        1 => Just(0.0),
    ];
    let rest = prop::collection::vec(value.clone(), 3 * BELLS);
    (value, 0..BELLS, rest).prop_map(|(bin_width, bells, rest)| {
        [vec![bin_width, bells as f64], rest].concat()
    })
}

proptest! {
    // A picture takes some time.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_is_set_gives_a_picture_or_a_reason(
        values in prop::collection::vec(0.0..100.0, 1..30),
        settings in settings(),
    ) {
        let data = data(values);
        let picture = look(&data, &settings)
            .and_then(|look| Ok(look.plot.draw("x")?));
        let reason = picture.err().map(|error| error.to_string());
        prop_assert!(reason.is_none_or(|reason| reason.contains(' ')));
    }

    #[test]
    fn whatever_the_numbers_are_every_place_of_a_slider_gives_a_picture(
        power in -140.0..140.0_f64,
        values in prop::collection::vec(-1.0..1.0, 1..30),
        place in 0.0..=1.0,
    ) {
        let size = libm::pow(10.0, power);
        let values: Vec<f64> = values.iter().map(|x| x * size).collect();
        let data = Data::new(values);
        prop_assume!(data.is_ok());
        let data = data.unwrap();
        let mut settings = defaults(&data);
        prop_assert!(look(&data, &settings).unwrap().plot.draw("x").is_ok());
        settings[1] = BELLS as f64 - 1.0;
        for (index, control) in data.controls().iter().enumerate() {
            let Kind::Slider { min, max, step, default, .. } = control.kind
            else {
                continue;
            };
            prop_assert!(min <= default && default <= max && min + step <= max);
            for value in [max, min, min + place * (max - min)] {
                settings[index] = value;
                let look = look(&data, &settings);
                prop_assert!(look.is_ok(), "{} {look:?}", control.name);
            }
            // The last place stays, so that all of them come together.
        }
        prop_assert!(look(&data, &settings).unwrap().plot.draw("x").is_ok());
    }
}
