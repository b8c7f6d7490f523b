//! The items of a crate by their paths.

use std::{fs, path::Path, sync::Arc};

use syn::{Attribute, ImplItem, Meta, TraitItem, Visibility, spanned::Spanned};

use super::{
    SourceError, checks,
    item::{File, Item},
    reexports,
};

/// What is found on the way through the modules of a crate.
#[derive(Debug, Default)]
pub(super) struct Walk {
    pub(super) items: Vec<Item>,
    pub(super) reexports: Vec<reexports::Reexport>,
    /// The methods of a type, by the module that holds them and the type's name.
    methods: Vec<(String, String, Item)>,
}

/// Every item of the crate `name` whose root module is the file `root`.
pub(super) fn of_crate(
    name: &str,
    root: &Path,
) -> Result<Vec<Item>, SourceError> {
    let mut walk = Walk::default();
    let folder = root.parent().unwrap_or(root).to_owned();
    walk.file(name, root, &folder)?;
    walk.attach_methods();
    Ok(reexports::resolve(name, &walk.reexports, walk.items))
}

impl Walk {
    /// Walks the module `module` in the file `path`, whose modules lie in `folder`.
    fn file(
        &mut self,
        module: &str,
        path: &Path,
        folder: &Path,
    ) -> Result<(), SourceError> {
        let source = fs::read_to_string(path)
            .map_err(|error| SourceError::read(path, error))?;
        let parsed =
            syn::parse_file(&source).map_err(|error| SourceError::Parse {
                path: path.to_owned(),
                line: error.span().start().line,
                reason: error.to_string(),
            })?;
        let path = path.to_owned();
        let file = Arc::new(File { path, source });
        self.module(module, &file, &parsed.items, folder)
    }

    fn module(
        &mut self,
        module: &str,
        file: &Arc<File>,
        items: &[syn::Item],
        folder: &Path,
    ) -> Result<(), SourceError> {
        for item in items {
            match item {
                syn::Item::Mod(inner) if is_test(&inner.attrs) => {}
                syn::Item::Mod(inner) => {
                    let name = inner.ident.to_string();
                    let path = format!("{module}::{name}");
                    let folder = folder.join(&name);
                    if let Some((_, items)) = &inner.content {
                        self.add(path.clone(), file, inner, &inner.attrs);
                        self.module(&path, file, items, &folder)?;
                    } else {
                        let beside = folder.with_extension("rs");
                        let within = folder.join("mod.rs");
                        let file =
                            if beside.is_file() { beside } else { within };
                        self.file(&path, &file, &folder)?;
                    }
                }
                syn::Item::Use(import)
                    if !matches!(import.vis, Visibility::Inherited) =>
                {
                    self.reexports.extend(reexports::of(module, &import.tree));
                }
                syn::Item::Impl(block) => {
                    self.implementation(module, file, block);
                }
                syn::Item::Trait(definition) => {
                    let path = format!("{module}::{}", definition.ident);
                    for inner in &definition.items {
                        if let TraitItem::Fn(method) = inner {
                            let path = format!("{path}::{}", method.sig.ident);
                            self.add(path, file, method, &method.attrs);
                        }
                    }
                    self.add(path, file, definition, &definition.attrs);
                }
                _ => {
                    if let Some((name, attributes)) = name_of(item) {
                        let path = format!("{module}::{name}");
                        self.add(path, file, item, attributes);
                        if let (syn::Item::Fn(function), Some(added)) =
                            (item, self.items.last_mut())
                        {
                            added.elided = checks::of(
                                &function.sig.ident,
                                &function.block,
                            );
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn implementation(
        &mut self,
        module: &str,
        file: &Arc<File>,
        block: &syn::ItemImpl,
    ) {
        let syn::Type::Path(owner) = &*block.self_ty else {
            return;
        };
        let Some(owner) = owner.path.segments.last() else {
            return;
        };
        for inner in &block.items {
            let (name, attributes) = match inner {
                ImplItem::Fn(method) => (&method.sig.ident, &method.attrs),
                ImplItem::Const(constant) => (&constant.ident, &constant.attrs),
                ImplItem::Type(alias) => (&alias.ident, &alias.attrs),
                _ => continue,
            };
            let mut method = item(name.to_string(), file, inner, attributes);
            if let ImplItem::Fn(inner) = inner {
                method.elided = checks::of(&inner.sig.ident, &inner.block);
            }
            self.methods.push((
                module.to_owned(),
                owner.ident.to_string(),
                method,
            ));
        }
    }

    /// Gives each method the path of its type, which may live in another module.
    fn attach_methods(&mut self) {
        for (module, owner, method) in std::mem::take(&mut self.methods) {
            let here = format!("{module}::{owner}");
            let anywhere = format!("::{owner}");
            let known =
                |path: &&String| **path == here || path.ends_with(&anywhere);
            let paths = self.items.iter().map(|item| &item.path).filter(known);
            // The type of that name in the same module, if there is one, is meant.
            let owner = paths
                .max_by_key(|path| **path == here)
                .cloned()
                .unwrap_or(here);
            let path = format!("{owner}::{}", method.path);
            self.items.push(Item { path, ..method });
        }
    }

    fn add(
        &mut self,
        path: String,
        file: &Arc<File>,
        node: &impl Spanned,
        attrs: &[Attribute],
    ) {
        self.items.push(item(path, file, node, attrs));
    }
}

fn item(
    path: String,
    file: &Arc<File>,
    node: &impl Spanned,
    attrs: &[Attribute],
) -> Item {
    let dropped = attrs.iter().filter(|attribute| is_dropped(attribute));
    Item {
        path,
        file: Arc::clone(file),
        range: node.span().byte_range(),
        dropped: dropped
            .map(|attribute| attribute.span().byte_range())
            .collect(),
        elided: Vec::new(),
    }
}

/// What the page shows without: the prose around it is the documentation.
fn is_dropped(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc") || attribute.path().is_ident("must_use")
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => {
            list.path.is_ident("cfg") && list.tokens.to_string() == "test"
        }
        _ => false,
    })
}

fn name_of(item: &syn::Item) -> Option<(&syn::Ident, &[Attribute])> {
    Some(match item {
        syn::Item::Const(item) => (&item.ident, &item.attrs),
        syn::Item::Enum(item) => (&item.ident, &item.attrs),
        syn::Item::Fn(item) => (&item.sig.ident, &item.attrs),
        syn::Item::Macro(item) => (item.ident.as_ref()?, &item.attrs),
        syn::Item::Static(item) => (&item.ident, &item.attrs),
        syn::Item::Struct(item) => (&item.ident, &item.attrs),
        syn::Item::Type(item) => (&item.ident, &item.attrs),
        syn::Item::Union(item) => (&item.ident, &item.attrs),
        _ => return None,
    })
}
