use scraper::ElementRef;

use super::{
    Finding, Page, Pages,
    address::{Address, resolve, resolve_in_page},
    css,
};

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
            if let Some(fault) = fault(pages, page, &address) {
                let what = format!("`{address}` leads nowhere: {fault}");
                findings.push(Finding::new(page.path(), what));
            }
        }
    }
    for (path, text) in pages.sheets() {
        for address in css::addresses(text) {
            if let Some(fault) = fault_in_sheet(pages, path, &address) {
                let what = format!("`{address}` leads nowhere: {fault}");
                findings.push(Finding::new(path, what));
            }
        }
    }
    findings.dedup();
    findings
}

/// Every address that an element names, to follow or to load.
fn addresses(element: ElementRef<'_>) -> Vec<String> {
    let mut addresses = Vec::new();
    for (name, value) in element.value().attrs() {
        match name {
            "href" if element.value().name() == "base" => {}
            "href" | "src" | "poster" => addresses.push(value.to_owned()),
            "data" if element.value().name() == "object" => {
                addresses.push(value.to_owned());
            }
            "srcset" => addresses.extend(super::other_hosts::candidates(value)),
            _ => addresses.extend(css::addresses(value)),
        }
    }
    addresses
}

/// Why an address on a page leads nowhere, if it does.
fn fault(pages: &Pages, page: &Page, address: &str) -> Option<String> {
    let Address::Within { path, fragment } = Address::parse(address) else {
        return None;
    };
    if path.is_empty() && fragment.is_none() {
        return Some("it is empty".to_owned());
    }
    let Some(file) =
        within(&path).then(|| resolve_in_page(page, &path)).flatten()
    else {
        return Some("it is not in the book".to_owned());
    };
    if !pages.has_file(&file) {
        return Some(format!("the book has no {file}"));
    }
    let fragment = fragment.filter(|id| !matches!(id.as_str(), "" | "top"))?;
    let target = pages.get(&file)?;
    let missing = !target.has_id(&fragment);
    missing.then(|| format!("{file} has no id `{fragment}`"))
}

/// Why an address in a style sheet leads nowhere, if it does.
fn fault_in_sheet(pages: &Pages, sheet: &str, address: &str) -> Option<String> {
    let Address::Within { path, .. } = Address::parse(address) else {
        return None;
    };
    if path.is_empty() {
        return None;
    }
    match within(&path).then(|| resolve(sheet, &path)).flatten() {
        Some(file) if pages.has_file(&file) => None,
        Some(file) => Some(format!("the book has no {file}")),
        None => Some("it is not in the book".to_owned()),
    }
}

/// Whether a path is relative: only then does it stay in a book that is read from a folder or
/// published below the top of its host.
fn within(path: &str) -> bool {
    !path.starts_with('/')
}
