//! The pictures in the docs of `mixture`, and what else its package takes from the house.
//!
//! `mixture` stands below `figure` and cannot draw: its docs hold files, and this compares them.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::{env, fs, path::PathBuf};

use figure::{Axis, Ink, Panel, Plot, Theme, curve, declarations, heights};
use mixture::{
    Bernoulli, Categorical, Distribution, MixtureSameFamily, Normal,
};

fn read(path: &str) -> String {
    fs::read_to_string(at(path)).unwrap()
}

fn at(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The picture as it stands in the docs: of a picture's own width, in letters that rustdoc brings,
/// and in dark inks where it has a dark theme, or, without its scripts, where the reader prefers one.
fn in_rustdoc(plot: &Plot, id: &str) -> String {
    let picture = plot.draw(id).unwrap();
    let dark = declarations(Theme::Dark).replace(['\n', ' '], "");
    let style = format!(
        "<style>\
         #{id}{{max-width:520px;font-family:\"Source Serif 4\",serif}}\
         :root[data-theme=\"dark\"] #{id},:root[data-theme=\"ayu\"] #{id}{{{dark}}}\
         @media(prefers-color-scheme:dark){{:root:not([data-theme]) #{id}{{{dark}}}}}\
         </style>"
    );
    let (opening, content) = picture.svg.split_once('>').unwrap();
    format!("{opening}>{style}{content}\n")
}

/// `MIXTURE_PICTURES_WRITE=1 cargo test -p chapter --test mixture_docs` draws the pictures anew.
#[track_caller]
fn assert_drawn(name: &str, plot: &Plot) {
    let path = format!("crates/mixture/doc/{name}.svg");
    let svg = in_rustdoc(plot, &format!("picture-of-{name}"));
    if env::var_os("MIXTURE_PICTURES_WRITE").is_some() {
        fs::write(at(&path), &svg).unwrap();
    }
    assert_eq!(read(&path), svg, "{path}");
    // Markdown ends a block of HTML at an empty line.
    assert!(!svg.contains("\n\n"), "{path}");
    let file = name.replace('-', "_");
    let shown = format!(r#"include_str!("../doc/{name}.svg")"#);
    assert!(read(&format!("crates/mixture/src/{file}.rs")).contains(&shown));
}

#[test]
fn the_docs_show_the_probabilities_of_a_categorical() {
    let class = Categorical::from_probs([0.2, 0.5, 0.3]).unwrap();
    let probs = class.probs().iter().copied();
    let panel = Panel::new(
        Axis::new("class", -0.6, 2.6).ticks([0.0, 1.0, 2.0]),
        Axis::from_zero("probability", probs.clone()),
    );
    let panel = probs.zip([0.0, 1.0, 2.0]).fold(panel, |panel, (p, k)| {
        panel.bars("", [k - 0.3, k + 0.3], [p], Ink::First)
    });
    let plot = Plot::new("The probabilities 0.2, 0.5 and 0.3 of three classes");
    assert_drawn("categorical", &plot.panel(panel.height(120.0)));
}

#[test]
fn the_docs_show_the_densities_of_three_normals() {
    let (loc, scale) = ([-3.0, 0.0, 3.0], [1.0, 2.0, 0.5]);
    let normal = Normal::new(loc, scale).unwrap();
    let bell =
        |member: usize| curve(-7.0, 6.0, |x| normal.member_prob(member, x));
    let y = Axis::from_zero("density", heights(&bell(2)));
    let panel = Panel::new(Axis::new("x", -7.0, 6.0), y)
        .line("μ = −3, σ = 1", bell(0), Ink::First)
        .line("μ = 0, σ = 2", bell(1), Ink::Accent)
        .line("μ = 3, σ = 0.5", bell(2), Ink::Second);
    let plot = Plot::new("The densities of three normal distributions");
    assert_drawn("normal", &plot.panel(panel.height(170.0)));
}

#[test]
fn the_docs_show_the_probabilities_of_a_bernoulli() {
    let good = Bernoulli::from_probs(0.3).unwrap();
    let prob = |x: f64| good.prob(x).unwrap()[[]];
    let panel = [0.0, 1.0].into_iter().fold(
        Panel::new(
            Axis::new("x", -0.6, 1.6).ticks([0.0, 1.0]),
            Axis::from_zero("probability", [prob(0.0), prob(1.0)]),
        ),
        |panel, x| panel.bars("", [x - 0.3, x + 0.3], [prob(x)], Ink::First),
    );
    let plot = Plot::new("The probabilities of zero and one for p = 0.3");
    assert_drawn("bernoulli", &plot.panel(panel.height(120.0)));
}

#[test]
fn the_docs_show_the_density_of_a_mixture_and_its_parts() {
    let (probs, loc, scale) = ([0.6, 0.4], [2.5, 4.8], [0.6, 0.3]);
    let normal = Normal::new(loc, scale).unwrap();
    let part =
        |k: usize| curve(0.0, 7.0, |x| probs[k] * normal.member_prob(k, x));
    let parts = [part(0), part(1)];
    let gmm =
        MixtureSameFamily::new(Categorical::from_probs(probs).unwrap(), normal)
            .unwrap();
    let whole = curve(0.0, 7.0, |x| gmm.member_prob(0, x));
    let y = Axis::from_zero("density", heights(&whole));
    let [first, second] = parts;
    let panel = Panel::new(Axis::new("x", 0.0, 7.0), y)
        .area("", whole.clone(), Ink::Muted)
        .line("mixture", whole, Ink::Whole)
        .dashed_line("its first part", first, Ink::First)
        .dashed_line("its second", second, Ink::Second);
    let plot = Plot::new("The density of a mixture of two normals");
    assert_drawn("mixture_same_family", &plot.panel(panel.height(170.0)));
}

#[test]
fn the_licences_in_the_package_are_those_of_the_house() {
    for (packed, ours) in
        [("LICENSE-APACHE", "Apache-2.0.txt"), ("LICENSE-MIT", "MIT.txt")]
    {
        let packed = read(&format!("crates/mixture/{packed}"));
        assert_eq!(packed, read(&format!("LICENSES/{ours}")));
    }
}
