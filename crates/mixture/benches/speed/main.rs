//! How fast the library is, beside a loop over libm and beside statrs, in one run.
//!
//! `just bench` runs it and prints a table of ratios; `TABLE_WRITE=1 just bench` puts that into
//! the docs of the crate. Where `peers.py` has left its times, they are in the table too.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and stops at the first surprise"
)]

mod contenders;
mod table;

use std::{env, fs, hint::black_box, sync::Mutex, time::Duration};

use contenders::{Model, loop_over};
use criterion::Criterion;
use mixture::{Distribution, MixtureSameFamily, Normal};
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use table::Table;

/// What is measured; the answer is handed over, so that it cannot be left out.
type Task<'a> = Box<dyn Fn() + Sync + 'a>;

const SIZES: [usize; 3] = [100, 10_000, 1_000_000];

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800))
        .configure_from_args();
    let one_thread =
        rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let mut table = Table::default();
    for k in [2, 8] {
        let model = Model::of(k);
        let gmm = model.mixture();
        for n in SIZES {
            let x = gmm.sample(n, &mut Pcg64::seed_from_u64(1));
            let x = x.as_slice().unwrap();
            for (name, ours, libm, statrs) in tasks(&gmm, &model, x) {
                let group = format!("{name}, K = {k}, N = {n}");
                let mut time = |contender: &str, task: &Task<'_>| {
                    let mut group = criterion.benchmark_group(&group);
                    group.bench_function(contender, |b| b.iter(task));
                    group.finish();
                };
                time("mixture", &ours);
                if n == 1_000_000 {
                    let alone: Task<'_> =
                        Box::new(|| one_thread.install(&ours));
                    time("one thread", &alone);
                }
                time("libm", &libm);
                if let Some(statrs) = statrs {
                    time("statrs", &statrs);
                }
                table.add(name, k, n);
            }
        }
    }
    one_point(&mut criterion);
    table.add_one_point();
    let table = table.markdown();
    println!("{table}");
    if env::var_os("TABLE_WRITE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/table.md");
        fs::write(path, table).unwrap();
    }
}

/// Each function: ours, the loop over libm, and statrs where it has one.
fn tasks<'a>(
    gmm: &'a MixtureSameFamily<Normal>,
    model: &'a Model,
    x: &'a [f64],
) -> Vec<(&'static str, Task<'a>, Task<'a>, Option<Task<'a>>)> {
    fn task<'a, T>(f: impl Fn() -> T + Sync + 'a) -> Task<'a> {
        Box::new(move || {
            black_box(f());
        })
    }
    let n = x.len();
    // It goes on from run to run: the same hundred draws again and again would be learned by heart
    // by the processor, which then guesses every branch of the ziggurat.
    let rng = || Mutex::new(Pcg64::seed_from_u64(1));
    let (ours, libm) = (rng(), rng());
    vec![
        (
            "log_prob",
            task(move || gmm.log_prob(x).unwrap()),
            task(move || loop_over(x, |x| model.log_prob(x))),
            Some(task(move || {
                loop_over(x, |x| libm::log(model.statrs_pdf(x)))
            })),
        ),
        (
            "prob",
            task(move || gmm.prob(x).unwrap()),
            task(move || loop_over(x, |x| model.prob(x))),
            Some(task(move || loop_over(x, |x| model.statrs_pdf(x)))),
        ),
        (
            "posterior_marginal",
            task(move || gmm.posterior_marginal(x).unwrap()),
            task(move || model.posterior(x)),
            None,
        ),
        (
            "cdf",
            task(move || gmm.cdf(x).unwrap()),
            task(move || loop_over(x, |x| model.cdf(x))),
            Some(task(move || loop_over(x, |x| model.statrs_cdf(x)))),
        ),
        (
            "quantile",
            {
                let q = gmm.cdf(x).unwrap();
                task(move || gmm.quantile(&q).unwrap())
            },
            {
                let q = gmm.cdf(x).unwrap().into_raw_vec_and_offset().0;
                task(move || loop_over(&q, |q| model.quantile(q)))
            },
            None,
        ),
        (
            "sample",
            task(move || gmm.sample(n, &mut *ours.lock().unwrap())),
            task(move || model.sample(n, &mut *libm.lock().unwrap())),
            None,
        ),
        (
            "mean log-likelihood",
            task(move || gmm.log_prob(x).unwrap().mean()),
            task(move || {
                x.iter().map(|&x| model.log_prob(x)).sum::<f64>() / n as f64
            }),
            None,
        ),
    ]
}

/// A single point: as an array of rank zero, and as a plain number.
fn one_point(criterion: &mut Criterion) {
    let model = Model::of(2);
    let gmm = model.mixture();
    let scalar = gmm.scalar().unwrap();
    let mut group = criterion.benchmark_group(table::ONE_POINT);
    group.bench_function("mixture", |b| {
        b.iter(|| gmm.log_prob(black_box(3.0)).unwrap());
    });
    group.bench_function("scalar", |b| {
        b.iter(|| scalar.log_prob(black_box(3.0)));
    });
    group.bench_function("libm", |b| b.iter(|| model.log_prob(black_box(3.0))));
    group.finish();
}
