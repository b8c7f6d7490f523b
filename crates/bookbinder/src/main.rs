//! `cargo book`: builds, serves and checks *Two Peaks*, runs its chapters, checks
//! its exercises and begins new ones.

use std::{
    fmt::Display,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use bookbinder::{
    build, check, complaint, library,
    live::{self, Live},
    new_chapter, preprocess, root, run_chapter, run_exercise, serve,
};
use clap::{Parser, Subcommand, value_parser};

/// Binds the prose of Two Peaks to its code.
#[derive(Debug, Parser)]
#[command(
    name = "cargo book",
    bin_name = "cargo book",
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Build the book, serve it on this machine, and build it again at every change
    Serve {
        /// Open it in the browser
        #[arg(long)]
        open: bool,
        /// The port to serve it at
        #[arg(long, default_value_t = 3000, value_parser = value_parser!(u16).range(1..))]
        port: u16,
        /// Compile no live figures
        #[arg(long)]
        still: bool,
    },
    /// Build the book into target/book
    Build {
        /// Compile no live figures: all stay still
        #[arg(long)]
        still: bool,
    },
    /// Build the book into a temporary folder and look for what a reader would stumble over
    Check,
    /// Print a chapter's run and draw its figures into target/chapters
    Chapter {
        /// The chapter's number
        number: String,
    },
    /// Check your attempt at an exercise, and say in words what is still wrong
    Exercise {
        /// The exercise's number: 3.1
        number: String,
    },
    /// List the exercises, with what you have solved
    Exercises,
    /// Begin a chapter: its crate, its page, its entries
    NewChapter {
        /// The chapter's number: the next one
        number: u8,
        /// The last part of its crate's name: mixture-coefficients
        slug: String,
        /// Its title: "Mixture coefficients"
        title: String,
    },
    /// What mdBook calls: reads the book from standard input and writes it with its directives
    /// resolved
    #[command(hide = true)]
    Preprocess {
        /// What mdBook asks first: `supports RENDERER`
        question: Vec<String>,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            for line in complaint::lines(&error) {
                // Nothing is left to tell if standard error is closed too.
                let _ = writeln!(io::stderr(), "error: {line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<ExitCode> {
    match task {
        Task::Serve { open, port, still } => {
            let root = root::find()?;
            serve::test_port(port)?;
            let live = live(&root, still)?;
            serve::serve(&root, &live, port, open)
        }
        Task::Build { still } => {
            let root = root::find()?;
            build(&root, &live(&root, still)?)
        }
        Task::Check => check(&root::find()?),
        Task::Chapter { number } => {
            let chapters = library::Library::book().chapters;
            run_chapter::run(chapters, &number, root::find)
        }
        Task::Exercise { number } => {
            let report = run_exercise::one(&root::find()?, &number)?;
            tell(report.text)?;
            Ok(ExitCode::from(u8::from(!report.is_solved)))
        }
        Task::Exercises => {
            tell(run_exercise::list(&root::find()?)?)?;
            Ok(ExitCode::SUCCESS)
        }
        Task::NewChapter { number, slug, title } => {
            let made = new_chapter::new_chapter(
                &root::find()?,
                number,
                &slug,
                &title,
            )?;
            tell(made)?;
            Ok(ExitCode::SUCCESS)
        }
        Task::Preprocess { question } => preprocess::run(&question),
    }
}

/// Compiles the live figures, unless all are to stay still.
fn live(root: &Path, still: bool) -> anyhow::Result<Live> {
    if still {
        return Ok(Live::still());
    }
    live::make(&library::Library::book(), root, |text| tell(text))
}

fn build(root: &Path, live: &Live) -> anyhow::Result<ExitCode> {
    let library = library::Library::book();
    let built =
        build::build_with(library, live, root, &root.join("target/book"))?;
    for line in &built.log {
        tell(line.trim_end())?;
    }
    tell("The book is in target/book: open target/book/index.html")?;
    Ok(ExitCode::SUCCESS)
}

fn check(root: &Path) -> anyhow::Result<ExitCode> {
    let findings = check::check(root)?;
    for finding in &findings {
        tell(finding)?;
    }
    match findings.len() {
        0 => tell("The book is as it should be.")?,
        1 => bail!("1 thing is wrong with the book"),
        count => bail!("{count} things are wrong with the book"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints a line, or several, to standard output. A reader who closes the pipe
/// (`cargo book check | head`) has read enough.
fn tell(text: impl Display) -> anyhow::Result<()> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        told => told.context("cannot write to standard output"),
    }
}
