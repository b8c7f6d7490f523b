//! The statements that only check arguments, which a listing leaves out.

use std::ops::Range;

use syn::{Block, Expr, ExprIf, Ident, Stmt, spanned::Spanned};

/// The bytes of each statement of a function that is `check…(…)?;`, or an `if` that does nothing but
/// refuse with `return Err(…);`, or a loop over such. Of a function that itself checks they are what
/// it is about, and stay.
pub(super) fn of(name: &Ident, body: &Block) -> Vec<Range<usize>> {
    if is_a_check(name) {
        return Vec::new();
    }
    let checks = body.stmts.iter().filter(|statement| is_check(statement));
    checks.map(|statement| statement.span().byte_range()).collect()
}

fn is_check(statement: &Stmt) -> bool {
    match statement {
        Stmt::Expr(Expr::Try(tried), Some(_)) => {
            is_call_of_a_check(&tried.expr)
        }
        Stmt::Expr(Expr::If(refusal), _) => only_refuses(refusal),
        Stmt::Expr(Expr::ForLoop(each), _) => {
            let body = &each.body.stmts;
            !body.is_empty() && body.iter().all(is_check)
        }
        _ => false,
    }
}

fn only_refuses(refusal: &ExprIf) -> bool {
    let [prepared @ .., Stmt::Expr(Expr::Return(returned), _)] =
        &refusal.then_branch.stmts[..]
    else {
        return false;
    };
    let Some(Expr::Call(call)) = returned.expr.as_deref() else {
        return false;
    };
    let only_names = |statement: &Stmt| matches!(statement, Stmt::Local(_));
    refusal.else_branch.is_none()
        && prepared.iter().all(only_names)
        && matches!(&*call.func, Expr::Path(name) if name.path.is_ident("Err"))
}

/// Whether a function or method is called whose name is `check` or begins with `check_`.
fn is_call_of_a_check(call: &Expr) -> bool {
    let called = match call {
        Expr::MethodCall(call) => Some(&call.method),
        Expr::Call(call) => match &*call.func {
            Expr::Path(function) => {
                function.path.segments.last().map(|segment| &segment.ident)
            }
            _ => None,
        },
        _ => None,
    };
    called.is_some_and(is_a_check)
}

/// Whether this is the name of a function that does nothing but check.
fn is_a_check(name: &Ident) -> bool {
    let name = name.to_string();
    name == "check" || name.starts_with("check_")
}
