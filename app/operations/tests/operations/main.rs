//! What operations do, on both engines.

mod database;
mod import;
