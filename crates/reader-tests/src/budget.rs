//! What the book may cost its reader: the file `budget.toml`.

use std::{fs, path::Path};

use anyhow::Context as _;
use serde::Deserialize;

/// The budget.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// What a page costs.
    pub page: Page,
    /// What the script of a chapter's live figures costs, as part of its page.
    pub script: Script,
    /// How long figures take to follow their sliders.
    pub redraw: Redraw,
}

/// The budget of a page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// The most it weighs on its way, gzipped, headers included.
    pub kilobytes: u64,
    /// The most files it asks for.
    pub requests: usize,
}

/// The budget of a live script.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// The most it weighs, gzipped.
    pub kilobytes: u64,
}

/// The budget of a redraw.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redraw {
    /// The most that half of all redraws take.
    pub milliseconds: f64,
}

impl Budget {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// When the file is missing or says something else.
    pub fn read() -> anyhow::Result<Self> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("budget.toml");
        let text = fs::read_to_string(&file);
        let text =
            text.with_context(|| format!("cannot read {}", file.display()))?;
        toml::from_str(&text).context("budget.toml")
    }
}
