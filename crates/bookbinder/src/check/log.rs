use super::Finding;

/// mdBook's own warnings and errors, which it logs and then builds the book all the same.
#[must_use]
pub fn log(lines: &[String]) -> Vec<Finding> {
    let finding = |line: &String| Finding::new("mdBook", line.trim());
    lines.iter().map(finding).collect()
}
