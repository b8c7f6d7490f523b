//! `{{#file ch06-tfp-style/tfp/mixture.py}}`: a whole file of a crate, under its name.

use super::{Context, Directive, Expanded, Place, named_listing};
use crate::nearest::Unknown;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "file",
    usage: "{{#file PATH}}, such as {{#file ch06-tfp-style/tfp/mixture.py}},",
    arguments: 1..=1,
    is_block: true,
    expand,
};

/// The languages of listings, by the ends of their files' names.
const LANGUAGES: [(&str, &str); 6] = [
    ("csv", "text"),
    ("json", "json"),
    ("py", "python"),
    ("rs", "rust"),
    ("toml", "toml"),
    ("txt", "text"),
];

fn expand(context: &Context<'_>, _: Place<'_>, paths: &[String]) -> Expanded {
    let path = &paths[0];
    let file = context.sources.file(path)?;
    let end = path.rsplit_once('.').map_or("", |(_, end)| end);
    let language = LANGUAGES.iter().find(|(known, _)| *known == end);
    let (_, language) = language.ok_or_else(|| {
        let known = LANGUAGES.iter().map(|(known, _)| known);
        Unknown::new("kind of file", end, known)
    })?;
    let name = path.rsplit_once('/').map_or(path.as_str(), |(_, name)| name);
    Ok(named_listing(name, &file.name, language, &file.text))
}
