/// What a reader's function may return: it can be compared but for rounding, and told in words.
pub trait Answer {
    /// Whether this is what was expected. Numbers may differ by a billionth.
    fn agrees(&self, expected: &Self) -> bool;

    /// The value, short enough to be read.
    fn words(&self) -> String;
}

impl Answer for f64 {
    fn agrees(&self, expected: &Self) -> bool {
        self == expected
            || (self - expected).abs() <= 1e-9 * expected.abs() + 1e-12
    }

    fn words(&self) -> String {
        let size = self.abs();
        match size {
            _ if self.is_infinite() => format!("{self}inity"),
            _ if self.is_nan() || size == 0.0 => size.to_string(),
            1e-4..1e9 => without_zeros(&format!("{self:.6}")),
            _ => format!("{self:.3e}"),
        }
    }
}

/// `0.5` for `0.500000`.
fn without_zeros(digits: &str) -> String {
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

impl Answer for usize {
    fn agrees(&self, expected: &Self) -> bool {
        self == expected
    }

    fn words(&self) -> String {
        self.to_string()
    }
}

impl<T: Answer> Answer for Vec<T> {
    fn agrees(&self, expected: &Self) -> bool {
        self.len() == expected.len()
            && self.iter().zip(expected).all(|(a, b)| a.agrees(b))
    }

    fn words(&self) -> String {
        let words: Vec<_> = self.iter().map(Answer::words).collect();
        format!("[{}]", words.join(", "))
    }
}

impl<T: Answer> Answer for Option<T> {
    fn agrees(&self, expected: &Self) -> bool {
        match (self, expected) {
            (Some(got), Some(expected)) => got.agrees(expected),
            (None, None) => true,
            _ => false,
        }
    }

    fn words(&self) -> String {
        let some = |value: &T| format!("Some({})", value.words());
        self.as_ref().map_or_else(|| "None".to_owned(), some)
    }
}

impl<A: Answer, B: Answer> Answer for (A, B) {
    fn agrees(&self, expected: &Self) -> bool {
        self.0.agrees(&expected.0) && self.1.agrees(&expected.1)
    }

    fn words(&self) -> String {
        format!("({}, {})", self.0.words(), self.1.words())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_as_a_reader_would_write_them() {
        let told = [
            (0.1 + 0.2, "0.3"),
            (-2.0, "-2"),
            (1234.5, "1234.5"),
            (1e-300, "1.000e-300"),
            (-0.0, "0"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "infinity"),
        ];
        for (number, words) in told {
            assert_eq!(number.words(), words);
        }
    }

    #[test]
    fn what_holds_numbers_is_told_by_them() {
        let value = Some(vec![(1_usize, 0.5), (2, 1.5)]);
        assert_eq!(value.words(), "Some([(1, 0.5), (2, 1.5)])");
        assert_eq!(None::<f64>.words(), "None");
    }

    #[test]
    fn nan_and_another_length_never_agree() {
        assert!(!f64::NAN.agrees(&0.0));
        assert!(!vec![1.0].agrees(&vec![1.0, 1.0]));
        assert!(!Some(1.0).agrees(&None));
        assert!(!(1_usize, 0.5).agrees(&(2, 0.5)));
    }

    #[test]
    fn a_difference_of_a_millionth_is_seen() {
        assert!(1.0.agrees(&(1.0 + 1e-10)));
        assert!(!1.0.agrees(&(1.0 + 1e-6)));
    }
}
