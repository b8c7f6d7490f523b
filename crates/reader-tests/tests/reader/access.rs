//! The book for those who read otherwise.

use anyhow::ensure;
use reader_tests::{reader::Reader, view::View};
use serde_json::Value;

/// The page's violations of the rules of axe-core, a line each.
const VIOLATIONS: &str = r#"
    axe.run(document, { resultTypes: ["violations"] }).then(
        ({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
            nodes.map(({ html, target }) => `${id}: ${help}: ${target} ${html.slice(0, 160)}`))),
        (error) => done([String(error)]),
    );
"#;

/// axe-core finds nothing to complain of on any page.
pub fn no_page_keeps_anybody_out(
    reader: &Reader,
    axe: &str,
    dark: bool,
) -> anyhow::Result<()> {
    reader.look(View { dark, ..View::default() })?;
    let mut faults = Vec::new();
    for page in reader.pages() {
        reader.read(page)?;
        reader.run(axe)?;
        let Value::Array(found) = reader.run_async(VIOLATIONS)? else {
            anyhow::bail!("axe-core says nothing of {page}");
        };
        faults.extend(found.iter().map(|fault| format!("{page}: {fault}")));
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}
