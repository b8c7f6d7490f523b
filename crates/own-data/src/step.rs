use crate::nearest::nearest;

/// A round distance between the places of a slider: 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Step {
    factor: f64,
    power: i32,
}

impl Step {
    /// The largest that is not above `most`, which is positive.
    pub(crate) fn below(most: f64) -> Self {
        let mut power = libm::floor(libm::log10(most)) as i32;
        // The logarithm of a power of ten may be a little less than whole, or more.
        while (Self { factor: 10.0, power }).at(1.0) <= most {
            power += 1;
        }
        while (Self { factor: 1.0, power }).at(1.0) > most {
            power -= 1;
        }
        let factors = [5.0, 2.0, 1.0].map(|factor| Self { factor, power });
        let step = factors.into_iter().find(|step| step.at(1.0) <= most);
        step.unwrap_or(Self { factor: 1.0, power })
    }

    /// So many steps, in as few digits as there are.
    pub(crate) fn at(self, steps: f64) -> f64 {
        let whole = self.factor * steps;
        nearest(whole.abs() as u64, self.power).copysign(whole)
    }

    /// How many whole steps are nearest to `x`.
    pub(crate) fn nearest(self, x: f64) -> f64 {
        libm::round(x / self.at(1.0))
    }

    /// The last whole number of steps up to `x`, and the first from it.
    pub(crate) fn around(self, x: f64) -> [f64; 2] {
        let steps = x / self.at(1.0);
        // What lies on a step, but for the rounding of a division, is that step.
        [libm::floor(steps + 1e-6), libm::ceil(steps - 1e-6)]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_step_is_one_two_or_five_times_a_power_of_ten() {
        let below = |most| Step::below(most).at(1.0);
        for (most, step) in
            [(1.0, 1.0), (1.99, 1.0), (0.3, 0.2), (0.0999, 0.05), (53.0, 50.0)]
        {
            assert_eq!(below(most), step, "{most}");
        }
        assert_eq!(Step::below(0.1).at(3.0), 0.3);
        assert_eq!(Step::below(1e-150).at(1.0), 1e-150);
    }

    proptest! {
        #[test]
        fn a_step_is_more_than_a_third_of_what_it_may_be(power in -150.0..150.0_f64) {
            let most = libm::pow(10.0, power);
            let step = Step::below(most).at(1.0);
            prop_assert!(step <= most && step > most / 3.0, "{step} {most}");
        }
    }
}
