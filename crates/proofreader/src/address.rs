use percent_encoding::percent_decode_str;
use url::{Position, Url};

/// Where the book lies while its addresses are followed: no host has this name, and what leaves the
/// folder leaves the book.
const BOOK: &str = "https://book.invalid/book/";

/// What an `href`, a `src` or a `url(…)` points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Address {
    /// A file on another host.
    OtherHost,
    /// Nothing that is fetched: `data:`, `mailto:`.
    Inline,
    /// A file beside the folder of the book.
    Outside,
    /// Something in the book.
    Within {
        /// The file, relative to the book's folder.
        file: String,
        /// The part behind `#`, percent signs decoded.
        fragment: Option<String>,
    },
}

impl Address {
    /// Reads an address in the file `from` as a browser does.
    pub(crate) fn parse(from: &str, text: &str) -> Self {
        let page = Url::parse(BOOK).and_then(|book| book.join(from));
        let Ok(url) = page.and_then(|page| page.join(text)) else {
            return Self::OtherHost;
        };
        match url.scheme() {
            "https" | "http" if url.host_str() == Some("book.invalid") => {}
            "data" | "mailto" | "tel" | "javascript" | "about" | "blob" => {
                return Self::Inline;
            }
            _ => return Self::OtherHost,
        }
        let Some(path) = url[..Position::AfterPath].strip_prefix(BOOK) else {
            return Self::Outside;
        };
        let mut file = decoded(path);
        if file.is_empty() || file.ends_with('/') {
            file.push_str("index.html");
        }
        Self::Within { file, fragment: url.fragment().map(decoded) }
    }
}

/// Percent signs decoded: `%20` is a space.
fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(file: &str, fragment: Option<&str>) -> Address {
        Address::Within {
            file: file.to_owned(),
            fragment: fragment.map(str::to_owned),
        }
    }

    #[test]
    fn an_address_is_read_as_a_browser_reads_it() {
        let cases = [
            ("https://example.org/a.css", Address::OtherHost),
            ("HTTP://example.org", Address::OtherHost),
            ("//example.org/a.js", Address::OtherHost),
            ("\\\\example.org/a.js", Address::OtherHost),
            ("wss://example.org", Address::OtherHost),
            ("data:image/png;base64,AAAA", Address::Inline),
            ("mailto:me@example.org", Address::Inline),
            ("chapter-1.html", within("chapter-1.html", None)),
            (" a%20b.html?x=1#%CF%83 ", within("a b.html", Some("σ"))),
            ("#top", within("index.html", Some("top"))),
            ("100%", within("100%", None)),
            ("2:1.html#a", within("2:1.html", Some("a"))),
        ];
        for (text, address) in cases {
            assert_eq!(Address::parse("index.html", text), address, "{text}");
        }
    }

    #[test]
    fn a_path_is_followed_from_the_folder_of_its_file() {
        for (from, text, file) in [
            ("index.html", "chapter-1.html", "chapter-1.html"),
            ("a/b.html", "c.html", "a/c.html"),
            ("a/b.html", "../css/c.css", "css/c.css"),
            ("a/b.html", "./", "a/index.html"),
            ("a/b.html", "..", "index.html"),
        ] {
            assert_eq!(Address::parse(from, text), within(file, None));
        }
        for text in ["../secret.html", "/index.html", "a/../../b.html"] {
            let address = Address::parse("index.html", text);
            assert_eq!(address, Address::Outside, "{text}");
        }
    }
}
