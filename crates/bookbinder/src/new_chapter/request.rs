use std::{fs, path::Path};

use anyhow::{Context as _, bail, ensure};

/// A chapter that can be begun.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) number: u8,
    pub(super) slug: String,
    pub(super) title: String,
}

impl Request {
    /// A request for tests: chapter 3.
    #[cfg(test)]
    pub(super) fn example() -> Self {
        Self {
            number: 3,
            slug: "mixture-coefficients".to_owned(),
            title: "Mixture coefficients".to_owned(),
        }
    }

    /// Checks that the workspace at `root` has room for the chapter.
    pub(super) fn new(
        root: &Path,
        number: u8,
        slug: &str,
        title: &str,
    ) -> anyhow::Result<Self> {
        ensure!(number > 0, "chapters are counted from 1, got 0");
        ensure!(
            is_kebab_case(slug),
            "the slug must be lowercase words with hyphens between them, got `{slug}`"
        );
        ensure!(
            is_plain(title),
            "the title must be one line of words without markup, got `{title}`"
        );
        let packages = packages(root)?;
        let package_of = |number: u8| {
            let prefix = format!("ch{number:02}-");
            packages.iter().find(|name| name.starts_with(&prefix))
        };
        if let Some(package) = package_of(number) {
            bail!("chapter {number} exists: crates/{package}");
        }
        ensure!(
            package_of(number - 1).is_some(),
            "chapter {number} would leave a gap: there is no chapter {}",
            number - 1
        );
        Ok(Self { number, slug: slug.to_owned(), title: title.to_owned() })
    }

    /// The name by which the prose calls the chapter's crate: `ch03`.
    pub(super) fn name(&self) -> String {
        format!("ch{:02}", self.number)
    }

    /// The name of the chapter before: `ch02`.
    pub(super) fn name_before(&self) -> String {
        format!("ch{:02}", self.number - 1)
    }

    /// The name of the chapter's package: `ch03-mixture-coefficients`.
    pub(super) fn package(&self) -> String {
        format!("{}-{}", self.name(), self.slug)
    }
}

/// The names of the folders with crates.
fn packages(root: &Path) -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join("crates"))
        .context("cannot read the folder crates")?
    {
        let entry = entry.context("cannot read the folder crates")?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    Ok(names)
}

fn is_kebab_case(slug: &str) -> bool {
    let is_word = |word: &str| {
        let allowed =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        !word.is_empty() && word.bytes().all(allowed)
    };
    slug.split('-').all(is_word)
        && slug.starts_with(|first: char| first.is_ascii_lowercase())
}

/// Whether a title means the same in Markdown, in TOML and in Rust.
fn is_plain(title: &str) -> bool {
    let allowed =
        |at: char| at.is_alphanumeric() || " ,.:;!?'’()–-&".contains(at);
    !title.is_empty() && title.trim() == title && title.chars().all(allowed)
}
