use scraper::ElementRef;

use crate::{Finding, Page, Pages, address::Address, css};

/// Links, images, scripts and style sheets whose file is not in the book, and fragments whose `id`
/// is not on its page.
#[must_use]
pub fn links(pages: &Pages) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in pages.iter() {
        // On its page of all chapters mdBook renames ids, and only `<a>` follows.
        let follows = |element: &ElementRef<'_>| {
            !page.is_print() || element.value().name() == "a"
        };
        for address in page.elements().filter(follows).flat_map(addresses) {
            if let Some(fault) = fault(pages, from(page, &address), &address) {
                let what = format!("`{address}` leads nowhere: {fault}");
                findings.push(Finding::new(page.path(), what));
            }
        }
    }
    for (path, text) in pages.sheets() {
        for address in css::addresses(text) {
            if let Some(fault) = fault(pages, path, &address) {
                let what = format!("`{address}` leads nowhere: {fault}");
                findings.push(Finding::new(path, what));
            }
        }
    }
    findings.dedup();
    findings
}

/// The file from which an address on a page is followed. On mdBook's page for missing files, which
/// answers at any depth, that is the top of the book, but for a place on the page itself.
fn from<'a>(page: &'a Page, address: &str) -> &'a str {
    if address.starts_with('#') { page.path() } else { page.base() }
}

/// Every address that an element names, to follow or to load.
fn addresses(element: ElementRef<'_>) -> Vec<String> {
    let mut addresses = Vec::new();
    for (name, value) in element.value().attrs() {
        match name {
            "href" if element.value().name() == "base" => {}
            "href" | "src" => addresses.push(value.to_owned()),
            _ => addresses.extend(css::addresses(value)),
        }
    }
    addresses
}

/// Why an address in the file `from` leads nowhere, if it does.
fn fault(pages: &Pages, from: &str, address: &str) -> Option<String> {
    if address.trim().is_empty() {
        return Some("it is empty".to_owned());
    }
    let (file, fragment) = match Address::parse(from, address) {
        Address::OtherHost | Address::Inline => return None,
        Address::Outside => return Some("it is not in the book".to_owned()),
        Address::Within { file, fragment } => (file, fragment),
    };
    if !pages.has_file(&file) {
        return Some(format!("the book has no {file}"));
    }
    let fragment = fragment.filter(|id| !matches!(id.as_str(), "" | "top"))?;
    let target = pages.get(&file)?;
    let missing = !target.has_id(&fragment);
    missing.then(|| format!("{file} has no id `{fragment}`"))
}
