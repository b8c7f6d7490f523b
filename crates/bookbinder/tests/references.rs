//! The references: how they are cited, and what is refused.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "common/bind.rs"]
mod bind;
#[path = "common/library.rs"]
mod library;
#[path = "common/workspace.rs"]
mod workspace;

use insta::assert_snapshot;
use library::LIBRARY;

const REFERENCES: &str = "# References\n\n\
    {{#reference dee-2019 Dee et al. 2019}}\n: An article.\n\n\
    {{#reference tfp TensorFlow Probability}}\n: A library.\n";

/// What becomes of a page beside the references.
fn bound(page: &str) -> Result<Vec<String>, String> {
    let pages = [("notes.md", page), ("references.md", REFERENCES)];
    bind::bind(LIBRARY, &pages)
}

#[test]
fn a_work_is_cited_by_its_authors_with_year_and_place_in_parentheses() {
    let bound = bound(
        "{{#cite dee-2019}}, {{#cite dee-2019 section 2.1}}, {{#cite tfp}}, {{#cite tfp version 0.25}}",
    );
    let bound = bound.unwrap();
    assert_snapshot!(bound[0], @"[Dee et al. (2019)](references.md#dee-et-al-2019), [Dee et al. (2019, section 2.1)](references.md#dee-et-al-2019), [TensorFlow Probability](references.md#tensorflow-probability), [TensorFlow Probability (version 0.25)](references.md#tensorflow-probability)");
    assert_snapshot!(bound[1], @r"
    # References

    Dee et al. 2019
    : An article.

    TensorFlow Probability
    : A library.
    ");
}

#[test]
fn a_work_that_does_not_exist_is_refused_with_the_nearest_key() {
    assert_snapshot!(bound("{{#cite dee-2091}} {{#cite tfp}} {{#cite dee-2019}}").unwrap_err(), @"book/src/notes.md:1: no reference is called `dee-2091`; the nearest is `dee-2019`");
}

#[test]
fn a_work_that_no_page_cites_is_refused() {
    assert_snapshot!(bound("{{#cite tfp}}").unwrap_err(), @"book/src/references.md:3: no page cites `dee-2019`");
}

#[test]
fn a_citation_in_a_heading_is_refused() {
    assert_snapshot!(bound("# {{#cite tfp}} and {{#cite dee-2019}}").unwrap_err(), @r"
    book/src/notes.md:1: {{#cite}} is a link: it cannot stand in a heading, a link or HTML
    book/src/notes.md:1: {{#cite}} is a link: it cannot stand in a heading, a link or HTML
    ");
}

#[test]
fn works_that_are_listed_twice_or_out_of_order_are_refused() {
    let pages = [
        (
            "references.md",
            "{{#reference tfp TFP}}\n: A.\n\n{{#reference dee-2019 Dee 2019}}\n: B.\n\n\
             {{#reference dee Dee 2019}}\n: C.\n\n{{#reference tfp TFP 2}}\n: D.\n",
        ),
        ("notes.md", "{{#cite tfp}} {{#cite dee-2019}} {{#cite dee}}"),
    ];
    assert_snapshot!(bind::bind(LIBRARY, &pages).unwrap_err(), @r"
    book/src/references.md:4: `Dee 2019` comes before `TFP` in the alphabet
    book/src/references.md:7: reference `dee` is there already, at book/src/references.md:4
    book/src/references.md:7: `Dee 2019` comes before `TFP` in the alphabet
    book/src/references.md:10: reference `tfp` is there already, at book/src/references.md:1
    ");
}

#[test]
fn a_work_without_a_name_is_refused() {
    let pages = [("references.md", "{{#reference tfp}}\n: A.")];
    assert_snapshot!(bind::bind(LIBRARY, &pages).unwrap_err(), @r"
    book/src/references.md:1: {{#reference KEY NAME}}, such as {{#reference lyness-1969 Lyness 1969}}, is written here with 1 argument
    book/src/references.md:1: no page cites `tfp`
    ");
}
