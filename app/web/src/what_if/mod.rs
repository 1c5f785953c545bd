//! What if: the form, what it means, and what comes of it. All of it runs on both sides: on the server for the form
//! as it is sent, in the browser while it is being filled in.

pub(crate) mod fields;
#[cfg(feature = "ssr")]
pub(crate) mod form;
pub(crate) mod outcome;
pub(crate) mod typed_day;
pub(crate) mod view;
pub(crate) mod wording;
