use scraper::ElementRef;

use super::{Finding, Page, Pages, address::Address, css};

/// What makes a browser ask another host: the reader of a page is nobody else's business, and the
/// book is read without a network too. A link that the reader chooses to follow is none.
#[must_use]
pub fn other_hosts(pages: &Pages) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in pages.iter() {
        let requests = page.elements().flat_map(requests);
        findings.extend(requests.map(|request| asks(page.path(), &request)));
        findings.extend(playgrounds(page));
    }
    for (path, text) in pages.sheets() {
        let requests = css::addresses(text).into_iter();
        let requests = requests.filter(|request| elsewhere(request));
        findings.extend(requests.map(|request| asks(path, &request)));
    }
    findings.dedup();
    findings
}

fn asks(place: &str, request: &str) -> Finding {
    Finding::new(place, format!("asks another host: `{request}`"))
}

fn elsewhere(address: &str) -> bool {
    Address::parse(address) == Address::OtherHost
}

/// What an element asks other hosts for.
fn requests(element: ElementRef<'_>) -> Vec<String> {
    let mut requests = Vec::new();
    let tag = element.value().name();
    for (name, value) in element.value().attrs() {
        match name {
            "href" if matches!(tag, "a" | "area") || !loads(element) => {}
            "href" | "src" | "poster" | "data" | "background" | "ping" => {
                requests.push(value.to_owned());
            }
            "srcset" | "imagesrcset" => requests.extend(candidates(value)),
            "content" if is_refresh(element) => {
                requests.extend(
                    value.split_once('=').map(|(_, url)| url.to_owned()),
                );
            }
            _ => requests.extend(css::addresses(value)),
        }
    }
    if tag == "style" {
        requests.extend(css::addresses(&element.text().collect::<String>()));
    }
    requests.retain(|request| elsewhere(request));
    if tag == "script" && is_program(element) {
        requests.extend(hosts(&element.text().collect::<String>()));
    }
    requests
}

/// Whether an element's `href` is loaded with the page. What a `<link>` states about other
/// addresses is not.
fn loads(element: ElementRef<'_>) -> bool {
    let rel = element.attr("rel").unwrap_or_default();
    let stated = ["alternate", "author", "canonical", "help", "license", "me"];
    element.value().name() != "link"
        || rel.split_ascii_whitespace().any(|rel| !stated.contains(&rel))
}

fn is_refresh(element: ElementRef<'_>) -> bool {
    let equiv = element.attr("http-equiv").unwrap_or_default();
    equiv.eq_ignore_ascii_case("refresh")
}

/// Whether a script is run, and not data.
fn is_program(script: ElementRef<'_>) -> bool {
    let kind = script.attr("type").unwrap_or_default();
    kind.is_empty() || kind == "module" || kind.ends_with("javascript")
}

/// The other hosts that an inline script names.
fn hosts(script: &str) -> Vec<String> {
    let words = script
        .split(|at: char| at.is_whitespace() || "\"'`(){}<>,;".contains(at));
    let names = ["http://", "https://", "ws://", "wss://"];
    words
        .filter(|word| {
            names
                .iter()
                .any(|name| word.len() > name.len() && word.starts_with(name))
        })
        .map(str::to_owned)
        .collect()
}

/// The addresses of a `srcset`: each candidate's first word.
pub(super) fn candidates(srcset: &str) -> Vec<String> {
    let first = |candidate: &str| {
        candidate.split_whitespace().next().map(str::to_owned)
    };
    srcset.split(", ").filter_map(first).collect()
}

/// Code that mdBook would send to the Rust playground: one such block, and its script asks the
/// playground for the list of crates whenever the page is opened.
fn playgrounds(page: &Page) -> impl Iterator<Item = Finding> {
    page.elements()
        .filter(|element| {
            element.value().classes().any(|class| class == "playground")
        })
        .map(|_| {
            let what = "asks another host: a code block is a `playground`, \
                        which calls play.rust-lang.org";
            Finding::new(page.path(), what)
        })
}
