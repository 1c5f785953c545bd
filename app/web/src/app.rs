//! What every request is answered with.

use std::sync::Arc;

use model::{Instant, Zone};
use operations::{ReadLog, Store};
use rules::Day;
use words::English;

/// What every request is answered with. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// What is kept.
    pub store: Store,
    /// The sentences.
    pub words: Arc<English>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where the browser finds what belongs to pages.
    pub assets: Arc<Assets>,
    /// Who read whose record: whatever shows one notes it here.
    pub read_log: Arc<ReadLog>,
    /// Whether cookies may travel without TLS.
    pub safety: Safety,
}

/// What time it is: the one clock is the server's.
pub trait Clock: Send + Sync {
    /// This instant, and the company's day at it.
    fn moment(&self) -> Moment;

    /// From now on the company's time zone is that one.
    fn follow(&self, zone: Zone);
}

/// An instant, and the company's day at it.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The instant.
    pub now: Instant,
    /// The company's day.
    pub today: Day,
    /// The company's time zone, as clocks there tell the instant.
    pub zone: Zone,
}

/// The addresses of what belongs to pages; each holds a digest of its content, so that it can be kept for ever.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The icons, one symbol each.
    pub icons: String,
    /// The script that loads the islands of a page that has some.
    pub islands: String,
    /// The script that saves a draft while one types.
    pub draft: String,
}

/// How the server is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// Through TLS: the cookie is for it alone.
    Tls,
    /// On the machine itself, as the demonstration is.
    Plain,
}
