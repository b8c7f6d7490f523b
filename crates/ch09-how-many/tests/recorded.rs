//! What the chapter quotes of `fit`, held against `fit`.
//!
//! `RECORD=1 cargo test --package ch09-how-many --test recorded` writes the record anew.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::{env, fmt::Write as _, fs};

use ch07::as_mixture;
use ch09::{DATA, Data, NULLS, calls};
use datasets::{CRABS, Exam, FAITHFUL, GALAXIES, PENGUINS, Species};
use fit::{Criterion, Em, Fit, GaussianMixture, Sample, modality};

/// So many samples are drawn to learn what luck does.
const SAMPLES: usize = 999;

/// So many are drawn where their peaks are counted.
const PEAKED: usize = 199;

/// The flippers' place in [`DATA`].
const FLIPPERS: usize = 4;

/// The data as `fit` takes them, each with its name, and whether peaks are asked for.
fn samples() -> [(&'static str, Sample, bool); 7] {
    let borders = ch08::borders();
    let ends = |end: usize| borders.map(|border| border[end]);
    let class = Sample::intervals(ends(0), ends(1)).unwrap();
    let class = class.weights(ch07::students()).unwrap();
    let waiting = FAITHFUL.iter().map(|eruption| eruption.waiting_min);
    let crabs = Sample::intervals(
        CRABS.iter().map(|bin| bin.from),
        CRABS.iter().map(|bin| bin.to),
    );
    let crabs = crabs.unwrap();
    let crabs = crabs.weights(CRABS.iter().map(|bin| f64::from(bin.count)));
    let flippers = |species: &[Species]| {
        let among = PENGUINS.iter().filter(|it| species.contains(&it.species));
        let flippers = among.map(|penguin| penguin.flipper_mm);
        Sample::rounded(flippers, 1.0).unwrap()
    };
    [
        ("the class", class, false),
        ("Old Faithful", Sample::rounded(waiting, 1.0).unwrap(), true),
        (
            "the galaxies",
            Sample::new(GALAXIES.iter().map(|speed| speed / 1000.0)).unwrap(),
            true,
        ),
        ("the crabs", crabs.unwrap(), false),
        ("the flippers", flippers(&Species::ALL), true),
        ("the Adélies", flippers(&[Species::Adelie]), true),
        ("the calls", Sample::new(calls()).unwrap(), true),
    ]
}

/// The scores of an exam in Global History.
fn scores() -> Sample {
    let counts = Exam::GlobalHistory.counts();
    let scores = Sample::rounded((0..=100).map(f64::from), 1.0).unwrap();
    scores.weights(counts.map(f64::from)).unwrap()
}

fn listed(values: impl IntoIterator<Item = f64>) -> String {
    let values: Vec<String> =
        values.into_iter().map(|value| format!("{value:?}")).collect();
    format!("[{}]", values.join(", "))
}

fn fit_as_code(fit: &Fit, held_out: f64) -> String {
    let mixture = fit.mixture();
    let bells = mixture.components_distribution();
    format!(
        "RecordedFit {{ log_likelihood: {:?}, icl: {:?}, held_out: {held_out:?}, probs: &{}, loc: &{}, scale: &{} }},\n",
        fit.log_likelihood(),
        fit.icl(),
        listed(mixture.mixture_distribution().probs().iter().copied()),
        listed(bells.loc()),
        listed(bells.scale()),
    )
}

fn peaks_as_code(sample: &Sample) -> String {
    let dip = modality::dip_test(sample, SAMPLES, 1).unwrap();
    let tests = [1, 2, 3]
        .map(|m| modality::bandwidth_test(sample, m, PEAKED, 1).unwrap());
    format!(
        "Some(Peaks {{ dip: {:?}, dip_p: {:?}, bandwidths: {}, bandwidth_ps: {} }})",
        dip.dip(),
        dip.p(),
        listed(tests.iter().map(modality::BandwidthTest::bandwidth)),
        listed(tests.iter().map(modality::BandwidthTest::p)),
    )
}

/// How many are in each bin of width one, the last of which has no end.
fn binned(null: &[f64]) -> [u32; 30] {
    let mut bins = [0; 30];
    for statistic in null {
        bins[(statistic.floor() as usize).min(29)] += 1;
    }
    bins
}

fn record() -> String {
    let mut code = "// Written by `RECORD=1 cargo test --package ch09-how-many --test recorded`.\n\n\
        use crate::data::{Data, Null, Peaks, RecordedFit};\n\n\
        pub(crate) const DATA: [Data; 7] = [\n"
        .to_owned();
    for (name, sample, is_peaked) in samples() {
        let criterion = Criterion::HeldOut { folds: 10, seed: 1 };
        let chosen = GaussianMixture::choose(1..=6, criterion);
        let chosen = chosen.fit(&sample).unwrap();
        let peaks =
            if is_peaked { peaks_as_code(&sample) } else { "None".to_owned() };
        let count = sample.total_weight();
        writeln!(
            code,
            "Data {{ name: {name:?}, count: {count:?}, peaks: {peaks}, fits: ["
        )
        .unwrap();
        for (fit, row) in chosen.fits().iter().zip(chosen.table()) {
            code += &fit_as_code(fit, row.held_out.unwrap());
        }
        code += "] },\n";
    }
    code += "];\n\n/// The fits of an exam's scores, with one bell to six; nothing is held out.\n\
        pub(crate) const SCORES: [RecordedFit; 6] = [\n";
    for bells in 1..=6 {
        let fit = GaussianMixture::new(bells).fit(&scores()).unwrap();
        code += &fit_as_code(&fit, 0.0);
    }
    code += "];\n\n/// What luck gains on the flippers, with one, two and three bells.\n\
        pub const NULLS: [Null; 3] = [\n";
    let flippers = &samples()[FLIPPERS].1;
    for bells in 1..=3 {
        let fit = GaussianMixture::new(bells).fit(flippers).unwrap();
        let test = fit.likelihood_ratio_test(SAMPLES, 1).unwrap();
        let as_much =
            test.null().iter().filter(|x| **x >= test.statistic()).count();
        writeln!(
            code,
            "Null {{ statistic: {:?}, samples: {SAMPLES}, as_much: {as_much}, bins: {:?} }},",
            test.statistic(),
            binned(test.null()),
        )
        .unwrap();
    }
    code += "];\n";
    code
}

#[test]
fn the_record_is_written_if_that_is_asked_for() {
    if env::var_os("RECORD").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/recorded.rs");
        fs::write(path, record()).unwrap();
    }
}

