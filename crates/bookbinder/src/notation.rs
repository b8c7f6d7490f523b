//! The notation: every symbol of a formula stands in the first column of the table, and every row
//! of the table is needed.

mod symbols;

use std::collections::BTreeSet;

use self::symbols::{Role, Symbol};
use crate::{
    context::Context,
    directives::caption_formulas,
    entry::NOTATION,
    page::{Kind, Page, calls_in},
    refusal::Refusal,
};

/// Refuses a symbol that the table lacks, and one in the table that no other page has.
///
/// A book without the page makes no such promise.
pub(crate) fn check(context: &Context<'_>) -> Vec<Refusal> {
    let is_table = |page: &&Page| page.path == NOTATION;
    let Some(table) = context.pages.iter().find(is_table) else {
        return Vec::new();
    };
    let is_row = |formula: &Formula| {
        let mut cells = table.first_cells.iter();
        cells.any(|cell| cell.contains(&formula.offset))
    };
    let rows: Vec<_> = formulas(table).filter(is_row).collect();
    let known: BTreeSet<String> = rows
        .iter()
        .cloned()
        .flat_map(Formula::symbols)
        .map(|(_, symbol)| symbol.name)
        .collect();

    let mut refusals = Vec::new();
    let mut used = BTreeSet::new();
    for page in context.pages {
        let mut missing = BTreeSet::new();
        let shown = captions(context, page);
        for (offset, symbol) in
            formulas(page).chain(shown).flat_map(Formula::symbols)
        {
            let is_new = symbol.role == Role::Letter
                && !known.contains(&symbol.name)
                && missing.insert(symbol.name.clone());
            if is_new {
                let message = format!(
                    "the symbol `{}` is not in the table of {}",
                    symbol.name, table.file
                );
                refusals.push(page.refuse(offset, message));
            }
            if !is_table(&page) {
                used.insert(symbol.name);
            }
        }
    }
    for row in rows {
        // What a formula of the table explains stands at its beginning.
        let head = row.symbols().next();
        let head = head.filter(|(_, head)| !used.contains(&head.name));
        refusals.extend(head.map(|(offset, head)| {
            let message =
                format!("no other page has the symbol `{}`", head.name);
            table.refuse(offset, message)
        }));
    }
    refusals
}

/// A formula of a page.
#[derive(Clone)]
struct Formula {
    latex: String,
    /// The byte of the page at which it begins, or the figure in whose caption it stands.
    offset: usize,
    is_in_caption: bool,
}

impl Formula {
    /// Its symbols, and the byte of the page at which each begins.
    fn symbols(self) -> impl Iterator<Item = (usize, Symbol)> {
        symbols::of(&self.latex).into_iter().map(move |symbol| {
            let within = if self.is_in_caption { 0 } else { symbol.offset };
            (self.offset + within, symbol)
        })
    }
}

/// The formulas that stand in the page's own text, each with white space in place of its facts.
fn formulas(page: &Page) -> impl Iterator<Item = Formula> {
    let formulas = page
        .pieces
        .iter()
        .filter(|piece| matches!(piece.kind, Kind::Formula { .. }));
    formulas.map(|piece| {
        let mut latex = page.source[piece.range.clone()].to_owned();
        for (range, _) in calls_in(&page.source[piece.range.clone()]) {
            latex.replace_range(range.clone(), &" ".repeat(range.len()));
        }
        Formula { latex, offset: piece.range.start, is_in_caption: false }
    })
}

/// The formulas in the captions of the page's figures.
fn captions(
    context: &Context<'_>,
    page: &Page,
) -> impl Iterator<Item = Formula> {
    page.calls()
        .filter(|(_, call)| call.name == "figure")
        .filter_map(|(offset, call)| {
            // What is wrong with a figure is refused where it is drawn.
            let name = call.arguments.first()?;
            let (_, figure) = context.library.figure(name).ok()?;
            let latex = caption_formulas(figure).ok()?.into_iter();
            Some(latex.map(move |latex| Formula {
                latex,
                offset,
                is_in_caption: true,
            }))
        })
        .flatten()
}
