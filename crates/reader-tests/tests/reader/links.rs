//! Links lead where they say.

use anyhow::{Context as _, ensure};
use fantoccini::key::Key;
use reader_tests::reader::Reader;

pub fn the_glossary_leads_to_the_first_use_of_a_term_and_the_term_leads_back(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.read("glossary.html")?;
    let target = follow(reader, ".first-use a")?;
    let is_term = reader.run(
        "return document.querySelector(':target')?.matches('a.term') ?? false",
    )?;
    ensure!(is_term == true, "{target} is no term");
    let in_sight = reader.run(IN_SIGHT)?;
    ensure!(in_sight == true, "{target} is out of sight");
    let back = follow(reader, ":target")?;
    ensure!(back.contains("/glossary.html#"), "{target} leads to {back}");
    let in_sight = reader.run(IN_SIGHT)?;
    ensure!(in_sight == true, "{back} is out of sight");
    Ok(())
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
const IN_SIGHT: &str = "
    const { top, bottom } = document.querySelector(':target').getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
";
