use anyhow::Context as _;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, value};

use super::request::Request;

/// The workspace's manifest with the chapter among its dependencies.
pub(super) fn workspace(
    text: &str,
    request: &Request,
) -> anyhow::Result<String> {
    let mut manifest: DocumentMut = text.parse()?;
    let dependencies = manifest
        .get_mut("workspace")
        .and_then(|workspace| workspace.get_mut("dependencies"))
        .and_then(Item::as_table_mut)
        .context("it has no [workspace.dependencies]")?;
    let mut dependency = InlineTable::new();
    let package = request.package();
    dependency.insert("path", format!("crates/{package}").into());
    dependency.insert("package", package.into());
    insert(dependencies, request, value(dependency))?;
    Ok(manifest.to_string())
}

/// The manifest of the live figures with a feature that compiles the chapter's.
pub(super) fn live(text: &str, request: &Request) -> anyhow::Result<String> {
    let mut manifest: DocumentMut = text.parse()?;
    let name = request.name();
    let features = table(&mut manifest, "features")?;
    features
        .get_mut("default")
        .and_then(Item::as_array_mut)
        .context("it has no default features")?
        .push(&name);
    let feature = Array::from_iter([format!("dep:{name}")]);
    insert(features, request, value(feature))?;
    let mut dependency = InlineTable::new();
    dependency.insert("workspace", true.into());
    dependency.insert("optional", true.into());
    let dependencies = table(&mut manifest, "dependencies")?;
    insert(dependencies, request, value(dependency))?;
    Ok(manifest.to_string())
}

/// The bookbinder's manifest with the chapter among its dependencies.
pub(super) fn bookbinder(
    text: &str,
    request: &Request,
) -> anyhow::Result<String> {
    let mut manifest: DocumentMut = text.parse()?;
    let dependencies = table(&mut manifest, "dependencies")?;
    let mut dependency = Table::new();
    dependency.set_dotted(true);
    dependency.insert("workspace", value(true));
    insert(dependencies, request, Item::Table(dependency))?;
    Ok(manifest.to_string())
}

fn table<'a>(
    manifest: &'a mut DocumentMut,
    name: &str,
) -> anyhow::Result<&'a mut Table> {
    let table = manifest.get_mut(name).and_then(Item::as_table_mut);
    table.with_context(|| format!("it has no [{name}]"))
}

/// Inserts the chapter after the one before it, everything else where and as it was.
fn insert(
    table: &mut Table,
    request: &Request,
    dependency: Item,
) -> anyhow::Result<()> {
    let before = request.name_before();
    let keys: Vec<String> =
        table.iter().map(|(key, _)| key.to_owned()).collect();
    let place = keys.iter().position(|key| *key == before);
    let place =
        place.with_context(|| format!("it does not depend on {before}"))?;
    let after = keys[place + 1..].iter();
    let moved: Vec<_> =
        after.filter_map(|key| table.remove_entry(key)).collect();
    table.insert(&request.name(), dependency);
    for (key, item) in moved {
        table.insert_formatted(&key, item);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chapter_stands_after_the_one_before_and_all_else_stays_as_it_was() {
        let text = "[workspace]\nmembers = [\"crates/*\"]\n\n[workspace.dependencies]\n\
                    # The house.\nch02 = { path = \"b\" }\n\n# Mathematics.\nlibm = \"0.2\" # same\n\n\
                    [profile.dev]\ndebug = 1\n";
        let new = "ch03 = { path = \"crates/ch03-mixture-coefficients\", \
                   package = \"ch03-mixture-coefficients\" }\n";
        assert_eq!(
            workspace(text, &Request::example()).unwrap(),
            text.replace("\n\n# Math", &format!("\n{new}\n# Math"))
        );
    }

    #[test]
    fn the_bookbinder_depends_on_the_chapter_as_on_the_others() {
        let text = "[dependencies]\nch02.workspace = true\nchapter.workspace = true\n\n\
                    [dev-dependencies]\ninsta.workspace = true\n";
        assert_eq!(
            bookbinder(text, &Request::example()).unwrap(),
            text.replace("chapter.", "ch03.workspace = true\nchapter.")
        );
    }

    #[test]
    fn its_live_figures_have_a_feature_of_their_own() {
        let text = "[features]\ndefault = [\"ch02\"]\nch02 = [\"dep:ch02\"]\n\n\
                    [dependencies]\nch02 = { workspace = true, optional = true }\n\
                    chapter.workspace = true\n";
        let entered = "[features]\ndefault = [\"ch02\", \"ch03\"]\nch02 = [\"dep:ch02\"]\n\
                       ch03 = [\"dep:ch03\"]\n\n\
                       [dependencies]\nch02 = { workspace = true, optional = true }\n\
                       ch03 = { workspace = true, optional = true }\n\
                       chapter.workspace = true\n";
        assert_eq!(live(text, &Request::example()).unwrap(), entered);
    }

    #[test]
    fn a_manifest_without_the_chapter_before_is_refused() {
        let error =
            bookbinder("[dependencies]\n", &Request::example()).unwrap_err();
        assert_eq!(error.to_string(), "it does not depend on ch02");
    }
}
