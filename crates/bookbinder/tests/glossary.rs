//! The glossary: links to its entries, links back, and what is refused.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "common/bind.rs"]
mod bind;
#[path = "common/library.rs"]
mod library;
#[path = "common/workspace.rs"]
mod workspace;

use insta::assert_snapshot;
use library::LIBRARY;

const GLOSSARY: &str = "# Glossary\n\n\
    {{#define Gaussian, Gaussians, normal distribution}}\n: A bell.\n\n\
    {{#define Gaussian mixture}}\n: Several bells.\n\n\
    {{#define mode, modes, (top)}}\n: A place.\n\n\
    {{#define Simpson's rule}}\n: A parabola.\n";

/// A page that links to every term.
const LINKS: &str = "{{#term Gaussian}} {{#term Gaussian mixture}} {{#term mode}} {{#term Simpson's rule}}";

/// What becomes of these pages beside the glossary.
fn bound(pages: &[(&str, &str)]) -> Result<Vec<String>, String> {
    bind::bind(LIBRARY, &[pages, &[("glossary.md", GLOSSARY)]].concat())
}

/// What is refused in a text that stands before a page with every link.
fn refusal(text: &str) -> String {
    bound(&[("notes.md", text), ("links.md", LINKS)]).unwrap_err()
}

/// What is refused in a glossary of which every term is linked.
fn refused_entries(glossary: &str, links: &str) -> String {
    let pages = [("notes.md", links), ("glossary.md", glossary)];
    bind::bind(LIBRARY, &pages).unwrap_err()
}

