//! How names are written: in plain text, in LaTeX, and in the letters of a picture.

/// A symbol with its indices: Z with none, `π_d` with one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) base: String,
    pub(crate) indices: Vec<String>,
}

impl Term {
    /// The symbol of a node's name, and more indices; what follows an underscore is an index.
    pub(crate) fn of(name: &str, indices: Vec<String>) -> Self {
        let (base, index) = name.split_once('_').unwrap_or((name, ""));
        let own = index.split(',').filter(|index| !index.is_empty());
        Self {
            base: base.to_owned(),
            indices: own.map(str::to_owned).chain(indices).collect(),
        }
    }
}

/// Where a formula is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Text,
    Latex,
}

impl Script {
    pub(crate) fn term(self, term: &Term) -> String {
        let base = match self {
            Self::Text => term.base.clone(),
            Self::Latex => latex(&term.base),
        };
        let indices = term.indices.join(",");
        match self {
            _ if indices.is_empty() => base,
            Self::Text if is_number(&indices) => base + &lowered(&indices),
            _ if indices.chars().count() == 1 => format!("{base}_{indices}"),
            Self::Latex => format!("{base}_{{{indices}}}"),
            Self::Text => format!("{base}_{{{}}}", indices.replace('-', "−")),
        }
    }

    pub(crate) fn given(self) -> &'static str {
        match self {
            Self::Text => " | ",
            Self::Latex => r" \mid ",
        }
    }

    pub(crate) fn times(self) -> &'static str {
        match self {
            Self::Text => " ",
            Self::Latex => r"\, ",
        }
    }

    /// The sign of a product over an index.
    pub(crate) fn product(
        self,
        index: &str,
        first: usize,
        last: &str,
    ) -> String {
        match self {
            Self::Text => {
                format!("∏_{{{index}={first}}}^{{{}}} ", last.replace('-', "−"))
            }
            Self::Latex => format!(r"\prod_{{{index}={first}}}^{{{last}}} "),
        }
    }

    pub(crate) fn bracketed(self, inside: &str) -> String {
        match self {
            Self::Text => format!("[{inside}]"),
            Self::Latex => format!(r"\left[{inside}\right]"),
        }
    }
}

/// The Greek letters from α to ω, as LaTeX calls them.
const GREEK: [&str; 25] = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta",
    "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho",
    "varsigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
];

/// How many places after `first` a letter stands in Unicode, if it is among `count` letters.
fn place(letter: char, first: char, count: u32) -> Option<u32> {
    let place = u32::from(letter).checked_sub(u32::from(first))?;
    (place < count).then_some(place)
}

fn latex(base: &str) -> String {
    let mut letters = base.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        let escaped = base.replace(['\\', '{', '}'], "");
        return format!(r"\mathrm{{{escaped}}}");
    };
    match place(letter, 'α', 25) {
        Some(place) => format!(r"\{}", GREEK[place as usize]),
        None => base.to_owned(),
    }
}

/// A symbol of one letter in the italics of formulas; a word stays as it is.
pub(crate) fn italic(symbol: &str) -> String {
    let mut letters = symbol.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return symbol.to_owned();
    };
    let alphabets = [('A', 26, '𝐴'), ('a', 26, '𝑎'), ('α', 25, '𝛼')];
    let italic = alphabets.iter().find_map(|&(first, count, italic)| {
        let place = place(letter, first, count)?;
        char::from_u32(u32::from(italic) + place)
    });
    // Unicode has this one under the name of Planck's constant.
    let italic = if letter == 'h' { Some('ℎ') } else { italic };
    italic.unwrap_or(letter).to_string()
}

fn is_number(index: &str) -> bool {
    index.chars().all(|c| c.is_ascii_digit())
}

/// A number as an index: 12 is ₁₂.
pub(crate) fn lowered(digits: &str) -> String {
    let lower = |c: char| {
        let digit = c.to_digit(10)?;
        char::from_u32(u32::from('₀') + digit)
    };
    digits.chars().map(|c| lower(c).unwrap_or(c)).collect()
}
