//! A small workspace: two crates and no book.

use std::fs;

use tempfile::TempDir;

/// A workspace of two crates and no book.
pub(crate) fn workspace() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join("crates/ch42-example").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let manifest =
        "[package]\nname = \"ch42-example\"\n\n[lib]\nname = \"ch42\"\n";
    write("Cargo.toml", manifest);
    write("src/lib.rs", LIB);
    write("src/peaks.rs", PEAKS);
    write("src/peaks/rule.rs", RULE);
    write("tfp/mixture.py", "print(\"{{#fact x}}\")\n");
    write("tfp/mixture.pyi", "");
    let other = root.path().join("crates/mixture");
    fs::create_dir_all(other.join("src")).unwrap();
    fs::write(other.join("Cargo.toml"), "[package]\nname = \"mixture\"\n")
        .unwrap();
    fs::write(other.join("src/lib.rs"), "/// One.\npub fn one() {}\n").unwrap();
    root
}

const LIB: &str = r#"//! An example.

mod peaks;

pub use peaks::{Peak, rule::*};

/// A bell.
///
/// With a [`loc`](Self::loc).
#[derive(Clone, Debug)]
pub struct Gaussian {
    /// Where it stands.
    pub loc: f64,
}

impl Gaussian {
    /// Its width.
    pub const SCALE: f64 = 1.0;

    /// Its height at `x`.
    #[must_use]
    #[inline]
    pub fn prob(&self, x: f64) -> f64 {
        // Not a bell at all.
        let z = x - self.loc;

        z / Self::SCALE
    }
}

impl Clone2 for Gaussian {
    fn twice(&self) -> Self {
        self.clone()
    }
}

/// Makes two of one.
pub trait Clone2 {
    /// The second.
    fn twice(&self) -> Self;
}

#[doc = "Adds."]
pub fn superpose(a: f64, b: f64) -> f64 { a + b }

#[cfg(test)]
mod tests {
    fn superpose() {}
}
"#;

const PEAKS: &str = r#"//! Peaks.

pub mod rule;

/// A peak.
pub enum Peak {
    High,
    Low,
}

impl std::fmt::Display for super::Gaussian {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "display")
    }
}

impl std::fmt::LowerExp for super::Gaussian {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "exp")
    }
}
"#;

const RULE: &str = r#"
/// How far a peak stands out.
pub fn prominence() -> f64 {
    super::helper()
}

/// The first peak, if they are in order.
pub fn first(peaks: &[f64]) -> Result<f64, Error> {
    check_finite("peaks", peaks)?;
    super::check_order(
        peaks,
    )?;

    let first = peaks[0];
    first.check()?;
    // Checks nothing by itself.
    checked(first)?;
    check_finite("first", &[first])
}

/// The smallest of some numbers.
pub fn smallest(numbers: &[f64], most: usize) -> Result<f64, Error> {
    for (index, number) in numbers.iter().enumerate() {
        if number.is_nan() {
            let argument = format!("numbers[{index}]");
            return Err(Error::argument(argument));
        }
    }
    if numbers.len() > most {
        return Err(Error::argument("numbers"));
    }
    let mut smallest = f64::INFINITY;
    for number in numbers {
        if *number < smallest {
            smallest = *number;
        }
    }
    if smallest.is_infinite() {
        return Err(Error::argument("numbers"));
    } else {
        Ok(smallest)
    }
}

/// That it is one, which is all that it does.
pub fn check_one(number: f64) -> Result<(), Error> {
    if number != 1.0 {
        return Err(Error::argument("number"));
    }
    Ok(())
}
"#;
