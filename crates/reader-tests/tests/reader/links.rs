//! Links lead where they say.

use anyhow::{Context as _, ensure};
use fantoccini::key::Key;
use reader_tests::reader::Reader;

pub(crate) fn the_glossary_leads_to_the_first_use_of_a_term_and_the_term_leads_back(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.read("glossary.html")?;
    let target = follow(reader, ".first-use a")?;
    let is_term =
        reader.is("document.querySelector('a.term:target') !== null")?;
    ensure!(is_term, "{target} is no term");
    reader.wait_until(IN_SIGHT)?;
    let back = follow(reader, ":target")?;
    ensure!(back.contains("/glossary.html#"), "{target} leads to {back}");
    reader.wait_until(IN_SIGHT)
}

/// Follows a link by keyboard, and gives the address where it leads.
fn follow(reader: &Reader, link: &str) -> anyhow::Result<String> {
    let quoted = serde_json::to_string(link)?;
    let script = format!(
        "const link = document.querySelector({quoted}); link.focus(); return link.href"
    );
    let address = reader.run(&script)?;
    let address = address.as_str().context("a link has no address")?.to_owned();
    reader.press([Key::Enter])?;
    reader.wait_until(&format!(
        "location.href === {address:?} && document.readyState === 'complete'"
    ))?;
    Ok(address)
}

/// Whether the target of the address is on the screen.
const IN_SIGHT: &str = "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)\
     (document.querySelector(':target').getBoundingClientRect())";
