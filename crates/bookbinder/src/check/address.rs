use super::Page;

/// What an `href`, a `src` or a `url(…)` points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A file on another host.
    OtherHost,
    /// Nothing that is fetched: `data:`, `mailto:`.
    Inline,
    /// Something in the book.
    Within {
        /// The path as written, percent signs decoded; empty for the page itself.
        path: String,
        /// The part behind `#`, percent signs decoded.
        fragment: Option<String>,
    },
}

impl Address {
    /// Reads an address as a browser does.
    pub(super) fn parse(text: &str) -> Self {
        let text = text.trim();
        if text.starts_with("//") || text.starts_with("\\\\") {
            return Self::OtherHost;
        }
        if let Some(scheme) = scheme(text) {
            return match scheme.to_ascii_lowercase().as_str() {
                "data" | "mailto" | "tel" | "javascript" | "about" | "blob" => {
                    Self::Inline
                }
                _ => Self::OtherHost,
            };
        }
        let (rest, fragment) = match text.split_once('#') {
            Some((rest, fragment)) => (rest, Some(decode(fragment))),
            None => (text, None),
        };
        let path = rest.split('?').next().unwrap_or_default();
        Self::Within { path: decode(path), fragment }
    }
}

/// The file that `path`, as written in `page`, names; `None` if it lies outside the book.
pub(super) fn resolve_in_page(page: &Page, path: &str) -> Option<String> {
    if path.is_empty() {
        return Some(page.path().to_owned());
    }
    // mdBook's page for missing files has a `<base>`, since it answers at any depth.
    let from_the_top =
        page.named("base").any(|base| base.attr("href").is_some());
    resolve(if from_the_top { "" } else { page.path() }, path)
}

/// The file that `path`, as written in the file `from`, names; `None` if it lies outside the book.
pub(super) fn resolve(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    if matches!(path.rsplit('/').next(), Some("" | "." | "..")) {
        parts.push("index.html");
    }
    Some(parts.join("/"))
}

/// The scheme of an address: the `https` of `https://example.org`.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let mut bytes = scheme.bytes();
    let starts = bytes.next()?.is_ascii_alphabetic();
    (starts
        && bytes
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)))
    .then_some(scheme)
}

/// Percent signs decoded: `%20` is a space.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = text
            .get(at + 1..at + 3)
            .filter(|_| bytes[at] == b'%')
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        decoded.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(path: &str, fragment: Option<&str>) -> Address {
        Address::Within {
            path: path.to_owned(),
            fragment: fragment.map(str::to_owned),
        }
    }

    #[test]
    fn an_address_is_read_as_a_browser_reads_it() {
        let cases = [
            ("https://example.org/a.css", Address::OtherHost),
            ("HTTP://example.org", Address::OtherHost),
            ("//example.org/a.js", Address::OtherHost),
            ("wss://example.org", Address::OtherHost),
            ("data:image/png;base64,AAAA", Address::Inline),
            ("mailto:me@example.org", Address::Inline),
            ("chapter-1.html", within("chapter-1.html", None)),
            (" a%20b.html?x=1#%CF%83 ", within("a b.html", Some("σ"))),
            ("#top", within("", Some("top"))),
            ("100%", within("100%", None)),
            ("%é", within("%é", None)),
            ("2:1.html#a", within("2:1.html", Some("a"))),
        ];
        for (text, address) in cases {
            assert_eq!(Address::parse(text), address, "{text}");
        }
    }

    #[test]
    fn a_path_is_followed_from_the_folder_of_its_file() {
        let follow = |from, path| resolve(from, path).unwrap_or_default();
        assert_eq!(follow("index.html", "chapter-1.html"), "chapter-1.html");
        assert_eq!(follow("a/b.html", "c.html"), "a/c.html");
        assert_eq!(follow("a/b.html", "../css/c.css"), "css/c.css");
        assert_eq!(follow("a/b.html", "./"), "a/index.html");
        assert_eq!(follow("a/b.html", ".."), "index.html");
        assert_eq!(resolve("index.html", "../secret.html"), None);
    }
}
