use super::NormalMixture;
use crate::{
    bulk::{Kernel, put, run},
    elementary::{
        Lanes, is_far_out, standard_normal, standard_normal_centre, uniform,
    },
    gaussian::Gaussian,
};

/// Which component a draw comes from: the one into whose stretch of the unit interval a number
/// falls.
trait Choice {
    fn choose(&self, bits: u64) -> Gaussian;
}

/// Of any number of components.
struct OfMany {
    /// Where on the unit interval the stretch of each component ends, the last one aside.
    ends: Vec<f64>,
    gaussians: Vec<Gaussian>,
}

impl OfMany {
    fn new(mixture: &NormalMixture) -> Self {
        let parts = mixture.parts.iter().filter(|part| part.weight > 0.0);
        let mut end = 0.0;
        let (mut ends, gaussians): (Vec<f64>, Vec<Gaussian>) = parts
            .map(|part| {
                end += part.weight;
                (end, part.gaussian)
            })
            .unzip();
        ends.pop();
        Self { ends, gaussians }
    }
}

impl Choice for OfMany {
    fn choose(&self, bits: u64) -> Gaussian {
        let u = uniform(bits);
        self.gaussians[self.ends.partition_point(|&end| end <= u)]
    }
}

impl Kernel<[u64; 2]> for &OfMany {
    #[inline(always)]
    fn points<const L: usize>(&self, bits: [[u64; 2]; L], draws: &mut [f64]) {
        let gaussians = bits.map(|[class, _]| self.choose(class));
        let loc = Lanes(gaussians.map(|gaussian| gaussian.loc));
        let scale = Lanes(gaussians.map(|gaussian| gaussian.scale));
        let z = standard_normal_centre(bits.map(|[_, normal]| normal));
        put(loc + scale * z, draws);
    }
}

/// Of two components.
struct OfTwo {
    end: f64,
    first: Gaussian,
    second: Gaussian,
}

impl Choice for OfTwo {
    fn choose(&self, bits: u64) -> Gaussian {
        if uniform(bits) < self.end { self.first } else { self.second }
    }
}

impl Kernel<[u64; 2]> for &OfTwo {
    #[inline(always)]
    fn points<const L: usize>(&self, bits: [[u64; 2]; L], draws: &mut [f64]) {
        let OfTwo { end, first, second } = **self;
        let u = Lanes(bits.map(|[class, _]| uniform(class)));
        let pick = |a: f64, b: f64| u.map(|u| if u < end { a } else { b });
        let loc = pick(first.loc, second.loc);
        let scale = pick(first.scale, second.scale);
        let z = standard_normal_centre(bits.map(|[_, normal]| normal));
        put(loc + scale * z, draws);
    }
}

/// A draw out of each pair of 64 random bits: the first choose the component, the second are turned
/// into a draw from it.
fn draw<C: Choice>(choice: &C, bits: &[[u64; 2]], draws: &mut [f64])
where
    for<'a> &'a C: Kernel<[u64; 2]>,
{
    run(choice, bits, draws);
    // One draw in a thousand is not within the reach of the fast formula.
    for (draw, &[class, normal]) in draws.iter_mut().zip(bits) {
        if is_far_out(normal) {
            *draw = choice.choose(class).at(standard_normal(normal));
        }
    }
}

impl NormalMixture {
    /// A draw out of each pair of 64 random bits.
    pub(super) fn draw(&self, bits: &[[u64; 2]], draws: &mut [f64]) {
        match self.parts[..] {
            [one, other] if one.weight > 0.0 && other.weight > 0.0 => {
                let (first, second) = (one.gaussian, other.gaussian);
                let of_two = OfTwo { end: one.weight, first, second };
                draw(&of_two, bits, draws);
            }
            _ => draw(&OfMany::new(self), bits, draws),
        }
        if self.unit != 1.0 {
            for draw in draws {
                *draw /= self.unit;
            }
        }
    }
}
