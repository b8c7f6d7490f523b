//! Binds a whole book: as a function, and as mdBook's preprocessor `bookbinder`.

use std::{
    fs,
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use anyhow::{Context, anyhow};
use chapter::Home;
use mdbook_preprocessor::{
    Preprocessor, PreprocessorContext, book::Book, errors, parse_input,
};

use crate::{
    binding::{Binding, Fault},
    coverage,
    directives::exercise::bind_text,
    exercises::{self, Exercise, HINT, STATEMENT},
    fences,
    library::Library,
    live::Live,
    math::Typesetter,
    page::Page,
    refusal::{Refusal, Refusals},
    source::Sources,
    survey::Survey,
};

/// Replaces every directive and formula of `book`.
///
/// `root` is the root of the workspace, and `source_folder` the folder of the pages relative to
/// it, for errors: `book/src`. The figures of the chapters that are `live` get controls. The book
/// stays as it is if anything is refused.
///
/// # Errors
///
/// [`Refusals`]: everything in the book that cannot be bound, and everything that the library
/// has and the book leaves out.
pub fn preprocess(
    library: &Library,
    live: &Live,
    book: &mut Book,
    root: &Path,
    source_folder: &str,
) -> Result<(), Refusals> {
    let pages = read(book, source_folder);
    let facts = library.facts().map_err(|(chapter, error)| {
        Refusals(vec![Refusal {
            file: format!("crates/{}", chapter.package()),
            line: None,
            message: format!("its facts cannot be computed: {error}"),
        }])
    })?;
    let mut refusals = Vec::new();
    let exercises = exercises::all(root).unwrap_or_else(|error| {
        refusals.push(Refusal {
            file: exercises::FOLDER.to_owned(),
            line: None,
            message: format!("cannot be read: {error}"),
        });
        Vec::new()
    });
    let texts = texts(&exercises, root, &mut refusals);
    let survey = Survey::of(&pages, &texts, &mut refusals);
    let binding = Binding {
        library,
        live,
        facts,
        pages: &pages,
        exercises: &exercises,
        texts: &texts,
        survey: &survey,
        sources: Sources::new(root),
        root,
        typesetter: Typesetter::new(),
    };
    let mut bound = Vec::new();
    for page in &pages {
        refusals.extend(fences::check(page));
        match binding.bind(page, 0..page.source.len()) {
            Ok(markdown) => bound.push(numbered(page, &markdown)),
            Err(faults) => refusals.extend(refused(page, faults)),
        }
    }
    for text in &texts {
        if let Err(faults) = bind_text(&binding, text) {
            refusals.extend(refused(text, faults));
        }
    }
    refusals.extend(coverage::check(&binding));
    if !refusals.is_empty() {
        refusals.sort_by_cached_key(|r| {
            (r.file.clone(), r.line.unwrap_or(usize::MAX))
        });
        return Err(Refusals(refusals));
    }
    replace(book, bound);
    Ok(())
}

/// Gives the pages these texts, in the order of [`read`].
fn replace(book: &mut Book, texts: Vec<String>) {
    let mut texts = texts.into_iter();
    book.for_each_chapter_mut(|chapter| {
        chapter.content = texts.next().unwrap_or_default();
    });
}

/// The pages, in the order in which mdBook lets them be changed.
fn read(book: &mut Book, source_folder: &str) -> Vec<Page> {
    let mut pages = Vec::new();
    book.for_each_chapter_mut(|chapter| {
        let path = chapter.source_path.as_ref().or(chapter.path.as_ref());
        let path = path.map(|path| path.to_string_lossy().replace('\\', "/"));
        let path = path.unwrap_or_default();
        let file = format!("{source_folder}/{path}");
        pages.push(Page::read(file, path, chapter.content.clone()));
    });
    pages
}

/// The statements and hints of the exercises, as parts of the pages that show them.
fn texts(
    exercises: &[Exercise],
    root: &Path,
    refusals: &mut Vec<Refusal>,
) -> Vec<Page> {
    let mut texts = Vec::new();
    for exercise in exercises {
        for name in [STATEMENT, HINT] {
            let file = exercise.file(name);
            match fs::read_to_string(root.join(&file)) {
                Ok(text) => {
                    texts.push(Page::read(file, exercise.page(), text));
                }
                Err(error) => refusals.push(Refusal {
                    file,
                    line: None,
                    message: format!("cannot be read: {error}"),
                }),
            }
        }
    }
    texts
}

/// A page under the number of its chapter: on paper and on a phone nothing else says it.
fn numbered(page: &Page, markdown: &str) -> String {
    match page.home() {
        Some(Home::Chapter(number)) => format!(
            "<div class=\"chapter-number\">Chapter {number}</div>\n\n{markdown}"
        ),
        _ => markdown.to_owned(),
    }
}

/// The faults of a page, each with its line.
fn refused(page: &Page, faults: Vec<Fault>) -> impl Iterator<Item = Refusal> {
    let refuse = |(offset, message)| page.refuse(offset, message);
    faults.into_iter().map(refuse)
}

/// mdBook's preprocessor `bookbinder`.
///
/// Live are the figures whose scripts are there, unless the book's configuration says that all are
/// [`STILL`].
#[derive(Clone, Copy, Debug)]
pub struct Bookbinder {
    library: Library,
}

impl Bookbinder {
    /// Binds books to the chapters of `library`.
    #[must_use]
    pub fn new(library: Library) -> Self {
        Self { library }
    }
}

/// The key of the book's configuration that keeps every figure still.
pub const STILL: &str = "preprocessor.bookbinder.still";

impl Preprocessor for Bookbinder {
    fn name(&self) -> &'static str {
        "bookbinder"
    }

    fn run(
        &self,
        context: &PreprocessorContext,
        mut book: Book,
    ) -> errors::Result<Book> {
        if context.renderer == TEST {
            let pages = read(&mut book, "");
            let texts = pages.iter().map(fences::left_to_cargo).collect();
            replace(&mut book, texts);
            return Ok(book);
        }
        let folder = context.root.canonicalize();
        let folder = folder.with_context(|| {
            format!("cannot find {}", context.root.display())
        })?;
        let root = folder.parent().unwrap_or(&folder);
        let source = folder.join(&context.config.book.src);
        let source = source.strip_prefix(root).unwrap_or(&source);
        let source = source.to_string_lossy().replace('\\', "/");
        let is_still = context.config.get(STILL)?.unwrap_or(false);
        let live = if is_still {
            Live::still()
        } else {
            Live::found(&self.library, root)
                .context("cannot read the sources of the live figures")?
        };
        preprocess(&self.library, &live, &mut book, root, &source)?;
        Ok(book)
    }

    fn supports_renderer(&self, renderer: &str) -> errors::Result<bool> {
        Ok(supports(renderer))
    }
}

