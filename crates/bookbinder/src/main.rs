//! `cargo book`: builds, serves and checks *Two Peaks*, runs its chapters and begins new ones.
#![allow(clippy::print_stdout, reason = "a command line prints its answers")]

use std::{
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use anyhow::bail;
use bookbinder::{
    build, check, complaint, library, new_chapter, preprocess, root,
    run_chapter, serve,
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
    },
    /// Build the book into target/book
    Build,
    /// Build the book into a temporary folder and look for what a reader would stumble over
    Check,
    /// Print a chapter's run and draw its figures into target/chapters
    Chapter {
        /// The chapter's number
        number: String,
    },
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
        Task::Serve { open, port } => serve::serve(&root::find()?, port, open),
        Task::Build => build(&root::find()?),
        Task::Check => check(&root::find()?),
        Task::Chapter { number } => {
            run_chapter::run(library::Library::book().chapters, &number)
        }
        Task::NewChapter { number, slug, title } => {
            let made = new_chapter::new_chapter(
                &root::find()?,
                number,
                &slug,
                &title,
            )?;
            print!("{made}");
            Ok(ExitCode::SUCCESS)
        }
        Task::Preprocess { question } => preprocess::run(&question),
    }
}

fn build(root: &Path) -> anyhow::Result<ExitCode> {
    let built = build::build(root, &root.join("target/book"))?;
    for line in &built.log {
        println!("{}", line.trim_end());
    }
    println!("The book is in target/book: open target/book/index.html");
    Ok(ExitCode::SUCCESS)
}

fn check(root: &Path) -> anyhow::Result<ExitCode> {
    let findings = check::check(root)?;
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => println!("The book is as it should be."),
        1 => bail!("1 thing is wrong with the book"),
        count => bail!("{count} things are wrong with the book"),
    }
    Ok(ExitCode::SUCCESS)
}
