//! What comes in and goes out, tried from outside.

mod bundle;
mod ladder;
mod mapping;
