//! The listings, what they printed, and what the book has room for.

use std::{collections::BTreeSet, fs, path::Path};

use ch06::{Parameters, batched_normal, density, grid, mixture, parameters};
use mixture::Distribution;
use ndarray::{ArrayD, arr1};

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

/// The listings: what is Python in the folder, aside from the programs that record them.
fn listings() -> BTreeSet<String> {
    let mut listings = names(&folder(), ".py");
    assert!(listings.remove("record") && listings.remove("values"));
    listings
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
            assert!(lines.lines().count() <= 30, "{listing}");
            assert!(lines.lines().all(|line| line.len() <= 76), "{listing}");
        }
    }
}

/// The numbers of the tensors in what a listing printed, in order.
fn printed(listing: &str) -> Vec<f64> {
    let path = folder().join(format!("recorded/{listing}.txt"));
    let text = fs::read_to_string(path).unwrap();
    let tensors = text.split("tf.Tensor(").skip(1);
    let numbers = tensors.map(|rest| rest.split(", shape=").next().unwrap());
    numbers
        .flat_map(|numbers| numbers.split(|c: char| "[] \n".contains(c)))
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
    let Parameters { probs, loc, scale } = parameters();
    let [probs, loc, scale] = [probs, loc, scale].map(|x| arr1(&x).into_dyn());
    assert_printed("parameters", &[&probs, &loc, &scale]);

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
fn the_plotted_grid_has_the_area_and_the_highest_point_that_density_py_prints()
{
    let curve = density(&grid()).unwrap();
    let trapezoids = curve.windows(2).map(|ends| {
        (ends[1].0 - ends[0].0) * f64::midpoint(ends[0].1, ends[1].1)
    });
    let area: f64 = trapezoids.sum();
    let highest =
        curve.iter().max_by(|one, other| one.1.total_cmp(&other.1)).unwrap().0;
    let path = folder().join("recorded/density.txt");
    let text = fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], format!("points ({},)", curve.len()));
    assert_eq!(lines[1], format!("highest at {highest}"));
    let theirs: f64 = lines[2].strip_prefix("area ").unwrap().parse().unwrap();
    assert!(distance(area, theirs) < 1e-6, "{area} {theirs}");
}

#[test]
fn tensorflow_probability_refuses_what_the_chapter_says_it_refuses() {
    let path = folder().join("recorded/limits.txt");
    let recorded = fs::read_to_string(path).unwrap();
    let refusals: Vec<&str> = recorded
        .lines()
        .filter_map(|line| line.strip_prefix("refused: "))
        .collect();
    // Quantile, mode and entropy; four grades for two bells; unnormalised weights, if asked to look.
    let [missing, invalid] = ["NotImplementedError", "InvalidArgumentError"];
    assert_eq!(refusals, [missing, missing, missing, invalid, invalid]);
}