#[test]
fn a_term_is_a_link_in_the_words_that_the_sentence_needs() {
    let text = "## Bells\n\n**{{#term Normal distribution}}**, {{#term gaussian mixture}}, {{#term modes}}, \
                {{#term mode|the two tops}}.\n\n| {{#term mode|tops}} | {{#term Simpson’s rule}} |\n| --- | --- |";
    let bound = bound(&[("deep/notes.md", text)]).unwrap();
    assert_snapshot!(bound[0], @r#"
    ## Bells

    **<a class="term" id="first-gaussian" href="../glossary.md#gaussian" data-definition="A bell.">Normal distribution</a>**, <a class="term" id="first-gaussian-mixture" href="../glossary.md#gaussian-mixture" data-definition="Several bells.">gaussian mixture</a>, <a class="term" id="first-mode" href="../glossary.md#mode" data-definition="A place.">modes</a>, <a class="term" href="../glossary.md#mode" data-definition="A place.">the two tops</a>.

    | <a class="term" href="../glossary.md#mode" data-definition="A place.">tops</a> | <a class="term" id="first-simpsons-rule" href="../glossary.md#simpsons-rule" data-definition="A parabola.">Simpson’s rule</a> |
    | --- | --- |
    "#);
}

#[test]
fn an_entry_links_back_to_the_section_of_the_first_link() {
    let pages = [
        (
            "chapter-7.md",
            "# Seven\n\n{{#term Gaussian}}\n\n## Bells\n\n### More $p$\n\n{{#term modes}}",
        ),
        ("notes.md", "# My *notes*\n\n{{#term Gaussian mixture}}"),
        ("links.md", LINKS),
    ];
    let bound = bound(&pages).unwrap();
    assert_snapshot!(bound[3], @r#"
    # Glossary

    Gaussian
    : <span class="first-use">[chapter 7](chapter-7.md#first-gaussian)</span>
    : A bell.

    Gaussian mixture
    : <span class="first-use">[My *notes*](notes.md#first-gaussian-mixture)</span>
    : Several bells.

    mode
    : <span class="first-use">chapter 7, [More <math alttext="p"><mi>p</mi></math>](chapter-7.md#first-mode)</span>
    : A place.

    Simpson's rule
    : <span class="first-use">[links.md](links.md#first-simpsons-rule)</span>
    : A parabola.
    "#);
}

#[test]
fn an_unknown_term_is_refused_with_the_nearest_word() {
    assert_snapshot!(refusal("{{#term mods}} {{#term Gausian|bell}}"), @r"
    book/src/notes.md:1: no term is called `mods`; the nearest is `mode`
    book/src/notes.md:1: no term is called `Gausian`; the nearest is `Gaussian`
    ");
    let pages = [("notes.md", "{{#term mode}}")];
    assert_snapshot!(bind::bind(LIBRARY, &pages).unwrap_err(), @"book/src/notes.md:1: no term is called `mode`; there is none at all");
}

#[test]
fn a_term_in_a_heading_a_link_or_html_is_refused() {
    assert_snapshot!(refusal("# {{#term mode}}\n\n[a {{#term mode}}](links.md)\n\n<p>{{#term mode}}</p>"), @r"
    book/src/notes.md:1: {{#term}} is a link: it cannot stand in a heading, a link or HTML
    book/src/notes.md:3: {{#term}} is a link: it cannot stand in a heading, a link or HTML
    book/src/notes.md:5: {{#term}} is a link: it cannot stand in a heading, a link or HTML
    ");
}

#[test]
fn a_term_that_is_used_before_it_is_linked_is_refused() {
    assert_snapshot!(refusal("a\nb *Modes* c\n\nModes again."), @"book/src/notes.md:2: the book's first `Modes` must be a link: {{#term Modes}}");
    assert_snapshot!(refusal("Of a mode: {{#term mode}}"), @"book/src/notes.md:1: the book's first `mode` must be a link: {{#term mode}}");
    assert_snapshot!(refusal("By Simpson’s *rule* and\n> a normal\n> distribution"), @r"
    book/src/notes.md:1: the book's first `Simpson’s rule` must be a link: {{#term Simpson’s rule}}
    book/src/notes.md:2: the book's first `normal distribution` must be a link: {{#term normal distribution}}
    ");
}

#[test]
fn a_term_that_is_used_and_never_linked_is_refused_where_it_is_used() {
    let pages = [
        ("notes.md", "A mode."),
        (
            "more.md",
            "{{#term Gaussian}} {{#term Gaussian mixture}} {{#term Simpson's rule}}",
        ),
    ];
    assert_snapshot!(bound(&pages).unwrap_err(), @"book/src/notes.md:1: the book's first `mode` must be a link: {{#term mode}}");
}

#[test]
fn a_term_that_is_used_nowhere_is_refused_where_it_is_defined() {
    let pages = [
        (
            "notes.md",
            "{{#term Gaussian}} {{#term Gaussian mixture}} {{#term Simpson's rule}}",
        ),
        ("notation.md", "{{#term mode}}"),
    ];
    assert_snapshot!(bound(&pages).unwrap_err(), @"book/src/glossary.md:9: no page links to `mode`");
}

#[test]
fn a_use_in_a_heading_in_code_in_a_link_or_in_a_longer_term_does_not_count() {
    let text = "# Modes\n\n`mode`, [modes](links.md), outermode, mode-wise\n\n\
                ```text\nmode\n```\n\n{{#term Gaussian mixture}}\n\nA Gaussian mixture.";
    bound(&[("notes.md", text), ("links.md", LINKS)]).unwrap();
}

#[test]
fn a_word_with_an_everyday_sense_may_be_used_before_it_is_linked() {
    let text = "At the top. And {{#term top}}.";
    let bound = bound(&[("notes.md", text), ("links.md", LINKS)]).unwrap();
    assert_snapshot!(bound[0], @r#"At the top. And <a class="term" id="first-mode" href="glossary.md#mode" data-definition="A place.">top</a>."#);
}

#[test]
fn words_that_a_stop_or_a_paragraph_keeps_apart_are_no_term() {
    let text =
        "It is normal. Distribution follows.\n\nA normal\n\ndistribution";
    bound(&[("notes.md", text), ("links.md", LINKS)]).unwrap();
}

#[test]
fn the_pages_that_are_looked_up_use_terms_freely() {
    let pages = [("notation.md", "A mode."), ("links.md", LINKS)];
    bound(&pages).unwrap();
}

#[test]
fn a_term_that_is_defined_twice_is_refused_with_the_first_place() {
    assert_snapshot!(refused_entries(
        "{{#define mode, top}}\n: One.\n\n{{#define mode}}\n: Two.\n\n{{#define peak, Top}}\n: Three.\n",
        "{{#term mode}} {{#term peak}}",
    ), @r"
    book/src/glossary.md:4: term `mode` is defined already, at book/src/glossary.md:1
    book/src/glossary.md:7: term `Top` is defined already, at book/src/glossary.md:1
    ");
}

#[test]
fn terms_out_of_the_order_of_the_alphabet_are_refused() {
    assert_snapshot!(refused_entries(
        "{{#define mode}}\n: One.\n\n{{#define Gaussian}}\n: Two.\n\n{{#define latent}}\n: Three.\n\n{{#define plate}}\n: Four.\n",
        "{{#term mode}} {{#term Gaussian}} {{#term latent}} {{#term plate}}",
    ), @r"
    book/src/glossary.md:4: `Gaussian` comes before `mode` in the alphabet
    book/src/glossary.md:7: `latent` comes before `mode` in the alphabet
    ");
}

#[test]
fn an_entry_without_a_definition_or_not_on_its_own_line_is_refused() {
    assert_snapshot!(refused_entries(
        "{{#define a}} x\n: One.\n\nx {{#define b}}\n: Two.\n\n{{#define c}}\nThree.\n\n{{#define d}}",
        "{{#term a}} {{#term b}} {{#term c}} {{#term d}}",
    ), @r"
    book/src/glossary.md:1: an entry stands on a line of its own, above a line that begins with `: `
    book/src/glossary.md:4: an entry stands on a line of its own, above a line that begins with `: `
    book/src/glossary.md:7: an entry stands on a line of its own, above a line that begins with `: `
    book/src/glossary.md:10: an entry stands on a line of its own, above a line that begins with `: `
    ");
}

#[test]
fn an_entry_on_another_page_is_refused() {
    assert_snapshot!(refusal("{{#define mode}}\n: A place.\n\n{{#reference a A}}\n: A book."), @r"
    book/src/notes.md:1: an entry like this one belongs into glossary.md
    book/src/notes.md:4: an entry like this one belongs into references.md
    ");
}
