//! What if: the form, what it means, and what comes of it. Only `form` knows the server: the rest is as fit for the
//! browser, where it waits for the engine to weigh less than a page may (187 KB by brotli, of 100).

pub(crate) mod fields;
pub(crate) mod form;
pub(crate) mod outcome;
pub(crate) mod typed_day;
pub(crate) mod view;
pub(crate) mod wording;
