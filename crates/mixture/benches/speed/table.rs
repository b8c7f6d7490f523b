//! The table of ratios, out of what criterion has measured.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

pub(crate) const ONE_POINT: &str = "log_prob, K = 2, one point";

/// The rows: what is measured, and how many times as long each contender takes.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<[String; 6]>,
    peers: Vec<[String; 3]>,
}

impl Table {
    /// Adds what was measured of a function.
    pub(crate) fn add(&mut self, name: &str, k: usize, n: usize) {
        let group = format!("{name}, K = {k}, N = {n}");
        let Some(ours) = median(&group, "mixture") else { return };
        let ratio = |contender: &str| ratio(median(&group, contender), ours);
        self.rows.push([
            format!("`{name}`"),
            k.to_string(),
            thousands(n),
            ratio("libm"),
            ratio("statrs"),
            ratio("one thread"),
        ]);
        if (k, n) == (2, 1_000_000) {
            for (peer, time) in peers(name) {
                let times = super::table::ratio(Some(time * 1e6), ours);
                self.peers.push([format!("`{name}`"), peer, times]);
            }
        }
    }

    /// Adds what was measured of a single point.
    pub(crate) fn add_one_point(&mut self) {
        for (name, contender) in [
            ("`log_prob`, a number", "mixture"),
            ("`log_prob` by `scalar`", "scalar"),
        ] {
            if let Some(ours) = median(ONE_POINT, contender) {
                let libm = ratio(median(ONE_POINT, "libm"), ours);
                let [k, n] = ["2".to_owned(), "1".to_owned()];
                let none = || "–".to_owned();
                self.rows.push([name.to_owned(), k, n, libm, none(), none()]);
            }
        }
    }

    pub(crate) fn markdown(&self) -> String {
        let mut text = "# How fast\n\n\
             How many times as long the same takes, measured in one run on a machine with two \
             cores: a loop over the functions of `libm`, which for `sample` draws by the ziggurat \
             of `rand_distr`; a loop over `statrs`; and this crate with one thread.\n\n\
             | function | K | N | libm | statrs | one thread |\n\
             | --- | ---: | ---: | ---: | ---: | ---: |\n"
            .to_owned();
        for row in &self.rows {
            let _ = writeln!(text, "| {} |", row.join(" | "));
        }
        if !self.peers.is_empty() {
            text += "\nBeside other libraries, for K = 2 and N = 1,000,000 in float64, measured one \
                 after the other on the same machine by `benches/peers.py`:\n\n\
                 | function | library | times as long |\n\
                 | --- | --- | ---: |\n";
            for row in &self.peers {
                let _ = writeln!(text, "| {} |", row.join(" | "));
            }
        }
        text
    }
}

fn ratio(time: Option<f64>, ours: f64) -> String {
    time.map_or("–".to_owned(), |time| format!("{:.1}", time / ours))
}

fn thousands(n: usize) -> String {
    match n {
        1_000_000.. => format!("{},000,000", n / 1_000_000),
        1_000.. => format!("{},000", n / 1_000),
        _ => n.to_string(),
    }
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target")
}

/// The median that criterion measured last, in nanoseconds.
fn median(group: &str, contender: &str) -> Option<f64> {
    let folder = target().join("criterion").join(group).join(contender);
    let text = fs::read_to_string(folder.join("new/estimates.json")).ok()?;
    let estimates: serde_json::Value = serde_json::from_str(&text).ok()?;
    estimates["median"]["point_estimate"].as_f64()
}

/// The nanoseconds per point that `peers.py` measured.
fn peers(name: &str) -> Vec<(String, f64)> {
    let text = fs::read_to_string(target().join("peers.json"));
    let times = text
        .ok()
        .and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok());
    let of_name = times.as_ref().and_then(|times| times[name].as_object());
    let pairs = of_name.into_iter().flatten();
    pairs
        .filter_map(|(peer, time)| Some((peer.clone(), time.as_f64()?)))
        .collect()
}
