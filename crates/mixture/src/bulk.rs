//! Many points at once: in parts, by several threads, with vectors as wide as the processor has.

#[cfg(feature = "rayon")]
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{borrow::Cow, ops::Range};

use ndarray::{ArrayD, ArrayRef, IxDyn};

use crate::{
    array::with_axis,
    batch::shaped,
    lanes::{Lanes, Pass, widest},
};

/// How many points are worked off together.
const PART: usize = 4096;

/// With this many points or more, several threads work. With half as many, two gain nothing for
/// `log_prob`, whose points take the least time.
#[cfg(feature = "rayon")]
const PARALLEL: usize = 4 * PART;

/// `f` of every part of the data: it fills one number for each point, or `width` of them, which
/// then are an axis more of the result.
pub(crate) fn map<T: Copy + Sync>(
    x: &ArrayRef<T, IxDyn>,
    width: Option<usize>,
    f: impl Fn(&[T], &mut [f64]) + Sync,
) -> ArrayD<f64> {
    let shape = match width {
        Some(width) => with_axis(x.shape(), width),
        None => x.raw_dim(),
    };
    // Copied where the points are not next to each other.
    let x = x
        .as_slice()
        .map_or_else(|| Cow::Owned(x.iter().copied().collect()), Cow::Borrowed);
    shaped(shape, each_part(&x, width.unwrap_or(1), f))
}

fn each_part<T: Sync>(
    x: &[T],
    width: usize,
    f: impl Fn(&[T], &mut [f64]) + Sync,
) -> Vec<f64> {
    #[cfg(feature = "rayon")]
    if x.len() >= PARALLEL {
        use rayon::prelude::*;
        let mut values = all_the_same(0.0, x.len() * width);
        x.par_chunks(PART)
            .zip(values.par_chunks_mut(PART * width))
            .for_each(|(x, values)| f(x, values));
        return values;
    }
    in_turn(x.len(), width, |part, values| f(&x[part], values))
}

/// This many draws: the bits come one after the other from `bits`, and while the next part of them
/// is made, other threads turn the last ones into draws.
pub(crate) fn sample<T: Copy + Default + Send + Sync>(
    len: usize,
    mut bits: impl FnMut() -> [u64; 2],
    draw: impl Fn(&[[u64; 2]], &mut [T]) + Sync,
) -> Vec<T> {
    #[cfg(feature = "rayon")]
    if len >= PARALLEL {
        let mut draws = all_the_same(T::default(), len);
        // No more parts wait than there are threads, so that their bits stay in the cache.
        let (waiting, threads) =
            (AtomicUsize::new(0), rayon::current_num_threads());
        rayon::in_place_scope(|scope| {
            for part in draws.chunks_mut(PART) {
                let bits: Vec<_> = part.iter().map(|_| bits()).collect();
                if waiting.load(Ordering::Relaxed) >= threads {
                    draw(&bits, part);
                    continue;
                }
                waiting.fetch_add(1, Ordering::Relaxed);
                let (draw, waiting) = (&draw, &waiting);
                scope.spawn(move |_| {
                    draw(&bits, part);
                    waiting.fetch_sub(1, Ordering::Relaxed);
                });
            }
        });
        return draws;
    }
    let mut made = Vec::with_capacity(PART.min(len));
    in_turn(len, 1, |_, draws| {
        made.clear();
        made.extend(draws.iter().map(|_| bits()));
        draw(&made, draws);
    })
}

/// A vector of one element many times, written by several threads: by one alone it would take as
/// long as what is computed into it.
#[cfg(feature = "rayon")]
fn all_the_same<T: Copy + Send + Sync>(element: T, len: usize) -> Vec<T> {
    use rayon::prelude::*;
    rayon::iter::repeat_n(element, len).collect()
}

/// `f` fills the values of one part after the other, each in a place that stays in the
/// processor's cache.
fn in_turn<T: Copy + Default>(
    len: usize,
    width: usize,
    mut f: impl FnMut(Range<usize>, &mut [T]),
) -> Vec<T> {
    if len <= PART {
        let mut values = vec![T::default(); len * width];
        f(0..len, &mut values);
        return values;
    }
    let mut values = Vec::with_capacity(len * width);
    let mut place = vec![T::default(); PART * width];
    for start in (0..len).step_by(PART) {
        let part = start..len.min(start + PART);
        let place = &mut place[..part.len() * width];
        f(part, place);
        values.extend_from_slice(place);
    }
    values
}

/// A formula over points side by side, which fills some numbers for each.
pub(crate) trait Kernel<T> {
    /// How many numbers a point gets.
    #[inline(always)]
    fn width(&self) -> usize {
        1
    }

    /// The numbers of `L` points, those of a point next to each other.
    fn points<const L: usize>(&self, x: [T; L], values: &mut [f64]);
}

/// How many points go through a formula side by side: enough for the processor to be busy while
/// each waits for its last result.
const SIDE_BY_SIDE: usize = 8;

/// Runs a formula over all points, with vectors as wide as the processor has, or else as wide as
/// every processor of its kind has.
#[inline]
pub(crate) fn run<T: Copy>(
    kernel: impl Kernel<T>,
    x: &[T],
    values: &mut [f64],
) {
    // In the browser there are no vectors to fill, and every copy of a formula is to be loaded.
    if cfg!(not(target_arch = "wasm32")) && x.len() >= SIDE_BY_SIDE {
        widest(Run { kernel, x, values });
        return;
    }
    let width = kernel.width();
    for (&x, values) in x.iter().zip(values.chunks_exact_mut(width)) {
        kernel.points([x], values);
    }
}

/// At least [`SIDE_BY_SIDE`] points.
struct Run<'a, K, T> {
    kernel: K,
    x: &'a [T],
    values: &'a mut [f64],
}

impl<T: Copy, K: Kernel<T>> Pass for Run<'_, K, T> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let width = self.kernel.width();
        let size = SIDE_BY_SIDE * width;
        for start in (0..self.x.len()).step_by(SIDE_BY_SIDE) {
            // The last group overlaps the one before: what a point gets depends on nothing but
            // the point.
            let start = start.min(self.x.len() - SIDE_BY_SIDE);
            if let Some(&x) = self.x[start..].first_chunk::<SIDE_BY_SIDE>() {
                let values = &mut self.values[start * width..][..size];
                self.kernel.points(x, values);
            }
        }
    }
}

/// Lanes into a slice of as many numbers.
#[inline(always)]
pub(crate) fn put<const L: usize>(lanes: Lanes<L>, values: &mut [f64]) {
    if let Ok(values) = <&mut [f64; L]>::try_from(values) {
        *values = lanes.0;
    }
}
