//! How long the library takes, with two threads and with one, and how many times as long others do.
//!
//! `just bench-fit` runs it and prints a table; `TABLE_WRITE=1 just bench-fit` puts that into the docs of
//! the crate. Where `peers.py` has left its times, they are in the table too.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and stops at the first surprise"
)]

use std::{env, fmt::Write as _, fs, hint::black_box, time::Instant};

use fit::{Criterion, Em, GaussianMixture, Sample, modality};
use mixture::{Categorical, Distribution as _, MixtureSameFamily, Normal};
use rand_pcg::{Pcg64, rand_core::SeedableRng as _};

/// What is measured: its name, its key in the times of the peers, on how many numbers, how often it is done
/// in one measurement, and the doing.
struct Task<'a> {
    name: &'static str,
    peers: Option<&'static str>,
    len: usize,
    times: usize,
    run: Box<dyn FnMut() + Send + 'a>,
}

fn main() {
    let gmm = MixtureSameFamily::new(
        Categorical::from_probs([0.6, 0.4]).unwrap(),
        Normal::new([2.5, 4.8], [0.6, 0.3]).unwrap(),
    )
    .unwrap();
    let draw = |len: usize| -> Vec<f64> {
        gmm.sample(len, &mut Pcg64::seed_from_u64(1)).into_iter().collect()
    };
    let numbers = draw(1_000_000);
    let million = Sample::new(numbers.clone()).unwrap();
    let of = |len| Sample::new(draw(len)).unwrap();
    let (grades, ten_thousand, hundred_thousand) =
        (of(200), of(10_000), of(100_000));
    let rounded = draw(200).into_iter().map(|x| libm::round(x * 10.0) / 10.0);
    let rounded = Sample::rounded(rounded, 0.1).unwrap();
    let two = GaussianMixture::new(2);
    let [of_grades, of_rounded] =
        [&grades, &rounded].map(|sample| two.fit(sample).unwrap());
    let mut em = Em::new(&million, gmm.clone()).unwrap();
    let task =
        |name, peers, len, times, run| Task { name, peers, len, times, run };
    let tasks = [
        task("`Sample::new`, unsorted", None, 1_000_000, 1, {
            boxed(|| Sample::new(numbers.iter().copied()))
        }),
        task("`Em::step`", Some("step"), 1_000_000, 20, {
            boxed(|| em.step())
        }),
        task("`GaussianMixture::fit`, 24 starts", None, 200, 20, {
            boxed(|| two.fit(&grades))
        }),
        task("`GaussianMixture::fit`, 24 starts", Some("fit"), 100_000, 3, {
            boxed(|| two.fit(&hundred_thousand))
        }),
        task("`GaussianMixture::fit`, 24 starts", None, 1_000_000, 1, {
            boxed(|| two.fit(&million))
        }),
        task("`choose` among 1 to 6", None, 10_000, 1, {
            boxed(|| {
                GaussianMixture::choose(1..=6, Criterion::Bic)
                    .fit(&ten_thousand)
            })
        }),
        task("a thousand `refits`", None, 200, 1, {
            boxed(|| of_grades.refits(1000, 1).run())
        }),
        task("a thousand `refits`, rounded", None, 200, 1, {
            boxed(|| of_rounded.refits(1000, 1).run())
        }),
        task("`modality::dip`, sorted", Some("dip"), 1_000_000, 1, {
            boxed(|| modality::dip(&million))
        }),
    ];
    let one_thread =
        rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let mut table = "# How fast\n\n\
         Of numbers from the model of the book, K = 2, on a machine with two cores:\n\n\
         | what | N | ms | one thread, times as long |\n\
         | --- | ---: | ---: | ---: |\n"
        .to_owned();
    let mut beside = String::new();
    for Task { name, peers, len, times, mut run } in tasks {
        let ours = seconds(times, &mut run);
        let alone = one_thread.install(|| seconds(times, &mut run));
        let row = format!(
            "| {name} | {len} | {:.3} | {:.1} |",
            ours * 1e3,
            alone / ours
        );
        println!("{row}");
        let _ = writeln!(table, "{row}");
        for (peer, nanoseconds) in peers.into_iter().flat_map(peers_at) {
            let ratio = nanoseconds * 1e-9 * len as f64 / ours;
            let _ =
                writeln!(beside, "| {name} | {len} | {peer} | {ratio:.0} |");
        }
    }
    if !beside.is_empty() {
        table += "\nBeside other libraries, one after the other on the same machine by `benches/peers.py`:\n\n\
             | what | N | library | times as long |\n\
             | --- | ---: | --- | ---: |\n";
        table += &beside;
    }
    println!("\n{table}");
    if env::var_os("TABLE_WRITE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/table.md");
        fs::write(path, table).unwrap();
    }
}

fn boxed<'a, T>(
    mut f: impl FnMut() -> T + Send + 'a,
) -> Box<dyn FnMut() + Send + 'a> {
    Box::new(move || {
        black_box(f());
    })
}

/// The median of seven measurements, after one that is not counted.
fn seconds(times: usize, run: &mut (impl FnMut() + ?Sized)) -> f64 {
    let mut measured: Vec<f64> = (0..8)
        .map(|_| {
            let start = Instant::now();
            (0..times).for_each(|_| run());
            start.elapsed().as_secs_f64() / times as f64
        })
        .skip(1)
        .collect();
    measured.sort_by(f64::total_cmp);
    measured[3]
}

/// The nanoseconds per number that `peers.py` measured.
fn peers_at(task: &str) -> Vec<(String, f64)> {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/fit-peers.json");
    let text = fs::read_to_string(path).unwrap_or_default();
    let times: serde_json::Value =
        serde_json::from_str(&text).unwrap_or_default();
    let of_task = times[task].as_object().into_iter().flatten();
    of_task
        .filter_map(|(peer, time)| Some((peer.clone(), time.as_f64()?)))
        .collect()
}
