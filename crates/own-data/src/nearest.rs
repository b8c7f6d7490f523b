//! The number that is nearest to a decimal numeral.
//!
//! Not `str::parse`: it takes a table of powers of five along that weighs a tenth of what the page
//! may. This multiplies and divides in whole numbers of any length, and is as exact.

use std::iter::once;

/// The powers of ten that are numbers themselves, without rounding, end here.
const LARGEST_POWER: u32 = 22;

/// So many digits decide any rounding; of the others it matters whether they are all zero.
const MOST_DIGITS: usize = 800;

/// So many digits fit into 64 bits.
const SHORT: usize = 19;

/// A numeral without its sign: its digits as a whole number, times a power of ten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Numeral<'a> {
    whole: &'a [u8],
    fraction: &'a [u8],
    power: i32,
}

impl<'a> Numeral<'a> {
    /// Reads `12`, `1.2`, `.2`, `1.` and any of them with an exponent, as in `1e-3`.
    pub(crate) fn read(text: &'a str) -> Option<Self> {
        let (whole, rest) = digits(text.as_bytes());
        let (fraction, rest) = match rest {
            [b'.', rest @ ..] => digits(rest),
            _ => (&[][..], rest),
        };
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let power = match rest {
            [] => 0,
            [b'e' | b'E', exponent @ ..] => power(exponent)?,
            _ => return None,
        };
        Some(Self { whole, fraction, power })
    }

    /// Whether all digits are zeros.
    pub(crate) fn is_zero(&self) -> bool {
        self.digits().all(|digit| digit == b'0')
    }

    /// The nearest number; of two, the even one.
    pub(crate) fn value(&self) -> f64 {
        let mut digits = self.digits().skip_while(|&digit| digit == b'0');
        let places = i32::try_from(self.fraction.len()).unwrap_or(i32::MAX);
        let mut power = self.power.saturating_sub(places);
        let append = |value: u64, digit| 10 * value + u64::from(digit - b'0');
        let head = digits.by_ref().take(SHORT).fold(0, append);
        let Some(next) = digits.next() else {
            return nearest(head, power);
        };
        let mut integer = Integer::from(head);
        let mut digits = once(next).chain(digits);
        for digit in digits.by_ref().take(MOST_DIGITS - SHORT) {
            integer.multiply(10, u32::from(digit - b'0'));
        }
        // A digit for all that follow: it is only asked whether there is anything.
        let (more, rest) = digits.fold((0_i32, 0), |(more, rest), digit| {
            (more.saturating_add(1), rest | u32::from(digit != b'0'))
        });
        if more > 0 {
            integer.multiply(10, rest);
            power = power.saturating_add(more - 1);
        }
        integer.times_ten_to_the(power)
    }

    fn digits(&self) -> impl Iterator<Item = u8> {
        self.whole.iter().chain(self.fraction).copied()
    }
}

/// The digits at the beginning, and what follows.
fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| !byte.is_ascii_digit());
    text.split_at_checked(end.unwrap_or(text.len())).unwrap_or_default()
}

/// An exponent; one that is beyond all numbers is as large as can be.
fn power(text: &[u8]) -> Option<i32> {
    let (sign, text) = match text {
        [b'-', text @ ..] => (-1, text),
        [b'+', text @ ..] | text => (1, text),
    };
    let (digits, rest) = digits(text);
    if digits.is_empty() || !rest.is_empty() {
        return None;
    }
    let append = |power: i32, digit: &u8| {
        power.saturating_mul(10).saturating_add(i32::from(digit - b'0'))
    };
    Some(sign * digits.iter().fold(0, append))
}

/// The number that is nearest to a whole one times a power of ten.
pub(crate) fn nearest(whole: u64, power: i32) -> f64 {
    if whole > 1 << 53 || power.unsigned_abs() > LARGEST_POWER {
        return Integer::from(whole).times_ten_to_the(power);
    }
    // Both are numbers without rounding, so that there is but one rounding.
    let ten = (0..power.unsigned_abs()).fold(1.0, |ten, _| ten * 10.0);
    if power < 0 { whole as f64 / ten } else { whole as f64 * ten }
}

/// A whole number of any length: its digits to the base 2³², the smallest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Integer(Vec<u32>);

impl From<u64> for Integer {
    fn from(value: u64) -> Self {
        let mut integer = Self(vec![value as u32, (value >> 32) as u32]);
        integer.trim();
        integer
    }
}

impl Integer {
    /// The number that is nearest to this times a power of ten.
    fn times_ten_to_the(mut self, power: i32) -> f64 {
        // Beyond these all is infinite, or zero, however many digits there are.
        let power = power.clamp(-2000, 400);
        let mut exponent = 0;
        if power < 0 {
            // Room for 64 bits behind the division, of which each by ten takes less than four.
            let room = 64 + 4 * power.unsigned_abs();
            self.shift(room);
            exponent = -room.cast_signed();
        }
        let mut exact = true;
        for _ in 0..power.unsigned_abs() / 9 {
            exact &= self.scale(1_000_000_000, power < 0);
        }
        for _ in 0..power.unsigned_abs() % 9 {
            exact &= self.scale(10, power < 0);
        }
        self.round(exponent, exact)
    }

