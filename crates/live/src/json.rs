//! The little of JSON that an answer needs: a serializer would weigh more than a figure.

/// An object of members that are JSON already.
#[must_use]
pub fn object(members: &[(&str, String)]) -> String {
    let mut json = String::from("{");
    for (index, (name, value)) in members.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        json.push_str(&string(name));
        json.push(':');
        json.push_str(value);
    }
    json.push('}');
    json
}

/// An array of elements that are JSON already.
#[must_use]
pub fn array(elements: &[String]) -> String {
    format!("[{}]", elements.join(","))
}

/// A string.
#[must_use]
pub fn string(text: &str) -> String {
    const HEX: [u8; 16] = *b"0123456789abcdef";
    let mut json = String::with_capacity(text.len() + text.len() / 8 + 2);
    json.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            c if c < ' ' => {
                let code = c as usize;
                json.push_str("\\u00");
                json.push(char::from(HEX[code / 16]));
                json.push(char::from(HEX[code % 16]));
            }
            c => json.push(c),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_read_back() {
        let text: String =
            ('\0'..='\u{ff}').chain("σ² < \u{2028}𝜇".chars()).collect();
        let read: String = serde_json::from_str(&string(&text)).unwrap();
        assert_eq!(read, text);
    }

    #[test]
    fn an_array_holds_its_elements_in_order() {
        assert_eq!(array(&[]), "[]");
        assert_eq!(array(&[string("b"), string("a")]), r#"["b","a"]"#);
    }

    #[test]
    fn an_object_holds_its_members_in_order() {
        assert_eq!(object(&[]), "{}");
        let members = [("a", string("b")), ("c\"", object(&[]))];
        assert_eq!(object(&members), r#"{"a":"b","c\"":{}}"#);
    }
}
