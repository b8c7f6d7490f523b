use super::NormalMixture;
use crate::{
    bulk::{Kernel, put, run},
    elementary::{
        Lanes, is_far_out, standard_normal, standard_normal_centre, uniform,
    },
    gaussian::Gaussian,
};

/// Draws from a mixture: the first of two numbers falls into the stretch of a component, the
/// second is turned into a draw from it.
struct Sampler {
    /// Where on the unit interval the stretch of each component ends, the last one aside.
    ends: Vec<f64>,
    gaussians: Vec<Gaussian>,
}

impl Sampler {
    fn of(mixture: &NormalMixture) -> Self {
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

    /// The component in whose stretch the number falls.
    fn choose(&self, bits: u64) -> Gaussian {
        let u = uniform(bits);
        self.gaussians[self.ends.partition_point(|&end| end <= u)]
    }

    /// A draw that the fast formula cannot make.
    #[cold]
    fn draw_far_out(&self, [class, normal]: [u64; 2]) -> f64 {
        self.choose(class).at(standard_normal(normal))
    }
}

/// A draw from one of two components.
struct OfTwo {
    end: f64,
    first: Gaussian,
    second: Gaussian,
}

impl Kernel<[u64; 2]> for OfTwo {
    #[inline(always)]
    fn points<const L: usize>(&self, bits: [[u64; 2]; L], draws: &mut [f64]) {
        let Self { end, first, second } = *self;
        let u = Lanes(bits.map(|[class, _]| uniform(class)));
        let pick = |a: f64, b: f64| u.map(|u| if u < end { a } else { b });
        let loc = pick(first.loc, second.loc);
        let scale = pick(first.scale, second.scale);
        let z = standard_normal_centre(bits.map(|[_, normal]| normal));
        put(loc + scale * z, draws);
    }
}

/// A draw from one of any number of components.
struct OfMany<'a>(&'a Sampler);

impl Kernel<[u64; 2]> for OfMany<'_> {
    #[inline(always)]
    fn points<const L: usize>(&self, bits: [[u64; 2]; L], draws: &mut [f64]) {
        let gaussians = bits.map(|[class, _]| self.0.choose(class));
        let loc = Lanes(gaussians.map(|gaussian| gaussian.loc));
        let scale = Lanes(gaussians.map(|gaussian| gaussian.scale));
        let z = standard_normal_centre(bits.map(|[_, normal]| normal));
        put(loc + scale * z, draws);
    }
}

impl NormalMixture {
    /// A draw out of each pair of 64 random bits.
    pub(super) fn draw(&self, bits: &[[u64; 2]], draws: &mut [f64]) {
        let sampler = Sampler::of(self);
        match (sampler.ends.as_slice(), sampler.gaussians.as_slice()) {
            (&[end], &[first, second]) => {
                run(OfTwo { end, first, second }, bits, draws);
            }
            _ => run(OfMany(&sampler), bits, draws),
        }
        // One draw in a thousand is not within the reach of the fast formula.
        for (draw, &bits) in draws.iter_mut().zip(bits) {
            if is_far_out(bits[1]) {
                *draw = sampler.draw_far_out(bits);
            }
        }
        if self.unit != 1.0 {
            for draw in draws {
                *draw /= self.unit;
            }
        }
    }
}
