use crate::Error;

/// The whole numbers that running text spells out.
const WORDS: [&str; 13] = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "eleven", "twelve",
];

/// A number that the prose quotes by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Its name: `naive-area`.
    pub name: &'static str,
    /// Its value, for tests.
    pub value: f64,
    /// Its value as the prose prints it.
    pub text: String,
}

impl Fact {
    /// The fact of this name.
    pub(crate) fn find<'a>(
        facts: &'a [Self],
        name: &str,
    ) -> Result<&'a Self, Error> {
        let found = facts.iter().find(|fact| fact.name == name);
        found.ok_or_else(|| Error::UnknownFact {
            name: name.to_owned(),
            known: facts.iter().map(|fact| fact.name).collect(),
        })
    }

    /// A whole number, its thousands set apart by commas: `113,804`.
    #[must_use]
    pub fn count(name: &'static str, value: usize) -> Self {
        let digits = value.to_string();
        let mut text = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        Self { name, value: value as f64, text }
    }

    /// A whole number, in words up to twelve: `two`, `13`.
    #[must_use]
    pub fn count_in_words(name: &'static str, value: usize) -> Self {
        let fact = Self::count(name, value);
        match WORDS.get(value) {
            Some(word) => Self { text: (*word).to_owned(), ..fact },
            None => fact,
        }
    }

    /// A number with a fixed count of decimals; a negative one has a true minus sign.
    #[must_use]
    pub fn number(name: &'static str, value: f64, decimals: usize) -> Self {
        Self { name, value, text: figure::number(value, decimals) }
    }

    /// A share of one, printed in percent: `0.605` is `60.5%`.
    #[must_use]
    pub fn percent(name: &'static str, value: f64, decimals: usize) -> Self {
        Self {
            name,
            value,
            text: format!("{}%", figure::number(100.0 * value, decimals)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fact;

    #[test]
    fn thousands_are_set_apart_by_commas() {
        let text = |value| Fact::count("n", value).text;
        assert_eq!(
            [0, 7, 200, 1000, 113_804, 1_234_567].map(text),
            ["0", "7", "200", "1,000", "113,804", "1,234,567"]
        );
    }

    #[test]
    fn small_counts_are_words_and_large_ones_figures() {
        let text = |value| Fact::count_in_words("n", value).text;
        assert_eq!([1, 2, 12, 13].map(text), ["one", "two", "twelve", "13"]);
    }

    #[test]
    fn numbers_keep_their_decimals_and_percentages_their_sign() {
        assert_eq!(Fact::number("x", 2.0, 3).text, "2.000");
        assert_eq!(Fact::number("x", -0.25, 2).text, "\u{2212}0.25");
        assert_eq!(Fact::percent("x", 0.605, 1).text, "60.5%");
    }
}