/// The data with their record.
fn recorded() -> impl Iterator<Item = (Data, Sample)> {
    DATA.into_iter().zip(samples()).map(|(data, (name, sample, _))| {
        assert_eq!((data.name, data.count), (name, sample.total_weight()));
        (data, sample)
    })
}

#[test]
fn what_is_recorded_are_tops_and_has_the_log_likelihood_that_is_said() {
    for (data, sample) in recorded() {
        for fit in data.fits {
            let mixture = as_mixture(&fit.groups().unwrap()).unwrap();
            let mut em = Em::new(&sample, mixture).unwrap();
            let here = em.log_likelihood();
            assert!((here - fit.log_likelihood).abs() < 1e-8, "{}", data.name);
            // The steps know no floor: a bell that leans on it would run off.
            let floor = 0.001 * data.fits[0].scale[0];
            if fit.scale.iter().all(|scale| *scale > 1.01 * floor) {
                em.step().unwrap();
                let gain = em.log_likelihood() - here;
                assert!(gain.abs() < 1e-5, "{} {gain}", data.name);
            }
        }
    }
}

#[test]
fn fit_finds_what_is_recorded() {
    for (data, sample) in recorded() {
        for (at, recorded) in data.fits.iter().take(3).enumerate() {
            let fit = GaussianMixture::new(at + 1).fit(&sample).unwrap();
            let away = fit.log_likelihood() - recorded.log_likelihood;
            assert!(away.abs() < 1e-9 * data.count, "{} {away}", data.name);
            assert!((fit.icl() - recorded.icl).abs() < 1e-3, "{}", data.name);
        }
    }
}

#[test]
fn held_out_data_say_of_the_galaxies_what_is_recorded() {
    let criterion = Criterion::HeldOut { folds: 10, seed: 1 };
    let (data, sample) = recorded().nth(2).unwrap();
    let chosen = GaussianMixture::choose(1..=6, criterion).fit(&sample);
    for (row, fit) in chosen.unwrap().table().iter().zip(data.fits) {
        assert!((row.held_out.unwrap() - fit.held_out).abs() < 1e-6);
    }
}

#[test]
fn peaks_are_what_is_recorded() {
    for (data, sample) in recorded() {
        let Some(peaks) = data.peaks else { continue };
        let dip = modality::dip_test(&sample, SAMPLES, 1).unwrap();
        assert_eq!((dip.dip(), dip.p()), (peaks.dip, peaks.dip_p));
        for (at, bandwidth) in peaks.bandwidths.into_iter().enumerate() {
            let found = modality::critical_bandwidth(&sample, at + 1).unwrap();
            assert!((found - bandwidth).abs() < 1e-9 * bandwidth);
        }
    }
}

#[test]
fn a_tenth_of_the_draws_is_a_part_of_all_that_are_recorded() {
    let (data, sample) = recorded().nth(FLIPPERS).unwrap();
    for (at, recorded) in NULLS.iter().take(2).enumerate() {
        let fit = GaussianMixture::new(at + 1).fit(&sample).unwrap();
        let test = fit.likelihood_ratio_test(SAMPLES / 10, 1).unwrap();
        assert!((test.statistic() - recorded.statistic).abs() < 1e-6);
        let gain =
            data.fits[at + 1].log_likelihood - data.fits[at].log_likelihood;
        assert!((2.0 * gain - recorded.statistic).abs() < 1e-6);
        let few = binned(test.null());
        assert!(few.iter().zip(recorded.bins).all(|(few, all)| *few <= all));
    }
}
