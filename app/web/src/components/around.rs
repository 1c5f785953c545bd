//! What a component knows without being told.

use std::sync::Arc;

use leptos::prelude::*;
use model::Zone;
use words::English;

use crate::visit::Visit;

/// The words that are the same on every page, where the icons are, and in which time zone instants are told.
#[derive(Clone)]
pub(crate) struct Around {
    pub(crate) words: Arc<English>,
    pub(crate) icons: String,
    pub(crate) zone: Zone,
}

impl Around {
    /// Tells it to everything that is rendered from here on.
    pub(crate) fn provide(visit: &Visit) {
        let (words, icons) = (Arc::clone(&visit.app.words), visit.app.assets.icons.clone());
        provide_context(Around { words, icons, zone: visit.zone.clone() });
    }

    /// As it was told.
    pub(crate) fn get() -> Around {
        expect_context()
    }
}
