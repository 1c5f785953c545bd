//! What a component knows without being told.

use std::sync::Arc;

use leptos::prelude::*;
use words::English;

use crate::app::App;

/// The words that are the same on every page, and where the icons are.
#[derive(Clone)]
pub(crate) struct Around {
    pub(crate) words: Arc<English>,
    pub(crate) icons: String,
}

impl Around {
    /// Tells it to everything that is rendered from here on.
    pub(crate) fn provide(app: &App) {
        provide_context(Around { words: Arc::clone(&app.words), icons: app.assets.icons.clone() });
    }

    /// As it was told.
    pub(crate) fn get() -> Around {
        expect_context()
    }
}
