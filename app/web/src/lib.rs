//! Pages, forms, islands; the only crate that names leptos.
//!
//! A page is answered complete by the server: an axum handler asks one operation and renders a view, so there is no
//! router in the browser and nothing waits for WebAssembly. Islands are what the browser makes livelier: of these there
//! is what if. The server's half is the feature `ssr`, the browser's `browser`, which has no leptos: by brotli, its
//! islands with all that wakes them are 86 KB, the engine is 70, and a page may be 120 with everything on it.

#[cfg(feature = "ssr")]
mod app;
#[cfg(feature = "ssr")]
mod components;
#[cfg(feature = "ssr")]
mod csv;
#[cfg(feature = "ssr")]
mod document;
#[cfg(feature = "ssr")]
mod failure;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod guard;
#[cfg(feature = "ssr")]
mod notice;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod pictures;
#[cfg(feature = "ssr")]
mod routes;
#[cfg(feature = "ssr")]
mod sent_late;
#[cfg(feature = "ssr")]
mod visit;
mod what_if;

#[cfg(feature = "ssr")]
pub use app::{App, Assets, Clock, Moment, Safety};
#[cfg(feature = "ssr")]
pub use routes::{ROUTES, Reached, Route, router};
pub use what_if::island::{Stage, WhatIf};
