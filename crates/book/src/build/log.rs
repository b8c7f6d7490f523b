//! Listens to what mdBook has to say while it builds.

use std::{
    fmt::{Debug, Write},
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
    level_filters::LevelFilter,
    subscriber::with_default,
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt},
    registry,
};

/// Runs `work`; returns what it returns, and what was logged on this thread at WARN or ERROR.
pub(super) fn capture<T>(work: impl FnOnce() -> T) -> (T, Vec<String>) {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let listener = Listener(Arc::clone(&lines));
    let done =
        with_default(registry().with(LevelFilter::WARN).with(listener), work);
    let mut lines = lines.lock().unwrap_or_else(PoisonError::into_inner);
    (done, mem::take(&mut lines))
}

struct Listener(Arc<Mutex<Vec<String>>>);

impl<S: Subscriber> Layer<S> for Listener {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut line = Line(event.metadata().level().to_string());
        event.record(&mut line);
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines.push(line.0);
    }
}

/// The level of an event, and its message and fields in one line.
struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let value = format!("{value:?}")
            .lines()
            .map(str::trim)
            .collect::<Vec<_>>()
            .join(" ");
        // Writing to a string cannot fail.
        let _ = match field.name() {
            "message" => write!(self.0, " {value}"),
            name => write!(self.0, " {name}={value}"),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::capture;

    #[test]
    fn warnings_and_errors_are_heard_and_nothing_else() {
        let (done, lines) = capture(|| {
            tracing::info!("all is well");
            tracing::warn!("a tag\n  is open");
            tracing::error!(page = 3, "missing");
            7
        });
        assert_eq!(done, 7);
        assert_eq!(lines, ["WARN a tag is open", "ERROR missing page=3"]);
    }
}
