//! What a search finds: the prose, section by section, and each entry of the glossary by itself.
//!
//! mdBook's index has the numbers of the figures and the words for those who cannot see them, which
//! say every word of the trade a dozen times, and the glossary as one section. What it wrote is
//! written anew, for the same search in the browser.

use std::{fs, path::Path};

use anyhow::{Context as _, bail};
use elasticlunr::{Index, IndexBuilder};
use scraper::{ElementRef, Html, Node, Selector};
use serde_json::Value;

const BEFORE: &str =
    "window.search = Object.assign(window.search, JSON.parse('";
const AFTER: &str = "'));";

/// Longer words are no words.
const LONGEST: usize = 80;

/// What of a page is not read: pictures and their numbers, listings, forms.
const UNREAD: [&str; 7] =
    ["svg", "table", "pre", "form", "script", "style", "button"];

/// A piece of the book that a search finds: its address, its title, its words.
#[derive(Debug, Default, PartialEq, Eq)]
struct Section {
    id: String,
    title: String,
    body: String,
}

/// Writes the index of the book in `folder` anew.
pub(super) fn rewrite(folder: &Path) -> anyhow::Result<()> {
    let path = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| {
            let name = path.file_name().and_then(|name| name.to_str());
            name.is_some_and(|name| name.starts_with("searchindex"))
        });
    let Some(path) = path else {
        bail!("mdBook wrote no index for the search");
    };
    let script = fs::read_to_string(&path)?;
    let json =
        script.strip_prefix(BEFORE).and_then(|rest| rest.strip_suffix(AFTER));
    let json = json.context("mdBook wrote its index in another way")?;
    let mut search: Value =
        serde_json::from_str(&json.replace("\\'", "'").replace("\\\\", "\\"))?;
    let mut index = IndexBuilder::new()
        .add_field_with_tokenizer("title", Box::new(tokens))
        .add_field_with_tokenizer("body", Box::new(tokens))
        .add_field_with_tokenizer("breadcrumbs", Box::new(tokens))
        .build();
    let mut urls = Vec::new();
    for page in pages(&search) {
        let html = fs::read_to_string(folder.join(&page))?;
        add(&mut index, &mut urls, &page, &html);
    }
    search["index"] = serde_json::to_value(&index)?;
    search["doc_urls"] = serde_json::to_value(&urls)?;
    // A word in a title is what the section is about.
    search["search_options"]["fields"]["title"]["boost"] = 4.into();
    let json = serde_json::to_string(&search)?;
    let json = json.replace('\\', "\\\\").replace('\'', "\\'");
    fs::write(path, [BEFORE, &json, AFTER].concat())?;
    Ok(())
}

/// The pages of the index, in the order of the book.
fn pages(search: &Value) -> Vec<String> {
    let urls = search["doc_urls"].as_array().into_iter().flatten();
    let mut pages: Vec<String> = urls
        .filter_map(|url| Some(url.as_str()?.split('#').next()?.to_owned()))
        .collect();
    pages.dedup();
    pages
}

fn add(index: &mut Index, urls: &mut Vec<String>, page: &str, html: &str) {
    let sections = sections(html);
    let top = sections.first().map_or("", |section| &section.title).to_owned();
    for section in &sections {
        let number = urls.len().to_string();
        let url = if section.id.is_empty() {
            page.to_owned()
        } else {
            format!("{page}#{}", section.id)
        };
        urls.push(url);
        let crumbs = if section.title == top {
            top.clone()
        } else {
            format!("{top} » {}", section.title)
        };
        index.add_doc(&number, [&section.title, &section.body, &crumbs]);
    }
}

/// The sections of a page, by its headings and the heads of its entries.
fn sections(html: &str) -> Vec<Section> {
    let html = Html::parse_document(html);
    let mut sections = Vec::new();
    if let Ok(main) = Selector::parse("main") {
        for main in html.select(&main) {
            collect(main, &mut sections);
        }
    }
    for section in &mut sections {
        for words in [&mut section.title, &mut section.body] {
            *words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
    sections.retain(|section| {
        !(section.title.is_empty() && section.body.is_empty())
    });
    sections
}

fn collect(element: ElementRef, sections: &mut Vec<Section>) {
    for child in element.children() {
        match child.value() {
            Node::Text(text) => {
                if let Some(section) = sections.last_mut() {
                    section.body.push_str(text);
                }
            }
            Node::Element(tag) if UNREAD.contains(&tag.name()) => {}
            Node::Element(tag) => {
                let Some(child) = ElementRef::wrap(child) else { continue };
                let begins = matches!(tag.name(), "h1" | "h2" | "h3" | "dt");
                if let (true, Some(id)) = (begins, tag.id()) {
                    let title = child.text().collect();
                    let (id, body) = (id.to_owned(), String::new());
                    sections.push(Section { id, title, body });
                    continue;
                }
                collect(child, sections);
                // Words of two elements are two words.
                if let Some(section) = sections.last_mut() {
                    section.body.push(' ');
                }
            }
            _ => {}
        }
    }
}

/// The words of a text as mdBook's search takes them.
fn tokens(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty() && word.len() <= LONGEST)
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_its_prose_without_pictures_listings_and_tables() {
        let html = r#"<main><h1 id="top">Bells</h1><p>One <em>bell</em>.</p>
            <svg><desc>variance variance</desc></svg><pre>let variance</pre>
            <h2 id="two">Two</h2><p>bells</p><table><tr><td>variance</td></tr></table>
            <dl><dt id="variance">variance</dt><dd>How far apart.</dd></dl></main>"#;
        let section = |id: &str, title: &str, body: &str| Section {
            id: id.to_owned(),
            title: title.to_owned(),
            body: body.to_owned(),
        };
        assert_eq!(
            sections(html),
            [
                section("top", "Bells", "One bell ."),
                section("two", "Two", "bells"),
                section("variance", "variance", "How far apart."),
            ]
        );
    }
}
