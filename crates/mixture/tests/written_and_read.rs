//! Distributions are written and read by serde.

#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::grades;
use mixture::{
    Bernoulli, Categorical, Distribution, MixtureSameFamily, Normal,
};
use serde::{Serialize, de::DeserializeOwned};

/// Through JSON and back.
fn round_trip<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

#[test]
fn a_distribution_is_written_and_read_without_loss() {
    assert_eq!(round_trip(&grades()), grades());
    let batch = Normal::new([[0.1], [1e-300]], [1.0, 1e150, 0.3]).unwrap();
    assert_eq!(round_trip(&batch), batch);
    let coins = Bernoulli::from_probs([0.0, 0.3, 1.0]).unwrap();
    assert_eq!(round_trip(&coins), coins);
    let tiny =
        Categorical::from_logits([0.0, -1000.0, f64::NEG_INFINITY]).unwrap();
    assert_eq!(round_trip(&tiny), tiny);
    assert_eq!(round_trip(&tiny).log_prob(1).unwrap()[[]], -1000.0);
    let weather = MixtureSameFamily::new(
        Categorical::from_probs([0.25; 4]).unwrap(),
        Bernoulli::from_probs([0.4, 0.9, 0.5, 0.3]).unwrap(),
    )
    .unwrap();
    assert_eq!(round_trip(&weather), weather);
}

#[test]
fn an_array_is_written_and_read_as_lists() {
    let model = r#"{"mixture_distribution":{"probs":[0.6,0.4]},"components_distribution":{"loc":[2.5,4.8],"scale":[0.6,0.3]}}"#;
    let read: MixtureSameFamily<Normal> = serde_json::from_str(model).unwrap();
    assert_eq!(read, grades());
    assert_eq!(serde_json::to_string(&read).unwrap(), model);
    let table = r#"{"loc":[[0.0,1.0],[2.0,3.0]],"scale":1}"#;
    let table: Normal = serde_json::from_str(table).unwrap();
    assert_eq!(table, Normal::new([[0.0, 1.0], [2.0, 3.0]], 1.0).unwrap());
    let impossible = r#"{"logits":[0.0,null]}"#;
    let impossible: Categorical = serde_json::from_str(impossible).unwrap();
    assert_eq!(impossible.probs().as_slice(), Some(&[1.0, 0.0][..]));
    let ragged = r#"{"loc":[[0.0,1.0],[2.0]],"scale":1}"#;
    let refusal = serde_json::from_str::<Normal>(ragged).unwrap_err();
    assert!(refusal.to_string().starts_with(
        "element 1 of a list has the shape [1], the first has [2]"
    ));
}

#[test]
fn what_is_read_is_checked_as_by_its_constructor() {
    fn refusal<T: DeserializeOwned + std::fmt::Debug>(json: &str) -> String {
        serde_json::from_str::<T>(json).unwrap_err().to_string()
    }
    let array = |numbers: &str, len: usize| {
        format!(r#"{{"v":1,"dim":[{len}],"data":[{numbers}]}}"#)
    };
    let normal = format!(
        r#"{{"loc":{},"scale":{}}}"#,
        array("1.0,2.0", 2),
        array("1.0,-2.0", 2)
    );
    assert_eq!(
        refusal::<Normal>(&normal),
        "scale[1] must be finite and positive, got -2.0"
    );
    let classes = format!(r#"{{"probs":{}}}"#, array("0.5,0.6", 2));
    assert_eq!(
        refusal::<Categorical>(&classes),
        "probs must sum to one within 1e-9, got 1.1; from_weights divides by the sum"
    );
    let coin = format!(r#"{{"probs":{}}}"#, array("1.5", 1));
    assert_eq!(
        refusal::<Bernoulli>(&coin),
        "probs[0] must be in [0, 1], got 1.5"
    );
    let mixture = serde_json::to_string(&grades())
        .unwrap()
        .replace("[0.6,0.4]", "[0.6,0.5]");
    assert!(
        refusal::<MixtureSameFamily<Normal>>(&mixture)
            .starts_with("probs must sum to one within 1e-9, got 1.1; from_weights divides by the sum")
    );
}
