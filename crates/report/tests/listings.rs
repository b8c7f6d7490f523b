//! What was fitted is there again wherever it is written down: the files in `rebuilt` are of Old Faithful's waits.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use datasets::FAITHFUL;
use fit::{GaussianMixture, Sample};
use mixture::{Distribution as _, MixtureSameFamily, Normal};
use report::listings;

#[allow(
    clippy::unreadable_literal,
    unreachable_pub,
    reason = "it is written for the reader's own program"
)]
mod rebuilt {
    include!("rebuilt/two-peaks.rs");
}

/// The files, in the order of the listings.
const FILES: [&str; 5] = [
    include_str!("rebuilt/two-peaks.json"),
    include_str!("rebuilt/two-peaks.rs"),
    include_str!("rebuilt/two_peaks_sklearn.py"),
    include_str!("rebuilt/two_peaks_tfp.py"),
    include_str!("rebuilt/two-peaks.R"),
];

fn fitted() -> MixtureSameFamily<Normal> {
    let minutes = FAITHFUL.iter().map(|eruption| eruption.waiting_min);
    let sample = Sample::rounded(minutes, 1.0).unwrap();
    GaussianMixture::new(2).fit(&sample).unwrap().mixture().clone()
}

#[test]
fn a_fit_is_written_down_in_each_language() {
    let texts = listings(&fitted()).map(|listing| listing.text);
    assert_eq!(texts, FILES.map(str::to_owned));
}

#[test]
fn the_lines_of_rust_rebuild_it_to_the_bit() {
    let mixture = fitted();
    let rebuilt = rebuilt::fitted().unwrap();
    assert_eq!(rebuilt, mixture);
    assert_eq!(
        rebuilt.log_prob(70.0).unwrap(),
        mixture.log_prob(70.0).unwrap()
    );
}

#[test]
fn what_json_holds_is_read_to_the_bit() {
    let read: MixtureSameFamily<Normal> =
        serde_json::from_str(FILES[0]).unwrap();
    assert_eq!(read, fitted());
}
