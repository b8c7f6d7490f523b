//! The listings, what they printed, and what the book has room for.

use std::{collections::BTreeSet, fs, path::Path};

use ch06::{batched_normal, mixture};
use mixture::Distribution;
use ndarray::ArrayD;

use crate::{
    distance,
    ours::posterior,
    recording::{folder, recording},
};

/// The names of the files in a folder that end like this, without their ends.
fn names(folder: &Path, end: &str) -> BTreeSet<String> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let names = files.map(|file| file.file_name().into_string().unwrap());
    names.filter_map(|name| Some(name.strip_suffix(end)?.to_owned())).collect()
}

/// The listings that print: what is Python in the folder, aside from what they share and from the
/// programs that record them.
fn listings() -> BTreeSet<String> {
    let mut listings = names(&folder(), ".py");
    for other in ["environment", "parameters", "record", "values"] {
        assert!(listings.remove(other), "{other}");
    }
    listings
}

#[test]
fn every_listing_has_its_twin_in_rust() {
    let twins = folder().parent().unwrap().join("listings");
    assert_eq!(names(&twins, ".rs"), listings());
    assert_eq!(names(&twins.join("printed"), ".txt"), listings());
}

#[test]
fn every_listing_is_recorded_and_nothing_else_is() {
    assert_eq!(names(&folder().join("recorded"), ".txt"), listings());
    let rest = ["numbers.csv", "tails.rs", "values.json"];
    let all = fs::read_dir(folder().join("recorded")).unwrap().count();
    assert_eq!(all, listings().len() + rest.len());
}

#[test]
fn every_listing_and_its_recording_fit_on_the_page() {
    for listing in listings() {
        let code = folder().join(&listing).with_extension("py");
        let text =
            folder().join("recorded").join(&listing).with_extension("txt");
        for file in [code, text] {
            let lines = fs::read_to_string(&file).unwrap();
            assert!(!lines.trim().is_empty(), "{listing}");
            assert!(lines.lines().count() <= 40, "{listing}");
            assert!(lines.lines().all(|line| line.len() <= 60), "{listing}");
        }
    }
}

/// The numbers that a listing printed, in order, without its shapes: those stand in parentheses.
fn printed(listing: &str) -> Vec<f64> {
    let path = folder().join(format!("recorded/{listing}.txt"));
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .filter(|line| !line.starts_with('('))
        .flat_map(|line| line.split(|c: char| "[] ".contains(c)))
        .filter(|word| !word.is_empty())
        .map(|word| word.parse().unwrap())
        .collect()
}

fn assert_printed(listing: &str, ours: &[&ArrayD<f64>]) {
    let ours: Vec<f64> =
        ours.iter().flat_map(|array| array.iter().copied()).collect();
    let theirs = printed(listing);
    assert_eq!(ours.len(), theirs.len(), "{listing}");
    for (ours, theirs) in ours.into_iter().zip(theirs) {
        assert!(distance(ours, theirs) < 1e-6, "{listing}: {ours} {theirs}");
    }
}

#[test]
fn the_listings_print_what_we_compute() {
    let normal = batched_normal().unwrap();
    let four = [[1.0], [2.5], [3.6], [4.8]];
    assert_printed(
        "batched_normal",
        &[&normal.log_prob(3.0).unwrap(), &normal.log_prob(four).unwrap()],
    );

    let gmm = mixture().unwrap();
    let grades = [2.5, 3.6, 4.8];
    let labels = gmm.posterior_mode(grades).unwrap().mapv(|k| k as f64);
    assert_printed(
        "mixture",
        &[
            &gmm.mean(),
            &gmm.stddev(),
            &gmm.prob(grades).unwrap(),
            &gmm.log_prob(grades).unwrap(),
            &gmm.cdf(grades).unwrap(),
            &posterior(grades),
            &labels,
        ],
    );
}

#[test]
fn the_recording_is_by_the_versions_that_are_required() {
    let required =
        fs::read_to_string(folder().join("requirements.txt")).unwrap();
    for (package, version) in recording().versions {
        let line = format!("{package}=={version}");
        assert!(required.lines().any(|pinned| pinned == line), "{line}");
    }
}

#[test]
fn tensorflow_probability_refuses_what_the_chapter_says_it_refuses() {
    let path = folder().join("recorded/limits.txt");
    let recorded = fs::read_to_string(path).unwrap();
    let refusals: Vec<&str> = recorded
        .lines()
        .filter_map(|line| line.strip_prefix("refused: "))
        .collect();
    // Quantile, mode and entropy; unnormalised weights, if asked to look; four grades for two bells.
    let [missing, invalid] = ["NotImplementedError", "InvalidArgumentError"];
    assert_eq!(refusals, [missing, missing, missing, invalid, invalid]);
}
