//! The statements that only check arguments, which a listing leaves out.

use std::ops::Range;

use syn::{Block, Expr, Stmt, spanned::Spanned};

/// The bytes of each statement of a function that is `check…(…)?;`.
pub(super) fn of(body: &Block) -> Vec<Range<usize>> {
    let checks = body.stmts.iter().filter(|statement| is_check(statement));
    checks.map(|statement| statement.span().byte_range()).collect()
}

fn is_check(statement: &Stmt) -> bool {
    let Stmt::Expr(Expr::Try(tried), Some(_)) = statement else {
        return false;
    };
    let called = match &*tried.expr {
        Expr::MethodCall(call) => Some(&call.method),
        Expr::Call(call) => match &*call.func {
            Expr::Path(function) => {
                function.path.segments.last().map(|segment| &segment.ident)
            }
            _ => None,
        },
        _ => None,
    };
    called.is_some_and(|name| {
        let name = name.to_string();
        name == "check" || name.starts_with("check_")
    })
}
