//! `cargo book`: builds, serves and checks *Two Peaks*, runs its chapters and checks its exercises.

use std::{
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use book::{
    LIBRARY,
    build::{self, Order},
    check, complaint, pdf, root, run_chapter, run_exercise, scripts, serve,
    tell,
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
        /// Compile no live figures: all stay still
        #[arg(long)]
        still: bool,
    },
    /// Build the book into target/book
    Build {
        /// Compile no live figures: all stay still
        #[arg(long)]
        still: bool,
    },
    /// Make a PDF of the book, target/two-peaks.pdf, by a Chromium, Chrome or Edge that is installed
    Pdf,
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
            serve::serve(&root::find()?, port, open, still)?;
        }
        Task::Build { still } => build(&root::find()?, still)?,
        Task::Pdf => pdf(&root::find()?)?,
        Task::Check => check::check(&root::find()?)?,
        Task::Chapter { number } => {
            return run_chapter::run(LIBRARY.chapters, &number, root::find);
        }
        Task::Exercise { number } => {
            let report = run_exercise::one(&root::find()?, &number)?;
            tell(report.text)?;
            return Ok(ExitCode::from(u8::from(!report.is_solved)));
        }
        Task::Exercises => tell(run_exercise::list(&root::find()?)?)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn pdf(root: &Path) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path().join("book");
    // On paper nothing moves.
    for line in
        build::build(&Order::of(LIBRARY, root, &folder).still(true))?.log
    {
        tell(line.trim_end())?;
    }
    pdf::make(&folder, &root.join("target/two-peaks.pdf"))?;
    tell("The book is in target/two-peaks.pdf")
}

fn build(root: &Path, is_still: bool) -> anyhow::Result<()> {
    if !is_still {
        scripts::make_or_tell(&LIBRARY, root)?;
    }
    let destination = root.join("target/book");
    let order = Order::of(LIBRARY, root, &destination).still(is_still);
    for line in build::build(&order)?.log {
        tell(line.trim_end())?;
    }
    tell("The book is in target/book: open target/book/index.html")
}