    /// Multiplies by a factor, and adds.
    fn multiply(&mut self, factor: u32, add: u32) {
        let mut carry = u64::from(add);
        for digit in &mut self.0 {
            carry += u64::from(*digit) * u64::from(factor);
            *digit = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// Multiplies, or divides, and says whether nothing was left over.
    fn scale(&mut self, factor: u32, divide: bool) -> bool {
        if !divide {
            self.multiply(factor, 0);
            return true;
        }
        let mut rest = 0;
        for digit in self.0.iter_mut().rev() {
            let dividend = rest << 32 | u64::from(*digit);
            *digit = (dividend / u64::from(factor)) as u32;
            rest = dividend % u64::from(factor);
        }
        self.trim();
        rest == 0
    }

    /// Multiplies by a power of two.
    fn shift(&mut self, bits: u32) {
        self.multiply(1 << (bits % 32), 0);
        if !self.0.is_empty() {
            let zeros = vec![0; bits as usize / 32];
            self.0.splice(..0, zeros);
        }
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// The number nearest to this times a power of two, of which a little is missing if it is not
    /// exact.
    fn round(mut self, mut exponent: i32, mut exact: bool) -> f64 {
        let Some(last) = self.0.last() else {
            return 0.0;
        };
        // The first bit to the beginning of a digit: two digits are then the 64 bits that count.
        let free = last.leading_zeros();
        self.shift(free);
        exponent -= free.cast_signed();
        while self.0.len() > 2 {
            exact &= self.0.remove(0) == 0;
            exponent += 32;
        }
        let bits = match self.0[..] {
            [low, high] => u64::from(high) << 32 | u64::from(low),
            [only] => {
                exponent -= 32;
                u64::from(only) << 32
            }
            _ => 0,
        };
        // Numbers have 53 bits, near zero fewer: none is below 2⁻¹⁰⁷⁴.
        let drop = (-1074 - exponent).max(11);
        if drop > 64 {
            return 0.0;
        }
        let kept = bits.checked_shr(drop.unsigned_abs()).unwrap_or(0);
        let half = 1 << (drop - 1);
        let rest = bits & (half | (half - 1));
        let up = rest > half || rest == half && (!exact || kept % 2 == 1);
        let kept = kept + u64::from(up);
        libm::scalbn(kept as f64, exponent + drop)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Option<u64> {
        Numeral::read(text).map(|numeral| numeral.value().to_bits())
    }

    /// As the standard library reads it.
    fn oracle(text: &str) -> Option<u64> {
        text.parse().ok().map(f64::to_bits)
    }

    #[test]
    fn the_hard_cases_are_read_as_the_standard_library_reads_them() {
        for text in [
            "0",
            "0.0e5",
            "1",
            "1.",
            ".5",
            "9007199254740993",
            "9007199254740993.0000000000000000000001",
            "123456789012345678901234567890",
            "1e22",
            "1e23",
            "8.5e22",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e309",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "4.9e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "1e-400",
            "0.000001e-99999999999",
            "1e99999999999",
            "5e-1",
            "00000000000000000000000000000000000001",
        ] {
            assert_eq!(read(text), oracle(text), "{text}");
        }
        let zeros = "0".repeat(2000);
        for text in [
            format!("0.{zeros}1e2001"),
            format!("1{zeros}e-2000"),
            format!("9007199254740993.{zeros}"),
            format!("9007199254740993.{zeros}1"),
            format!("1{zeros}1"),
        ] {
            assert_eq!(read(&text), oracle(&text), "{text}");
        }
    }

    #[test]
    fn what_is_no_numeral_is_not_read() {
        for text in ["", ".", "e5", "1e", "1e+", "1.2.3", "1,5", "1e5.", "inf"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_number_is_read_back_from_its_shortest_numeral(bits: u64) {
            let value = f64::from_bits(bits).abs();
            prop_assume!(value.is_finite());
            prop_assert_eq!(read(&format!("{value:e}")), Some(value.to_bits()));
            prop_assert_eq!(read(&value.to_string()), Some(value.to_bits()));
        }

        #[test]
        fn the_middle_between_two_numbers_goes_to_the_even_one(
            half in 1_u128 << 52..1 << 53,
            power in 0_u32..31,
        ) {
            let middle = 2 * half + 1;
            let fraction = middle * 5_u128.pow(power);
            for (whole, power) in [(middle << power, 0), (fraction, power)] {
                for text in [
                    format!("{whole}e-{power}"),
                    format!("{whole}.000001e-{power}"),
                    format!("{}.999999e-{power}", whole - 1),
                ] {
                    prop_assert_eq!(read(&text), oracle(&text), "{}", text);
                }
            }
        }

        #[test]
        fn any_numeral_is_read_as_the_standard_library_reads_it(
            text in "[0-9]{0,30}(\\.[0-9]{0,30})?([eE][+-]?[0-9]{1,3})?",
        ) {
            prop_assert_eq!(read(&text), oracle(&text));
        }
    }
}
