/// What stands in an attempt where the reader is to write.
const HOLE: &str = "todo!()";

/// Whether an attempt is the solution with holes in it, and nothing else differs but the comment
/// at the head of the file.
///
/// # Examples
///
/// ```
/// use exercises::is_untouched;
///
/// let solution = "fn twice(x: f64) -> f64 {\n    x + x\n}\n";
/// let attempt = "fn twice(x: f64) -> f64 {\n    todo!()\n}\n";
/// assert!(is_untouched(attempt, solution));
/// assert!(!is_untouched(solution, solution));
/// ```
#[must_use]
pub fn is_untouched(attempt: &str, solution: &str) -> bool {
    let (attempt, solution) = (code(attempt), code(solution));
    let mut parts = attempt.split(HOLE);
    let before = parts.next().unwrap_or_default();
    let Some(mut rest) = solution.strip_prefix(before) else {
        return false;
    };
    let mut last = None;
    for part in parts {
        let Some((_, after)) = rest.split_once(part) else {
            return false;
        };
        rest = after;
        last = Some(part);
    }
    last.is_some_and(|last| solution.ends_with(last))
}

/// A Rust file without the comment at its head.
fn code(file: &str) -> String {
    let lines = file.lines().skip_while(|line| line.starts_with("//!"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::is_untouched;

    const SOLUTION: &str = "//! S.\n\nfn a() -> u8 {\n    1\n}\n\nfn b(x: u8) -> u8 {\n    let y = x;\n    y\n}\n";

    #[test]
    fn holes_and_the_comment_at_the_head_may_differ() {
        let both = "//! A.\n//! B.\n\nfn a() -> u8 {\n    todo!()\n}\n\nfn b(x: u8) -> u8 {\n    todo!()\n}\n";
        let one = "\nfn a() -> u8 {\n    1\n}\n\nfn b(x: u8) -> u8 {\n    let y = x;\n    todo!()\n}\n";
        assert!(is_untouched(both, SOLUTION));
        assert!(is_untouched(one, SOLUTION));
    }

    #[test]
    fn another_signature_or_another_item_is_seen() {
        let whole = "\nfn a() -> u8 {\n    todo!()\n}\n\nfn b(x: u8) -> u8 {\n    todo!()\n}\n";
        assert!(is_untouched(whole, SOLUTION));
        for (was, is) in
            [("a()", "a(x: u8)"), ("b(x: u8)", "b(y: u8)"), ("u8 {", "u8  {")]
        {
            assert!(!is_untouched(&whole.replace(was, is), SOLUTION), "{is}");
        }
        assert!(!is_untouched(&format!("{whole}fn c() {{}}\n"), SOLUTION));
    }
}
