//! The book for those who read otherwise: axe-core finds nothing to complain of.

use anyhow::{bail, ensure};
use fantoccini::key::Key;
use reader_tests::{reader::Reader, tools, view::View};
use serde_json::Value;

use crate::pictures;

/// The page's violations of the rules of axe-core, a line each.
const VIOLATIONS: &str = r#"
    axe.run(document, { preload: false, resultTypes: ["violations"] }).then(
        ({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
            nodes.map(({ html, target }) => `${id}: ${help}: ${target}: ${html.slice(0, 160)}`))),
        (error) => done([String(error)]),
    );
"#;

/// What narrow pages break, and what light colours, and pictures as they were built.
pub(crate) fn no_light_page_on_a_phone_breaks_a_rule_of_axe_core(
    reader: &Reader,
) -> anyhow::Result<()> {
    let view = View { width: 390, ..View::default() };
    no_page_breaks_a_rule(reader, view, false)
}

/// What wide pages break, and what dark colours, and pictures that a reader has moved.
pub(crate) fn no_dark_page_on_a_desk_breaks_a_rule_of_axe_core(
    reader: &Reader,
) -> anyhow::Result<()> {
    let view = View { dark: true, ..View::default() };
    no_page_breaks_a_rule(reader, view, true)
}

fn no_page_breaks_a_rule(
    reader: &Reader,
    view: View,
    moved: bool,
) -> anyhow::Result<()> {
    reader.look(view)?;
    let mut faults = Vec::new();
    for page in reader.book().pages() {
        reader.read(page)?;
        if moved
            && reader.is("document.querySelector('form.controls') !== null")?
        {
            for figure in pictures::on(page) {
                reader.set(figure, &figure.moved())?;
            }
        }
        let found = violations(reader)?;
        faults.extend(found.iter().map(|fault| format!("{page}: {fault}")));
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

pub(crate) fn no_open_menu_breaks_a_rule_of_axe_core(
    reader: &Reader,
) -> anyhow::Result<()> {
    let keys: [(&str, &[char], &str); 3] = [
        ("search", &['s', 'b', 'e', 'l', 'l'], "#mdbook-searchresults li"),
        ("help", &['?'], "#mdbook-help-popup"),
        ("themes", &[], "#mdbook-theme-list"),
    ];
    for (menu, keys, shown) in keys {
        reader.read("outro.html")?;
        if keys.is_empty() {
            reader.run(
                "document.querySelector('#mdbook-theme-toggle').focus()",
            )?;
            reader.press([Key::Enter])?;
        }
        reader.press(keys.iter().copied())?;
        let is_shown =
            format!("document.querySelector('{shown}')?.checkVisibility()");
        reader.wait_until(&is_shown)?;
        let faults = violations(reader)?;
        ensure!(faults.is_empty(), "{menu}:\n{}", faults.join("\n"));
    }
    Ok(())
}

fn violations(reader: &Reader) -> anyhow::Result<Vec<String>> {
    reader.run(&tools::axe()?)?;
    match reader.run_async(VIOLATIONS)? {
        Value::Array(found) => {
            let text = |fault: &Value| fault.as_str().map(str::to_owned);
            Ok(found.iter().filter_map(text).collect())
        }
        other => bail!("axe-core answers {other}"),
    }
}
