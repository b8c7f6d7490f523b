//! How the command line says what is wrong: each thing in one line.

use anyhow::Error;
use bookbinder::refusal::Refusals;

/// The lines that tell an error: one for each refusal of the book, else one with all its causes.
#[must_use]
pub fn lines(error: &Error) -> Vec<String> {
    match error.downcast_ref::<Refusals>() {
        Some(Refusals(refusals)) => {
            refusals.iter().map(ToString::to_string).collect()
        }
        None => vec![in_one_line(&format!("{error:#}"))],
    }
}

/// A message without its line breaks.
fn in_one_line(message: &str) -> String {
    let lines = message.lines().map(str::trim);
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(": ")
}

#[cfg(test)]
mod tests {
    use anyhow::{Context as _, anyhow};
    use bookbinder::refusal::Refusal;

    use super::*;

    #[test]
    fn an_error_is_told_with_its_causes() {
        let error = anyhow!("permission denied").context("cannot write a.html");
        assert_eq!(lines(&error), ["cannot write a.html: permission denied"]);
    }

    #[test]
    fn an_error_of_many_lines_is_told_in_one() {
        let error = anyhow!("cannot render index.hbs\n\n  unclosed block\n");
        assert_eq!(lines(&error), ["cannot render index.hbs: unclosed block"]);
    }

    #[test]
    fn every_refusal_has_a_line_of_its_own() {
        let refusal = |line, message: &str| Refusal {
            file: "book/src/a.md".to_owned(),
            line: Some(line),
            message: message.to_owned(),
        };
        let refusals =
            vec![refusal(3, "no such fact"), refusal(7, "no such figure")];
        let result: Result<(), _> = Err(Refusals(refusals));
        let error = result.context("cannot build").unwrap_err();
        assert_eq!(
            lines(&error),
            [
                "book/src/a.md:3: no such fact",
                "book/src/a.md:7: no such figure"
            ]
        );
    }
}
