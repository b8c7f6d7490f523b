use cssparser::{ParseError, Parser, Token};

/// The addresses that a style sheet, or the value of an attribute, asks for: each `url(…)` and each
/// `@import "…"`.
pub(crate) fn addresses(text: &str) -> Vec<String> {
    let mut addresses = Vec::new();
    collect(&mut Parser::new(text), false, &mut addresses);
    addresses
}

/// Adds the addresses of a block; in one that `is_url` a string is an address.
fn collect(block: &mut Parser<'_>, is_url: bool, addresses: &mut Vec<String>) {
    let mut is_import = false;
    while let Ok(token) = block.next() {
        let token = token.clone();
        let mut inside = None;
        match &token {
            Token::UnquotedUrl(address) => addresses.push(address.to_string()),
            Token::QuotedString(text) if is_url || is_import => {
                addresses.push(text.to_string());
            }
            Token::Function(name) => {
                inside = Some(name.eq_ignore_ascii_case("url"));
            }
            Token::ParenthesisBlock
            | Token::SquareBracketBlock
            | Token::CurlyBracketBlock => inside = Some(false),
            _ => {}
        }
        is_import = matches!(&token, Token::AtKeyword(name) if name.eq_ignore_ascii_case("import"));
        if let Some(is_url) = inside {
            let nested = block.parse_nested_block(|inner| {
                collect(inner, is_url, addresses);
                Ok::<_, ParseError<()>>(())
            });
            // What is left of a block is passed over.
            let _ = nested;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn every_way_to_name_a_file_is_found() {
        let css = r#"@import "a.css"; @import url(b.css) print;
            p { background: url( "c.png" ), URL('d.svg#x'); src: url(e.woff2) format("woff2") }"#;
        let found = addresses(css);
        assert_eq!(found, ["a.css", "b.css", "c.png", "d.svg#x", "e.woff2"]);
    }

    #[test]
    fn comments_and_other_strings_ask_for_nothing() {
        let css = "/* url(a.png) */ p { content: \"url(b.png)\"; color: red }";
        assert_eq!(addresses(css), Vec::<String>::new());
    }

    #[test]
    fn a_semicolon_inside_a_data_address_does_not_cut_it() {
        let css = "p { background: url(\"data:image/svg+xml;utf8,<svg/>\") }";
        assert_eq!(addresses(css), ["data:image/svg+xml;utf8,<svg/>"]);
    }
}
