//! What the browser makes livelier. A page works without any of them.

#[allow(missing_docs, reason = "what an island is made into has fields of its own")]
pub mod what_if;
