/// The addresses that a style sheet, or the value of a `style` attribute, asks for: each `url(…)`,
/// each `@import "…"` and each string of an `image-set(…)`. The name in a `@namespace` is none: no
/// browser fetches it.
pub(super) fn addresses(text: &str) -> Vec<String> {
    let text = without_comments(text);
    let mut addresses = Vec::new();
    for statement in text.split([';', '{', '}']) {
        if statement.trim_start().starts_with("@namespace") {
            continue;
        }
        if let Some(import) = statement.trim_start().strip_prefix("@import") {
            addresses.extend(quoted(import));
        }
    }
    let mut rest = text.as_str();
    let lower = text.to_ascii_lowercase();
    while let Some(start) = lower[text.len() - rest.len()..].find("url(") {
        let from = text.len() - rest.len();
        let before = &text[..from + start];
        rest = &rest[start + "url(".len()..];
        let statement =
            before.rsplit([';', '{', '}']).next().unwrap_or_default();
        if !statement.trim_start().starts_with("@namespace") {
            let bare =
                || rest.split(')').next().map(|url| url.trim().to_owned());
            addresses.extend(quoted(rest).or_else(bare));
        }
    }
    let sets = lower.match_indices("image-set(");
    addresses.extend(
        sets.flat_map(|(start, name)| strings(&text[start + name.len()..])),
    );
    addresses
}

/// The strings among the arguments with which `text` begins, those of a function within them left
/// out: in an `image-set(`, a `type("image/png")` is no address.
fn strings(text: &str) -> Vec<String> {
    let mut strings = Vec::new();
    let mut depth = 1;
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\'', '(', ')']) {
        let literal = quoted(&rest[at..]);
        rest = match (&rest[at..=at], &literal) {
            ("(", _) => {
                depth += 1;
                &rest[at + 1..]
            }
            (")", _) => {
                depth -= 1;
                &rest[at + 1..]
            }
            (_, literal) => {
                let length = literal.as_ref().map_or(0, String::len);
                rest.get(at + 1 + length + 1..).unwrap_or_default()
            }
        };
        if depth == 0 {
            break;
        }
        strings.extend(literal.filter(|_| depth == 1));
    }
    strings
}

/// The string literal with which `text` begins.
fn quoted(text: &str) -> Option<String> {
    let text = text.trim_start();
    let quote = text.chars().next().filter(|quote| "\"'".contains(*quote))?;
    Some(text[1..].split(quote).next()?.to_owned())
}

fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = tail.split_once("*/").map_or("", |(_, tail)| tail);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn every_way_to_name_a_file_is_found() {
        let css = r#"@import "a.css"; @import url(b.css) print;
            p { background: url( "c.png" ), URL('d.svg#x'); src: url(e.woff2) format("woff2") }"#;
        let mut found = addresses(css);
        found.sort();
        assert_eq!(found, ["a.css", "b.css", "c.png", "d.svg#x", "e.woff2"]);
    }

    #[test]
    fn the_strings_of_an_image_set_are_found_and_its_types_are_not() {
        let css = r#"p { background: image-set("a.avif" type("image/avif") 1x,
            url(b.png) 2x, 'c.png' 3x); content: "(d.png" }
            q { background: -webkit-IMAGE-SET("e.png" 1x"#;
        let mut found = addresses(css);
        found.sort();
        assert_eq!(found, ["a.avif", "b.png", "c.png", "e.png"]);
        assert_eq!(addresses("image-set(\"a.png"), ["a.png"]);
        assert_eq!(addresses("image-set("), Vec::<String>::new());
    }

    #[test]
    fn comments_and_namespaces_ask_for_nothing() {
        let css = "/* url(a.png) */ @namespace svg url(http://www.w3.org/2000/svg); p { color: red }";
        assert_eq!(addresses(css), Vec::<String>::new());
    }

    #[test]
    fn a_semicolon_inside_a_data_address_does_not_cut_it() {
        let css = "p { background: url(\"data:image/svg+xml;utf8,<svg/>\") }";
        assert_eq!(addresses(css), ["data:image/svg+xml;utf8,<svg/>"]);
    }
}
