//! The recording, as it is read.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;

/// `values.json`: every answer by the text of its expression in `values.py`; two answers are in
/// float32 and in float64.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recording {
    pub(crate) versions: BTreeMap<String, String>,
    pub(crate) points: BTreeMap<String, Vec<f64>>,
    pub(crate) shapes: BTreeMap<String, Vec<usize>>,
    pub(crate) numbers: BTreeMap<String, [Number; 2]>,
    pub(crate) arrays: BTreeMap<String, [Vec<Number>; 2]>,
}

impl Recording {
    /// An array in float32 and in float64.
    pub(crate) fn array(&self, expression: &str) -> [Vec<f64>; 2] {
        let both = self.arrays[expression].each_ref();
        both.map(|array| array.iter().map(Number::value).collect())
    }
}

/// JSON has no infinities and no NaN: they are words.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Number {
    Finite(f64),
    Word(String),
}

impl Number {
    pub(crate) fn value(&self) -> f64 {
        match self {
            Self::Finite(value) => *value,
            Self::Word(word) => word.parse().unwrap(),
        }
    }
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tfp")
}

pub(crate) fn recording() -> Recording {
    let path = folder().join("recorded/values.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}
