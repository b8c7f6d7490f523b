use scraper::ElementRef;

use crate::{Finding, Page, Pages, address::Address, css};

/// The addresses that mdBook's own scripts name, by how their files begin (a hash follows) and how
/// the addresses do. What is not listed is found, also when a newer mdBook asks for more.
const NAMED_BY_MDBOOK: [(&str, &[&str]); 6] = [
    // A comment, and the playground: asked only by a code block that is a `playground`, and
    // `playgrounds` finds those.
    (
        "book-",
        &["https://github.com/rust-lang/mdBook/", "https://play.rust-lang.org"],
    ),
    // Comments that name the authors and the licences.
    ("clipboard-", &["https://zenorocha.github.io/clipboard.js"]),
    ("elasticlunr-", &["http://weixsong.github.io"]),
    ("mark-", &["https://markjs.io/", "https://git.io/vwTVl"]),
    // A comment that names where a function comes from.
    ("searcher-", &["https://developer.mozilla.org/"]),
    // The words of the pages, as data: any address that a page spells out.
    ("searchindex-", &[""]),
];

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
    for (path, text) in pages.scripts() {
        let requests = hosts(text).into_iter();
        let requests =
            requests.filter(|request| !is_named_by_mdbook(path, request));
        findings.extend(requests.map(|request| asks(path, &request)));
    }
    for drawing in pages.drawings() {
        let requests = drawing.elements().flat_map(requests);
        findings.extend(requests.map(|request| asks(drawing.path(), &request)));
    }
    findings.dedup();
    findings
}

/// Whether the script at `path` is one of mdBook's and is known to name this address.
fn is_named_by_mdbook(path: &str, address: &str) -> bool {
    NAMED_BY_MDBOOK.iter().any(|(file, named)| {
        path.starts_with(file)
            && named.iter().any(|known| address.starts_with(known))
    })
}

fn asks(place: &str, request: &str) -> Finding {
    Finding::new(place, format!("asks another host: `{request}`"))
}

fn elsewhere(address: &str) -> bool {
    Address::parse("", address) == Address::OtherHost
}

/// What an element asks other hosts for.
fn requests(element: ElementRef<'_>) -> Vec<String> {
    let mut requests = Vec::new();
    let tag = element.value().name();
    for (name, value) in element.value().attrs() {
        match name {
            "href" if matches!(tag, "a" | "area") || !loads(element) => {}
            "href" | "src" => requests.push(value.to_owned()),
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

/// The addresses on other hosts that a script names.
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
