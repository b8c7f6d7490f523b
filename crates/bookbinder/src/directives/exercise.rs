//! `{{#exercise 3.1}}`: an exercise with its file, its hint and its solution.

use std::fs;

use chapter::Home;

use super::{Context, Directive, Error, Expanded, Place, home_name};
use crate::{
    context::Fault,
    exercises::{Exercise, HINT, STATEMENT},
    nearest::Unknown,
    page::Page,
};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "exercise",
    usage: "{{#exercise NUMBER}}, such as {{#exercise 3.1}},",
    arguments: 1..=1,
    is_block: true,
    expand,
};

/// The directives that a statement or a hint may hold.
const WITHIN: [&str; 3] = ["code", "fact", "see"];

fn expand(
    context: &Context<'_>,
    place: Place<'_>,
    names: &[String],
) -> Expanded {
    let name = &names[0];
    let exercise = find(context, name)?;
    let home = Home::Chapter(exercise.chapter);
    if place.page.home() != Some(home) {
        return Err(Error::Misplaced(format!(
            "exercise {name} belongs to {}",
            home_name(home)
        )));
    }
    let (chapter, number) = (exercise.chapter, exercise.number);
    let statement = text(context, exercise, STATEMENT);
    let hint = text(context, exercise, HINT);
    // The reader's comments are shown, the line that says where one is is not.
    let attempt = listing(context, &exercise.file("attempt.rs"), |line| {
        !line.starts_with("//!")
    })?;
    // What the function does was said above.
    let solution = listing(context, &exercise.file("solution.rs"), |line| {
        !line.starts_with("//")
    })?;
    Ok(format!(
        r#"<div class="exercise" id="exercise-{chapter}-{number}">

**{name}** {statement}

{attempt}

```console
cargo book exercise {name}
```

<details>
<summary>Hint</summary>

{hint}

</details>
<details>
<summary>Solution</summary>

{solution}

</details>
</div>"#
    ))
}

/// The exercise that the prose calls by this number.
fn find<'a>(
    context: &'a Context<'_>,
    name: &str,
) -> Result<&'a Exercise, Error> {
    let known = || context.exercises.iter().map(Exercise::name);
    let exercise = context.exercises.iter().find(|known| known.name() == name);
    exercise.ok_or_else(|| Unknown::new("exercise", name, known()).into())
}

/// A statement or a hint, bound. What is wrong in it is refused where it stands.
fn text(context: &Context<'_>, exercise: &Exercise, name: &str) -> String {
    let file = exercise.file(name);
    let text = context.texts.iter().find(|text| text.file == file);
    let bound = text.and_then(|text| bind_text(context, text).ok());
    bound.unwrap_or_default().trim().to_owned()
}

/// The Markdown of a statement or a hint with its directives and formulas replaced.
pub(crate) fn bind_text(
    context: &Context<'_>,
    text: &Page,
) -> Result<String, Vec<Fault>> {
    let others: Vec<Fault> = text
        .calls()
        .filter(|(_, call)| !WITHIN.contains(&call.name.as_str()))
        .map(|(offset, call)| {
            let name = call.name;
            (offset, format!("an exercise cannot hold {{{{#{name} …}}}}"))
        })
        .collect();
    if others.is_empty() {
        context.bind(text, 0..text.source.len())
    } else {
        Err(others)
    }
}

/// The lines of a file that are to be shown, under its name.
fn listing(
    context: &Context<'_>,
    file: &str,
    is_shown: fn(&str) -> bool,
) -> Expanded {
    let code = fs::read_to_string(context.root.join(file))
        .map_err(|source| Error::Read { file: file.to_owned(), source })?;
    let lines: Vec<_> = code.lines().filter(|line| is_shown(line)).collect();
    Ok(super::listing(file, "rust", lines.join("\n").trim()))
}