/// What mdBook calls the renderer of `mdbook test`.
const TEST: &str = "test";

/// Whether the preprocessor serves this renderer.
#[must_use]
pub fn supports(renderer: &str) -> bool {
    ["html", TEST].contains(&renderer)
}

/// What the preprocessor's program does, by what mdBook calls it with.
///
/// Without a question: reads mdBook's JSON from standard input and writes the bound book to
/// standard output, or what it refuses to standard error, one line each. Asked `supports html`:
/// answers with the exit code.
#[must_use]
pub fn run(library: Library, question: &[String]) -> ExitCode {
    let done = match question {
        [] => answer(library, io::stdin().lock(), io::stdout().lock()),
        [verb, renderer] if verb == "supports" => {
            return ExitCode::from(u8::from(!supports(renderer)));
        }
        _ => Err(anyhow!(
            "mdBook asks `supports RENDERER` or nothing, got `{}`",
            question.join(" ")
        )),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to tell if standard error is closed too.
            let _ = writeln!(io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn answer(
    library: Library,
    question: impl io::Read,
    mut answer: impl Write,
) -> anyhow::Result<()> {
    let (context, book) = parse_input(question)?;
    let book = Bookbinder::new(library).run(&context, book)?;
    serde_json::to_writer(&mut answer, &book)?;
    Ok(answer.flush()?)
}

#[cfg(test)]
mod tests {
    use mdbook_preprocessor::{book::Chapter, config::Config};

    use super::*;

    /// What mdBook gets for a book of one page, which holds this text.
    fn asked(text: &str) -> anyhow::Result<String> {
        asked_for("html", text)
    }

    /// [`asked`], for a renderer.
    fn asked_for(renderer: &str, text: &str) -> anyhow::Result<String> {
        let library = Library { chapters: &[] };
        let root = tempfile::tempdir()?;
        std::fs::create_dir(root.path().join("book"))?;
        let folder = root.path().join("book");
        let context = PreprocessorContext::new(
            folder,
            Config::default(),
            renderer.to_owned(),
        );
        let page =
            Chapter::new("A page", text.to_owned(), "page.md", Vec::new());
        let book = Book::new_with_items(vec![page.into()]);
        let mut given = Vec::new();
        answer(
            library,
            &serde_json::to_vec(&(context, book))?[..],
            &mut given,
        )?;
        let book: Book = serde_json::from_slice(&given)?;
        Ok(book.chapters().map(|page| page.content.clone()).collect())
    }

    #[test]
    fn mdbook_is_given_the_bound_book() {
        let given = asked("so $x$").unwrap();
        assert_eq!(given, r#"so <math alttext="x"><mi>x</mi></math>"#);
    }

    #[test]
    fn mdbook_is_given_nothing_of_a_book_that_is_refused() {
        let error = asked("\n{{#figur a}}").unwrap_err();
        assert_eq!(
            error.to_string(),
            "book/src/page.md:2: no directive is called `figur`; the nearest is `figure`"
        );
    }

    #[test]
    fn mdbook_leaves_the_rust_of_the_prose_to_cargo() {
        let rust =
            "- {{#fact x}}\n\n  ```rust,should_panic \n  use ch04::A;\n  ```\n";
        let others = "```text\nrust\n```\n";
        let given = asked_for("test", &format!("{rust}\n{others}")).unwrap();
        let ignored = rust.replace("should_panic", "should_panic,ignore");
        assert_eq!(given, format!("{ignored}\n{others}"));
    }

    #[test]
    fn mdbook_is_told_for_whom_the_book_is_bound() {
        assert!(supports("html") && supports("test") && !supports("markdown"));
    }
}
