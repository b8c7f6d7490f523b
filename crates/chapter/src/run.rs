use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use figure::WIDE;

use crate::{Chapter, Error};

/// The `main` of a chapter's program: prints its run, and writes its figures to
/// `target/chapters/NN/*.svg` in the workspace it was compiled in, saying where.
#[must_use]
pub fn main(chapter: &Chapter) -> ExitCode {
    main_in(chapter, &Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
}

/// [`main`], with the figures in the workspace at `root`.
#[must_use]
pub fn main_in(chapter: &Chapter, root: &Path) -> ExitCode {
    match print_and_draw(chapter, root, &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        // A reader who closes the pipe (`just chapter 2 | head`) has read enough.
        Err(Failure::Print(Error::Io(error)))
            if error.kind() == io::ErrorKind::BrokenPipe =>
        {
            ExitCode::SUCCESS
        }
        Err(failure) => {
            // Nothing is left to tell if standard error is closed too.
            let _ = writeln!(io::stderr(), "error: {failure}");
            ExitCode::FAILURE
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}")]
    Print(#[from] Error),
    #[error("cannot write {}: {source}", path.display())]
    Write { path: PathBuf, source: io::Error },
}

fn print_and_draw(
    chapter: &Chapter,
    root: &Path,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    (chapter.run)(out)?;
    let folder =
        PathBuf::from(format!("target/chapters/{:02}", chapter.number));
    fs::create_dir_all(root.join(&folder))
        .map_err(|source| Failure::Write { path: folder.clone(), source })?;
    writeln!(out, "\nIts figures:").map_err(Error::from)?;
    for figure in chapter.figures {
        let id = chapter.figure_id(figure);
        let picture = figure.picture(&id, &figure.defaults(), WIDE);
        let path = folder.join(figure.name).with_extension("svg");
        fs::write(root.join(&path), picture.standalone())
            .map_err(|source| Failure::Write { path: path.clone(), source })?;
        writeln!(out, "  {}", path.display()).map_err(Error::from)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use figure::{Axis, Ink, Panel, Plot};

    use super::*;
    use crate::Figure;

    const CHAPTER: Chapter = Chapter {
        number: 42,
        slug: "example",
        title: "Example",
        run: |out| Ok(writeln!(out, "six by nine")?),
        figures: &[Figure {
            name: "line",
            caption: "A line.",
            controls: &[],
            guess: None,
            show: |_| {
                let panel = Panel::new(
                    Axis::new("x", 0.0, 1.0),
                    Axis::new("y", 0.0, 1.0),
                );
                let line = [(0.0, 0.0), (1.0, 1.0)];
                let panel = panel.line("y", line, Ink::First);
                Ok(Plot::new("A line").panel(panel).into())
            },
        }],
        facts: || Ok(Vec::new()),
    };

    #[test]
    fn a_run_prints_and_leaves_its_figures_where_it_says() {
        let root = tempfile::tempdir().unwrap();
        let mut out = Vec::new();
        print_and_draw(&CHAPTER, root.path(), &mut out).unwrap();
        let path = "target/chapters/42/line.svg";
        assert_eq!(
            String::from_utf8(out).unwrap(),
            format!("six by nine\n\nIts figures:\n  {path}\n")
        );
        let svg = fs::read_to_string(root.path().join(path)).unwrap();
        assert!(svg.contains("<title id=\"ch42-line-title\">A line</title>"));
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_named() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("target"), "in the way").unwrap();
        let failure =
            print_and_draw(&CHAPTER, root.path(), &mut io::sink()).unwrap_err();
        assert!(
            failure
                .to_string()
                .starts_with("cannot write target/chapters/42: ")
        );
    }
}
