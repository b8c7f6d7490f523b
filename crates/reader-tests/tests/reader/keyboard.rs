//! The book without a mouse.

use anyhow::ensure;
use fantoccini::key::Key;
use reader_tests::reader::Reader;
use serde_json::{Value, json};

const TAB: char = '\u{e004}';
