//! Panics that are caught before they are printed.

use std::{
    any::Any,
    cell::Cell,
    panic::{self, AssertUnwindSafe},
    sync::Once,
};

/// A panic that was caught.
pub(crate) struct Panic {
    /// File and line: `attempt.rs:7`.
    pub(crate) place: String,
    pub(crate) message: String,
}

impl Panic {
    /// Whether it is the panic of a `todo!` or an `unimplemented!`.
    pub(crate) fn is_hole(&self) -> bool {
        ["not yet implemented", "not implemented"]
            .iter()
            .any(|words| self.message.starts_with(words))
    }
}

thread_local! {
    /// Whether this thread's panics are caught.
    static WATCHED: Cell<bool> = const { Cell::new(false) };
    /// Where its last panic was.
    static PLACE: Cell<String> = const { Cell::new(String::new()) };
}

/// Runs something, and prints nothing if it panics.
pub(crate) fn quietly<T>(run: impl FnOnce() -> T) -> Result<T, Panic> {
    install_hook();
    WATCHED.set(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(run));
    WATCHED.set(false);
    outcome.map_err(|payload| Panic {
        place: PLACE.take(),
        message: message(&*payload),
    })
}

/// Has panics of watched threads noted, and all others told as before.
fn install_hook() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let tell = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !WATCHED.get() {
                tell(panic);
            } else if let Some(place) = panic.location() {
                PLACE.set(format!("{}:{}", place.file(), place.line()));
            }
        }));
    });
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref().map(String::as_str));
    text.unwrap_or("a panic without words").to_owned()
}
