//! What pictures show, as plain data: worked out here, drawn by components.

pub(crate) mod ladder;
pub(crate) mod timeline;
