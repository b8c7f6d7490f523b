use crate::{Error, Fact};

/// A piece of a caption, or of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum CaptionPart {
    /// Words.
    Text(&'static str),
    /// A number of the picture.
    Fact(Fact),
}

/// A text in which `{name}` quotes a fact, taken apart.
///
/// # Errors
///
/// [`Error::UnknownFact`] if it quotes a fact that is not among them.
pub fn filled(
    text: &'static str,
    facts: &[Fact],
) -> Result<Vec<CaptionPart>, Error> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((text, tail)) = rest.split_once('{') {
        let (name, tail) = tail.split_once('}').unwrap_or((tail, ""));
        let fact = Fact::find(facts, name)?.clone();
        parts.extend([CaptionPart::Text(text), CaptionPart::Fact(fact)]);
        rest = tail;
    }
    parts.push(CaptionPart::Text(rest));
    Ok(parts)
}
