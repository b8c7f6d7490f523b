use std::path::Path;

use super::{File, request::Request};

/// The chapter's new files: where they go below their folder, and from what they are made.
const CRATE: [(&str, &str); 6] = [
    ("Cargo.toml", include_str!("templates/Cargo.toml.template")),
    ("src/lib.rs", include_str!("templates/lib.rs.template")),
    ("src/figures.rs", include_str!("templates/figures.rs.template")),
    ("src/main.rs", include_str!("templates/main.rs.template")),
    ("tests/theorems.rs", include_str!("templates/theorems.rs.template")),
    ("tests/snapshots.rs", include_str!("templates/snapshots.rs.template")),
];
const PAGE: &str = include_str!("templates/page.md.template");

/// The files of a chapter: its crate and its page.
pub(super) fn files(request: &Request) -> Vec<File> {
    let folder = Path::new("crates").join(request.package());
    let sources = CRATE.iter().map(|(path, template)| File {
        path: folder.join(path),
        text: fill(template, request),
    });
    let page = File {
        path: format!("book/src/chapter-{}.md", request.number).into(),
        text: fill(PAGE, request),
    };
    sources.chain([page]).collect()
}

/// A template with the chapter's own words. What stands between `@` signs is replaced.
fn fill(template: &str, request: &Request) -> String {
    template
        .replace("@NUMBER@", &request.number.to_string())
        .replace("@NAME@", &request.name())
        .replace("@PACKAGE@", &request.package())
        .replace("@SLUG@", &request.slug)
        .replace("@TITLE@", &request.title)
        .replace("@DEPENDENCY@\n", &dependency(request))
}

/// The chapter before, on which this one may build.
fn dependency(request: &Request) -> String {
    format!("{}.workspace = true\n", request.name_before())
}
