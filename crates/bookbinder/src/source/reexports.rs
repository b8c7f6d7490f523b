//! The further paths that `pub use` gives to an item.

use syn::UseTree;

use super::item::Item;

/// `pub use` in a module, for one name or for all.
#[derive(Clone, Debug)]
pub(super) struct Reexport {
    /// The module that re-exports.
    module: String,
    /// What it re-exports, as written: `peaks::prominence`, or `peaks` where it is `peaks::*`.
    target: Vec<String>,
    /// The new name; none for all that the target contains.
    name: Option<String>,
}

/// The re-exports of one `pub use` in `module`.
pub(super) fn of(module: &str, tree: &UseTree) -> Vec<Reexport> {
    let mut reexports = Vec::new();
    flatten(module, Vec::new(), tree, &mut reexports);
    reexports
}

fn flatten(
    module: &str,
    mut prefix: Vec<String>,
    tree: &UseTree,
    found: &mut Vec<Reexport>,
) {
    let mut push = |target: Vec<String>, name: Option<String>| {
        let module = module.to_owned();
        found.push(Reexport { module, target, name });
    };
    match tree {
        UseTree::Path(path) => {
            prefix.push(path.ident.to_string());
            flatten(module, prefix, &path.tree, found);
        }
        UseTree::Name(name) => {
            let name = name.ident.to_string();
            prefix.push(name.clone());
            push(prefix, Some(name));
        }
        UseTree::Rename(rename) => {
            prefix.push(rename.ident.to_string());
            push(prefix, Some(rename.rename.to_string()));
        }
        UseTree::Glob(_) => push(prefix, None),
        UseTree::Group(group) => {
            for tree in &group.items {
                flatten(module, prefix.clone(), tree, found);
            }
        }
    }
}

/// The items of the crate `name`, with every re-exported one a second time, under its new path.
pub(super) fn resolve(
    name: &str,
    reexports: &[Reexport],
    mut items: Vec<Item>,
) -> Vec<Item> {
    // A re-export of a re-export needs a second round; each round finds at least one new path.
    loop {
        let before = items.len();
        for reexport in reexports {
            let target = absolute(name, &reexport.module, &reexport.target);
            let new: Vec<Item> = items
                .iter()
                .filter_map(|item| renamed(item, &target, reexport))
                .filter(|new| !items.iter().any(|item| same(item, new)))
                .collect();
            items.extend(new);
        }
        if items.len() == before {
            return items;
        }
    }
}

/// The item under the path that the re-export gives it, if it is the target or within it.
fn renamed(item: &Item, target: &str, reexport: &Reexport) -> Option<Item> {
    let rest = item.path.strip_prefix(target)?;
    let path = match &reexport.name {
        Some(name) if rest.is_empty() || rest.starts_with("::") => {
            format!("{}::{name}{rest}", reexport.module)
        }
        None if rest.starts_with("::") => format!("{}{rest}", reexport.module),
        _ => return None,
    };
    // A module that re-exports what contains it would name its items without end.
    (path.matches("::").count() <= item.path.matches("::").count())
        .then(|| Item { path, ..item.clone() })
}

fn same(one: &Item, other: &Item) -> bool {
    one.path == other.path
        && one.range == other.range
        && one.file.path == other.file.path
}

/// The path of a target, seen from `module`.
fn absolute(name: &str, module: &str, target: &[String]) -> String {
    let mut base: Vec<&str> = module.split("::").collect();
    for segment in target {
        match segment.as_str() {
            "crate" => base = vec![name],
            "self" => {}
            "super" => {
                base.pop();
            }
            other => base.push(other),
        }
    }
    base.join("::")
}
