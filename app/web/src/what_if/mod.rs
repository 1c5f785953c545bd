//! What if: the form, what it means, and what comes of it. Only `form` knows the server: the rest runs in the browser
//! too.

pub(crate) mod fields;
#[cfg(feature = "ssr")]
pub(crate) mod form;
pub(crate) mod island;
pub(crate) mod json;
pub(crate) mod outcome;
#[cfg(test)]
mod same;
#[cfg(feature = "ssr")]
pub(crate) mod setting;
pub(crate) mod typed_day;
pub(crate) mod view;
pub(crate) mod wording;
