//! Logs: structured, to standard error, and without a word about a person.

use std::io::{IsTerminal, stderr};

use tracing::Level;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::outcome::Stop;

/// Begins to log: as JSON, or for who sits before it. What panics is logged, too.
pub(crate) fn start() -> Result<(), Stop> {
    let lines = tracing_subscriber::fmt::layer().with_writer(stderr);
    let lines = if stderr().is_terminal() {
        lines.with_target(false).boxed()
    } else {
        lines.json().flatten_event(true).boxed()
    };
    // Of others only what is out of order: they might say more than is ours to tell.
    let ours = Targets::new().with_default(Level::WARN).with_target("nextrung", Level::INFO);
    let started = tracing_subscriber::registry().with(lines.with_filter(ours)).try_init();
    started.map_err(|error| Stop::Cannot(format!("logs: {error}")))?;
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        let what = panic.payload_as_str().unwrap_or("something else than a text");
        tracing::error!(place, what, "panicked");
    }));
    Ok(())
}
