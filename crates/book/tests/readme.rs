//! The README shows what is there.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::{env, fs, path::Path};

use book::LIBRARY;

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// `README_PICTURE_WRITE=1 cargo test -p book --test readme` draws the picture anew.
#[test]
fn the_picture_of_the_readme_is_a_figure_of_the_book() {
    let path = "book/two-peaks.svg";
    assert!(read("README.md").contains(&format!("]({path})")));
    let chapter = LIBRARY.chapter("ch02").unwrap();
    let figure = chapter.figure("sketch").unwrap();
    let id = chapter.figure_id(figure);
    let picture = figure.picture(&id, &figure.defaults(), figure::WIDE);
    if env::var_os("README_PICTURE_WRITE").is_some() {
        fs::write(root().join(path), picture.standalone()).unwrap();
    }
    assert_eq!(read(path), picture.standalone());
}

#[test]
fn every_folder_of_the_readme_exists_and_every_crate_is_in_it() {
    let readme = read("README.md");
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_chapter = name.starts_with("ch0");
        let row = if is_chapter {
            "`crates/chNN-…`".to_owned()
        } else {
            format!("`crates/{name}`")
        };
        assert!(readme.contains(&row), "{row}");
    }
}

#[test]
fn every_recipe_of_the_readme_is_in_the_justfile() {
    let justfile = read("justfile");
    let readme = read("README.md");
    let recipes: Vec<&str> = readme
        .split("`just ")
        .skip(1)
        .filter_map(|rest| rest.split([' ', '`']).next())
        .collect();
    assert!(recipes.len() >= 6, "{recipes:?}");
    for recipe in recipes {
        let heading =
            |line: &str| line.split([' ', ':']).next() == Some(recipe);
        assert!(justfile.lines().any(heading), "just {recipe}");
    }
}
