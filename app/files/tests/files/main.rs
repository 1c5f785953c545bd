//! What comes in and goes out, tried from outside.

mod bundle;
mod found;
mod held;
mod ladder;
mod mapping;
mod packet;
